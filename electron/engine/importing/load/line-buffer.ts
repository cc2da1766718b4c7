/**
 * Lines of COPY text as bytes, a chunk at a time. Each line is written down at once: thousands of lines that wait as
 * strings, each a tree of its pieces, kept the garbage collector busier than everything else that reads a file.
 */
const FIRST_BYTES = 64 * 1024;
/** UTF-8 takes no more for a UTF-16 code unit. */
const MOST_BYTES_A_UNIT = 3;

export class LineBuffer {
  private bytes = Buffer.allocUnsafeSlow(FIRST_BYTES);
  private at = 0;
  private lines = 0;

  /** Lines since the last time they were taken. */
  get count(): number {
    return this.lines;
  }

  add(line: string): void {
    const needed = this.at + line.length * MOST_BYTES_A_UNIT;
    if (needed > this.bytes.length) this.grow(needed);
    this.at += this.bytes.write(line, this.at);
    this.lines += 1;
  }

  /** Bytes in a buffer of their own, which can go to another thread. */
  take(): Uint8Array {
    const taken = new Uint8Array(this.at);
    taken.set(this.bytes.subarray(0, this.at));
    this.at = 0;
    this.lines = 0;
    return taken;
  }

  private grow(needed: number): void {
    const larger = Buffer.allocUnsafeSlow(Math.max(needed, this.bytes.length * 2));
    this.bytes.copy(larger, 0, 0, this.at);
    this.bytes = larger;
  }
}
