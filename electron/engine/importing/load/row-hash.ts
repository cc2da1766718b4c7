/**
 * A 128-bit hash of a row's text: four multiplicative hashes of 32 bits with different multipliers, side by side. It tells
 * whether the row stored under the same key is the same; nothing is looked up by it and nobody gains by a
 * collision, so a cryptographic hash, which costs several times as much for a short text, is not needed.
 */
const LANES = [0x01000193, 0x85ebca6b, 0xc2b2ae35, 0x27d4eb2f] as const;

export function rowHash(text: string): string {
  return LANES.map((multiplier, lane) => hash32(text, multiplier, lane)).join('');
}

function hash32(text: string, multiplier: number, seed: number): string {
  let state = (0x811c9dc5 + seed) | 0;
  for (let at = 0; at < text.length; at++) {
    state = Math.imul(state ^ text.charCodeAt(at), multiplier);
    // High bits only ever move up in a product: bring them down again.
    state ^= state >>> 15;
  }
  return (state >>> 0).toString(36).padStart(7, '0');
}
