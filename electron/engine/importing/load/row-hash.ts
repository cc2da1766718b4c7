/**
 * A 128-bit hash of a row's text: four multiplicative hashes of 32 bits with different multipliers, side by side. It tells
 * whether the row stored under the same key is the same; nobody gains by a collision, so a cryptographic hash,
 * which costs several times as much for a short text, is not needed.
 */
export const HASH_LANES = 4;
/** Characters of a lane in base 36. */
const LANE_CHARACTERS = 7;
export const HASH_CHARACTERS = HASH_LANES * LANE_CHARACTERS;
const FIRST_STATE = 0x811c9dc5;

/** A text that is put together piece by piece and only hashed: none of it becomes a string. */
export class HashedText {
  private codes = new Uint16Array(1 << 10);
  private length = 0;

  clear(): void {
    this.length = 0;
  }

  add(text: string): void {
    this.reserve(text.length);
    const { codes } = this;
    let at = this.length;
    for (let index = 0; index < text.length; index++) codes[at++] = text.charCodeAt(index);
    this.length = at;
  }

  /** As `String` writes it. */
  addNumber(value: number): void {
    if (!Number.isInteger(value) || value < 0 || value >= MOST_COUNTED) {
      this.add(String(value));
      return;
    }
    this.reserve(MOST_DIGITS);
    let digits = 1;
    for (let limit = 10; value >= limit; limit *= 10) digits += 1;
    let rest = value | 0;
    for (let at = this.length + digits - 1; at >= this.length; at--) {
      const next = (rest / 10) | 0;
      this.codes[at] = ZERO + rest - next * 10;
      rest = next;
    }
    this.length += digits;
  }

  /**
   * Writes the hash's four lanes into `into`; `from` has those of a text that stands before this one. None for a text
   * that begins here.
   */
  hashInto(into: Int32Array, from: Int32Array = NO_TEXT): void {
    const { codes, length } = this;
    let a = from[0] ?? 0;
    let b = from[1] ?? 0;
    let c = from[2] ?? 0;
    let d = from[3] ?? 0;
    for (let at = 0; at < length; at++) {
      const code = codes[at] ?? 0;
      // High bits only ever move up in a product: each shift brings them down again.
      a = Math.imul(a ^ code, 0x01000193);
      a ^= a >>> 15;
      b = Math.imul(b ^ code, 0x85ebca6b);
      b ^= b >>> 15;
      c = Math.imul(c ^ code, 0xc2b2ae35);
      c ^= c >>> 15;
      d = Math.imul(d ^ code, 0x27d4eb2f);
      d ^= d >>> 15;
    }
    into[0] = a;
    into[1] = b;
    into[2] = c;
    into[3] = d;
  }

  private reserve(more: number): void {
    if (this.length + more <= this.codes.length) return;
    const larger = new Uint16Array(Math.max(this.length + more, this.codes.length * 2));
    larger.set(this.codes.subarray(0, this.length));
    this.codes = larger;
  }
}

const MOST_COUNTED = 1_000_000_000;
const MOST_DIGITS = 10;
const ZERO = 48;
const NO_TEXT = Int32Array.from({ length: HASH_LANES }, (_, lane) => FIRST_STATE + lane);

/** Writes the hash's four lanes into `into`. */
export function hashInto(into: Int32Array, text: string): void {
  whole.clear();
  whole.add(text);
  whole.hashInto(into);
}

const whole = new HashedText();

const characters = Buffer.alloc(HASH_CHARACTERS);

/** A hash as it is stored: 28 characters. */
export function hashText(lanes: Int32Array): string {
  writeHash(characters, 0, lanes);
  return characters.toString('latin1');
}

/** Writes the hash's 28 characters into `into`: each lane in base 36. */
export function writeHash(into: Uint8Array, start: number, lanes: Int32Array): void {
  for (let lane = 0; lane < HASH_LANES; lane++) {
    let value = (lanes[lane] ?? 0) >>> 0;
    for (let at = start + (lane + 1) * LANE_CHARACTERS - 1; at >= start + lane * LANE_CHARACTERS; at--) {
      const next = (value / 36) >>> 0;
      const digit = value - next * 36;
      into[at] = digit < 10 ? ZERO + digit : SMALL_A - 10 + digit;
      value = next;
    }
  }
}

const SMALL_A = 97;

/** Reads a stored hash from its bytes, the inverse of `hashText`; false when there is none at `start`. */
export function readHash(into: Int32Array, bytes: Uint8Array, start: number, end: number): boolean {
  if (end - start !== HASH_CHARACTERS) return false;
  for (let lane = 0; lane < HASH_LANES; lane++) {
    let value = 0;
    for (let digit = 0; digit < LANE_CHARACTERS; digit++) {
      const byte = bytes[start + lane * LANE_CHARACTERS + digit] ?? 0;
      value = (Math.imul(value, 36) + (byte > 57 ? byte - 87 : byte - 48)) | 0;
    }
    into[lane] = value;
  }
  return true;
}

export function rowHash(text: string): string {
  const lanes = new Int32Array(HASH_LANES);
  hashInto(lanes, text);
  return hashText(lanes);
}
