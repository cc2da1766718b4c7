/** CRC-32 as ZIP uses it (polynomial 0xEDB88320, reflected); node:zlib has one only in newer versions. */
const TABLE = Int32Array.from({ length: 256 }, (_, byte) => {
  let value = byte;
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  return value;
});

export class Crc32 {
  private state = -1;

  update(bytes: Uint8Array): void {
    let state = this.state;
    for (let at = 0; at < bytes.length; at++) {
      state = (state >>> 8) ^ (TABLE[(state ^ (bytes[at] ?? 0)) & 0xff] ?? 0);
    }
    this.state = state;
  }

  value(): number {
    return ~this.state >>> 0;
  }
}
