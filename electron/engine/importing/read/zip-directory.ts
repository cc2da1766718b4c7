/**
 * The central directory of a ZIP container, read from its last bytes (APPNOTE 4.3.12 and 4.3.16): enough to
 * tell a workbook from an archive, a whole file from a cut one, and a decompression bomb from both.
 */
export type ZipEntry = { readonly name: string; readonly compressedBytes: number; readonly bytes: number };

const END_SIGNATURE = 0x06054b50;
const ENTRY_SIGNATURE = 0x02014b50;
const END_LENGTH = 22;
const ENTRY_LENGTH = 46;

export function isZip(head: Buffer): boolean {
  return head.length >= 4 && head.readUInt32LE(0) === 0x04034b50;
}

/**
 * Entries named by the directory as far as `tail`, the file's last bytes, reaches; null when the end record is
 * missing, which means that the file was cut off.
 */
export function listZipEntries(tail: Buffer, fileBytes: number): ZipEntry[] | null {
  const end = findEndRecord(tail);
  if (end < 0) return null;
  const directoryBytes = tail.readUInt32LE(end + 12);
  const directoryStart = tail.readUInt32LE(end + 16);
  const tailStart = fileBytes - tail.length;
  if (directoryStart + directoryBytes > fileBytes) return null;
  const entries: ZipEntry[] = [];
  let at = Math.max(0, directoryStart - tailStart);
  while (at + ENTRY_LENGTH <= end && tail.readUInt32LE(at) === ENTRY_SIGNATURE) {
    const nameLength = tail.readUInt16LE(at + 28);
    entries.push({
      name: tail.subarray(at + ENTRY_LENGTH, at + ENTRY_LENGTH + nameLength).toString('utf8'),
      compressedBytes: tail.readUInt32LE(at + 20),
      bytes: tail.readUInt32LE(at + 24),
    });
    at += ENTRY_LENGTH + nameLength + tail.readUInt16LE(at + 30) + tail.readUInt16LE(at + 32);
  }
  return entries;
}

function findEndRecord(tail: Buffer): number {
  for (let at = tail.length - END_LENGTH; at >= 0; at--) {
    if (tail.readUInt32LE(at) === END_SIGNATURE) return at;
  }
  return -1;
}
