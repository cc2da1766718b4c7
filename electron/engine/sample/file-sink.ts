/** Appends text to a file in large pieces, so that a million lines need neither their sum in memory nor a million writes. */
import { type FileHandle, open } from 'node:fs/promises';

const PIECE_CHARACTERS = 1 << 20;

export class FileSink {
  readonly #file: FileHandle;
  #pending: string[] = [];
  #pendingCharacters = 0;
  #bytes = 0;

  private constructor(file: FileHandle) {
    this.#file = file;
  }

  /** Replaces what is at `path`. */
  static async create(path: string): Promise<FileSink> {
    return new FileSink(await open(path, 'w'));
  }

  add(text: string): void {
    this.#pending.push(text);
    this.#pendingCharacters += text.length;
  }

  /** Writes when enough has gathered; to be awaited between batches. */
  async drain(): Promise<void> {
    if (this.#pendingCharacters >= PIECE_CHARACTERS) await this.#write();
  }

  /** Writes the rest and returns the file's size in bytes. */
  async close(): Promise<number> {
    await this.#write();
    await this.#file.close();
    return this.#bytes;
  }

  async #write(): Promise<void> {
    const bytes = Buffer.from(this.#pending.join(''), 'utf8');
    this.#pending = [];
    this.#pendingCharacters = 0;
    await this.#file.appendFile(bytes);
    this.#bytes += bytes.length;
  }
}
