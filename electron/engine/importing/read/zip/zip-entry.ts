/** One entry of a ZIP container as a stream: inflated, bounded and checked against its checksum. */
import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { StringDecoder } from 'node:string_decoder';
import { createInflateRaw } from 'node:zlib';
import { Crc32 } from './crc32';
import { readAt, type ZipEntry } from './zip-directory';

const LOCAL_SIGNATURE = 0x04034b50;
const LOCAL_LENGTH = 30;

/** Throws when the entry is damaged: bad deflate data, wrong length or checksum. */
export async function* readZipEntry(path: string, entry: ZipEntry): AsyncGenerator<Buffer> {
  const start = await findData(path, entry);
  const crc = new Crc32();
  let bytes = 0;
  for await (const chunk of inflated(path, entry, start)) {
    bytes += chunk.length;
    if (bytes > entry.bytes) throw new Error(`${entry.name} is longer than its directory says`);
    crc.update(chunk);
    yield chunk;
  }
  if (bytes !== entry.bytes || crc.value() !== entry.crc32) throw new Error(`${entry.name} is damaged`);
}

/** The same as UTF-8 text. */
export async function* readZipEntryText(path: string, entry: ZipEntry): AsyncGenerator<string> {
  const decoder = new StringDecoder('utf8');
  for await (const chunk of readZipEntry(path, entry)) yield decoder.write(chunk);
  yield decoder.end();
}

export async function readWholeZipEntry(path: string, entry: ZipEntry): Promise<string> {
  const parts: string[] = [];
  for await (const part of readZipEntryText(path, entry)) parts.push(part);
  return parts.join('');
}

async function findData(path: string, entry: ZipEntry): Promise<number> {
  const file = await open(path);
  try {
    const header = await readAt(file, entry.offset, entry.offset + LOCAL_LENGTH);
    if (header.length < LOCAL_LENGTH || header.readUInt32LE(0) !== LOCAL_SIGNATURE) {
      throw new Error(`${entry.name} does not lie where the directory says`);
    }
    return entry.offset + LOCAL_LENGTH + header.readUInt16LE(26) + header.readUInt16LE(28);
  } finally {
    await file.close();
  }
}

/** Leaving the loop early closes the file. */
async function* inflated(path: string, entry: ZipEntry, start: number): AsyncGenerator<Buffer> {
  if (entry.compressedBytes === 0) return;
  const source = createReadStream(path, { start, end: start + entry.compressedBytes - 1 });
  try {
    if (entry.method === 0) {
      yield* source as AsyncIterable<Buffer>;
      return;
    }
    if (entry.method !== 8) throw new Error(`${entry.name} is compressed in an unknown way`);
    const inflate = createInflateRaw();
    source.on('error', (error) => inflate.destroy(error));
    yield* source.pipe(inflate) as AsyncIterable<Buffer>;
  } finally {
    source.destroy();
  }
}
