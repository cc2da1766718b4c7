/** What DOSO unpacks at most: beyond this an archive is a decompression bomb, or belongs in single files. */
export const MOST_UNPACKED_BYTES = 2_000_000_000;
export const MOST_MEMBERS = 200;
/** Exports shrink 5 to 40 times; the worst that deflate can do is about 1,000 times. */
const MOST_EXPANSION = 250;
/** Small files may be as regular as they like. */
const HARMLESS_BYTES = 32 * 1024 * 1024;

export function isBomb(packedBytes: number, unpackedBytes: number): boolean {
  if (unpackedBytes > MOST_UNPACKED_BYTES) return true;
  return unpackedBytes > HARMLESS_BYTES && unpackedBytes > packedBytes * MOST_EXPANSION;
}
