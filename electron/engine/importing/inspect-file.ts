/**
 * One pass over a file's bytes: size, hash, first and last bytes, and whether all of it is valid UTF-8 (a
 * sample could miss the one accented name far down that gives Windows-1252 away).
 */

import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { engineTexts } from '@shared/texts/engine-texts';
import { FileRefused } from './file-refused';

const words = engineTexts.importing.files;

const HEAD_BYTES = 256 * 1024;
const TAIL_BYTES = 64 * 1024;

export type FileFacts = {
  /** Where the bytes are. */
  readonly path: string;
  /** The file as it was named: an archive, when the bytes were unpacked from one. */
  readonly sourcePath: string;
  readonly name: string;
  readonly bytes: number;
  readonly hash: string;
  readonly head: Buffer;
  readonly tail: Buffer;
  readonly isUtf8: boolean;
  readonly modifiedAt: Date;
};

/** Throws FileRefused FILE_NOT_FOUND or FILE_NOT_READABLE. */
export async function inspectFile(path: string): Promise<FileFacts> {
  const name = basename(path);
  try {
    const facts = await stat(path);
    if (!facts.isFile())
      throw new FileRefused('NOT_A_FILE', words.notAFile.message(name), words.notAFile.nextStep);
    return {
      path,
      sourcePath: path,
      name,
      bytes: facts.size,
      modifiedAt: facts.mtime,
      ...(await readOnce(path)),
    };
  } catch (error) {
    if (error instanceof FileRefused) throw error;
    throw refusalOf(error, name, path);
  }
}

async function readOnce(path: string): Promise<Pick<FileFacts, 'hash' | 'head' | 'tail' | 'isUtf8'>> {
  const hash = createHash('sha256');
  const utf8 = new TextDecoder('utf-8', { fatal: true });
  const heads: Buffer[] = [];
  let headBytes = 0;
  let tail: Buffer = Buffer.alloc(0);
  let isUtf8 = true;
  for await (const chunk of createReadStream(path, { highWaterMark: 1 << 20 }) as AsyncIterable<Buffer>) {
    hash.update(chunk);
    isUtf8 = isUtf8 && decodes(utf8, chunk);
    if (headBytes < HEAD_BYTES) {
      heads.push(chunk.subarray(0, HEAD_BYTES - headBytes));
      headBytes += chunk.length;
    }
    tail = Buffer.concat([tail, chunk]).subarray(-TAIL_BYTES);
  }
  isUtf8 = isUtf8 && decodes(utf8, undefined);
  return { hash: hash.digest('hex'), head: Buffer.concat(heads), tail: Buffer.from(tail), isUtf8 };
}

function decodes(decoder: InstanceType<typeof TextDecoder>, chunk: Buffer | undefined): boolean {
  try {
    decoder.decode(chunk, { stream: chunk !== undefined });
    return true;
  } catch {
    return false;
  }
}

function refusalOf(error: unknown, name: string, path: string): FileRefused {
  const code = (error as NodeJS.ErrnoException).code;
  if (code === 'ENOENT')
    return new FileRefused('FILE_NOT_FOUND', words.notFound.message(name, path), words.notFound.nextStep);
  return new FileRefused('FILE_NOT_READABLE', words.notReadable(name, code ?? words.unknownReason));
}
