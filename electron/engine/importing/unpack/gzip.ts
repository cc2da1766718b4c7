/** Unpacks a gzip file into another one, never more than the limits allow. */
import { createReadStream, createWriteStream } from 'node:fs';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import { FileRefused } from '../file-refused';
import type { FileFacts } from '../inspect-file';
import { isBomb } from './limits';

export function isGzip(head: Buffer): boolean {
  return head[0] === 0x1f && head[1] === 0x8b;
}

/** Throws FileRefused TOO_LARGE or DAMAGED_FILE. */
export async function unpackGzip(facts: FileFacts, target: string): Promise<void> {
  let bytes = 0;
  const limit = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      bytes += chunk.length;
      if (isBomb(facts.bytes, bytes)) done(tooLarge(facts));
      else done(null, chunk);
    },
  });
  try {
    await pipeline(createReadStream(facts.path), createGunzip(), limit, createWriteStream(target));
  } catch (error) {
    if (error instanceof FileRefused) throw error;
    throw new FileRefused(
      'DAMAGED_FILE',
      `${facts.name} is a damaged or cut off gzip file.`,
      'Copy or export the file again.',
    );
  }
}

function tooLarge({ name }: FileFacts): FileRefused {
  return new FileRefused(
    'TOO_LARGE',
    `${name} unpacks to far more than an export holds.`,
    'If it is meant, unpack it and import the file inside.',
  );
}
