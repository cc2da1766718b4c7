/**
 * Rows in Postgres' binary COPY format: per row the number of its values, then each value's length and bytes, numbers
 * with the high byte first; -1 is null. Written down value by value: Postgres need not parse it, and no line of text
 * has to be built and thrown away.
 */
import { type CalendarDay, dayNumber } from '@shared/domain/calendar-day';
import type { CopyValue } from './copy-text';
import { FIRST_BYTES, MOST_BYTES_A_UNIT, withRoom } from './growing-bytes';
import { HASH_CHARACTERS, writeHash } from './row-hash';

/** "PGCOPY", a mark that shows damage by text conversion, no flags, no extension. */
const HEADER = Uint8Array.of(80, 71, 67, 79, 80, 89, 10, 255, 13, 10, 0, 0, 0, 0, 0, 0, 0, 0, 0);
const TRAILER_BYTES = 2;
/** Of any value that is no text or list, with its length. */
const MOST_FIXED_BYTES = 4 + HASH_CHARACTERS;
/** Postgres counts days from here. */
const EPOCH = dayNumber('2000-01-01');
const SPACE = 32;
const QUOTE = 34;
const COMMA = 44;
const OPEN = 91;
const BACKSLASH = 92;
const CLOSE = 93;
const LAST_ASCII = 127;
const MOST_DAYS_KEPT = 20_000;
const TWO_TO_32 = 2 ** 32;

export type BinaryType = 'text' | 'int' | 'bigint' | 'date' | 'boolean';

export class BinaryRows {
  private bytes = Buffer.allocUnsafeSlow(FIRST_BYTES);
  private at = HEADER.length;
  private rows = 0;
  /** Room that the values of the open row need beside the characters of its texts. */
  private fixedBytes = 0;
  private readonly days = new Map<CalendarDay, number>();

  /** Rows since the last time they were taken. */
  get count(): number {
    return this.rows;
  }

  /** Begins a row; call for each of its values afterwards. */
  open(values: number): void {
    this.rows += 1;
    this.fixedBytes = 2 + values * MOST_FIXED_BYTES;
    this.reserve(this.fixedBytes);
    this.bytes[this.at++] = values >>> 8;
    this.bytes[this.at++] = values;
  }

  value(type: BinaryType, value: CopyValue): void {
    if (value === null) this.int32(-1);
    else if (typeof value === 'number') {
      if (type === 'int') this.int4(value);
      else this.int8(value);
    } else if (typeof value === 'boolean') this.boolean(value);
    else if (type === 'date') this.day(String(value));
    else this.text(String(value));
  }

  int4(value: number): void {
    this.int32(4);
    this.int32(value);
  }

  int8(value: number): void {
    this.int32(8);
    this.int32(Math.floor(value / TWO_TO_32));
    this.int32(value);
  }

  boolean(value: boolean): void {
    this.int32(1);
    this.bytes[this.at++] = value ? 1 : 0;
  }

  day(day: CalendarDay): void {
    let number = this.days.get(day);
    if (number === undefined) {
      if (this.days.size > MOST_DAYS_KEPT) this.days.clear();
      number = dayNumber(day) - EPOCH;
      this.days.set(day, number);
    }
    this.int4(number);
  }

  /** Postgres' text holds no NUL: it is left out. Most texts are ASCII, whose bytes are their characters. */
  text(text: string): void {
    const { length } = text;
    this.reserve(length * MOST_BYTES_A_UNIT + this.fixedBytes);
    const { bytes } = this;
    const start = this.at + 4;
    for (let index = 0; index < length; index++) {
      const code = text.charCodeAt(index);
      if (code === 0 || code > LAST_ASCII) {
        this.otherText(text);
        return;
      }
      bytes[start + index] = code;
    }
    this.int32(length);
    this.at += length;
  }

  /** A row's hash as its characters. */
  hash(lanes: Int32Array): void {
    this.int32(HASH_CHARACTERS);
    writeHash(this.bytes, this.at, lanes);
    this.at += HASH_CHARACTERS;
  }

  /** Texts as a JSON list, in a column of text. */
  jsonTexts(texts: readonly string[]): void {
    let longest = 2;
    for (const text of texts) longest += text.length + 3;
    this.reserve(longest + this.fixedBytes);
    const { bytes } = this;
    let at = this.at + 4;
    bytes[at++] = OPEN;
    for (let index = 0; index < texts.length; index++) {
      const text = texts[index] ?? '';
      if (index > 0) bytes[at++] = COMMA;
      bytes[at++] = QUOTE;
      for (let character = 0; character < text.length; character++) {
        const code = text.charCodeAt(character);
        if (code < SPACE || code > LAST_ASCII || code === QUOTE || code === BACKSLASH) {
          this.text(JSON.stringify(texts));
          return;
        }
        bytes[at++] = code;
      }
      bytes[at++] = QUOTE;
    }
    bytes[at++] = CLOSE;
    this.int32(at - this.at - 4);
    this.at = at;
  }

  /** Bytes in a buffer of their own, with the format's head and end, which can go to another thread. */
  take(): Uint8Array {
    if (this.rows === 0) return new Uint8Array(0);
    const taken = new Uint8Array(this.at + TRAILER_BYTES);
    taken.set(this.bytes.subarray(0, this.at));
    taken.set(HEADER);
    taken.fill(255, this.at);
    this.at = HEADER.length;
    this.rows = 0;
    return taken;
  }

  private otherText(text: string): void {
    const length = this.bytes.write(text.replaceAll('\0', ''), this.at + 4);
    this.int32(length);
    this.at += length;
  }

  private int32(value: number): void {
    const { bytes, at } = this;
    bytes[at] = value >>> 24;
    bytes[at + 1] = value >>> 16;
    bytes[at + 2] = value >>> 8;
    bytes[at + 3] = value & 255;
    this.at = at + 4;
  }

  private reserve(more: number): void {
    this.bytes = withRoom(this.bytes, this.at, more);
  }
}
