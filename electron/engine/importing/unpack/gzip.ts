/** Unpacks a gzip file into another one, never more than the limits allow. */

import { createReadStream, createWriteStream } from 'node:fs';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import { engineTexts } from '@shared/texts/engine-texts';
import { FileRefused } from '../file-refused';
import type { FileFacts } from '../inspect-file';
import { isBomb } from './limits';

const words = engineTexts.importing.files.gzip;

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
    throw new FileRefused('DAMAGED_FILE', words.damaged.message(facts.name), words.damaged.nextStep);
  }
}

function tooLarge({ name }: FileFacts): FileRefused {
  return new FileRefused('TOO_LARGE', words.tooLarge.message(name), words.tooLarge.nextStep);
}
