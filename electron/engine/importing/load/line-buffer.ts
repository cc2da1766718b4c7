/**
 * Lines of COPY text as bytes, a chunk at a time. Each line is written down at once: thousands of lines that wait as
 * strings, each a tree of its pieces, kept the garbage collector busier than everything else that reads a file.
 */
import { FIRST_BYTES, MOST_BYTES_A_UNIT, withRoom } from './growing-bytes';

export class LineBuffer {
  private bytes = Buffer.allocUnsafeSlow(FIRST_BYTES);
  private at = 0;
  private lines = 0;

  /** Lines since the last time they were taken. */
  get count(): number {
    return this.lines;
  }

  add(line: string): void {
    this.bytes = withRoom(this.bytes, this.at, line.length * MOST_BYTES_A_UNIT);
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
}
