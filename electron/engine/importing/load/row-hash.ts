/**
 * A 128-bit hash of a row's text: four multiplicative hashes of 32 bits with different multipliers, side by side. It tells
 * whether the row stored under the same key is the same; nobody gains by a collision, so a cryptographic hash,
 * which costs several times as much for a short text, is not needed.
 */
export const HASH_LANES = 4;
/** Characters of a lane in base 36. */
const LANE_CHARACTERS = 7;
const HASH_CHARACTERS = HASH_LANES * LANE_CHARACTERS;
const FIRST_STATE = 0x811c9dc5;

/** Writes the hash's four lanes into `into`. */
export function hashInto(into: Int32Array, text: string): void {
  let a = FIRST_STATE | 0;
  let b = (FIRST_STATE + 1) | 0;
  let c = (FIRST_STATE + 2) | 0;
  let d = (FIRST_STATE + 3) | 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
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

/** Digits of base 36 in threes: looking them up is several times as fast as having each number spelled. */
const TRIPLES = Array.from({ length: 36 ** 3 }, (_, value) => value.toString(36).padStart(3, '0'));

/** A hash as it is stored: 28 characters. */
export function hashText(lanes: Int32Array): string {
  let text = '';
  for (let lane = 0; lane < HASH_LANES; lane++) {
    const value = (lanes[lane] ?? 0) >>> 0;
    const high = Math.floor(value / 36 ** 3);
    const first = Math.floor(high / 36 ** 3);
    text += `${first}${TRIPLES[high - first * 36 ** 3]}${TRIPLES[value - high * 36 ** 3]}`;
  }
  return text;
}

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
