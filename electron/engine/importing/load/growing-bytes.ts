/** Bytes that rows are written into one after the other, for COPY. */
export const FIRST_BYTES = 64 * 1024;
/** UTF-8 takes no more for a UTF-16 code unit. */
export const MOST_BYTES_A_UNIT = 3;

/** The same bytes where `more` fit behind the `used` ones, else a larger copy. */
export function withRoom(bytes: Buffer<ArrayBuffer>, used: number, more: number): Buffer<ArrayBuffer> {
  if (used + more <= bytes.length) return bytes;
  const larger = Buffer.allocUnsafeSlow(Math.max(used + more, bytes.length * 2));
  bytes.copy(larger, 0, 0, used);
  return larger;
}
