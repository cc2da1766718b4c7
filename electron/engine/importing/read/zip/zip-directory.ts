/**
 * The central directory of a ZIP container (APPNOTE 4.3.12 and 4.3.16), found from the file's end: what it holds,
 * and that it is whole. Reading from the directory, not from the start, is what makes a cut file show.
 */
import type { FileHandle } from 'node:fs/promises';

export type ZipEntry = {
  readonly name: string;
  /** 0 stored, 8 deflated. */
  readonly method: number;
  readonly isEncrypted: boolean;
  readonly compressedBytes: number;
  readonly bytes: number;
  readonly crc32: number;
  /** Where the entry's local header starts. */
  readonly offset: number;
};

const END_SIGNATURE = 0x06054b50;
const ENTRY_SIGNATURE = 0x02014b50;
const END_LENGTH = 22;
const ENTRY_LENGTH = 46;
/** The end record is followed by a comment of at most this length. */
const LONGEST_COMMENT = 65_535;

export function isZip(head: Buffer): boolean {
  return head.length >= 4 && head.readUInt32LE(0) === 0x04034b50;
}

/** Null when the directory is missing or does not lie where the end record says: the file was cut off. */
export async function readZipDirectory(file: FileHandle, fileBytes: number): Promise<ZipEntry[] | null> {
  const tail = await readAt(file, Math.max(0, fileBytes - END_LENGTH - LONGEST_COMMENT), fileBytes);
  const end = findEndRecord(tail);
  if (end < 0) return null;
  const bytes = tail.readUInt32LE(end + 12);
  const start = tail.readUInt32LE(end + 16);
  if (start + bytes > fileBytes) return null;
  return parseDirectory(await readAt(file, start, start + bytes), tail.readUInt16LE(end + 10));
}

function parseDirectory(directory: Buffer, count: number): ZipEntry[] | null {
  const entries: ZipEntry[] = [];
  let at = 0;
  while (entries.length < count) {
    if (at + ENTRY_LENGTH > directory.length || directory.readUInt32LE(at) !== ENTRY_SIGNATURE) return null;
    const nameEnd = at + ENTRY_LENGTH + directory.readUInt16LE(at + 28);
    entries.push({
      name: directory
        .subarray(at + ENTRY_LENGTH, nameEnd)
        .toString('utf8')
        .replaceAll('\\', '/'),
      isEncrypted: (directory.readUInt16LE(at + 8) & 1) === 1,
      method: directory.readUInt16LE(at + 10),
      crc32: directory.readUInt32LE(at + 16),
      compressedBytes: directory.readUInt32LE(at + 20),
      bytes: directory.readUInt32LE(at + 24),
      offset: directory.readUInt32LE(at + 42),
    });
    at = nameEnd + directory.readUInt16LE(at + 30) + directory.readUInt16LE(at + 32);
  }
  return entries;
}

function findEndRecord(tail: Buffer): number {
  for (let at = tail.length - END_LENGTH; at >= 0; at--) {
    if (tail.readUInt32LE(at) === END_SIGNATURE) return at;
  }
  return -1;
}

/** Fewer bytes than asked for where the file ends sooner. */
export async function readAt(file: FileHandle, start: number, end: number): Promise<Buffer> {
  const buffer = Buffer.alloc(Math.max(0, end - start));
  const { bytesRead } = await file.read(buffer, 0, buffer.length, start);
  return buffer.subarray(0, bytesRead);
}
