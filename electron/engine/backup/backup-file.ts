/**
 * A backup file: `DOSOBAK1`, the length of the header (4 bytes, big-endian), the header (JSON), its SHA-256, then
 * frames: length of the sealed content (4 bytes), kind (1 byte), sealed content. The first frame is the manifest,
 * the next are a gzipped tar of the cluster, the last is an empty one that says that nothing is missing.
 */
import { createHash } from 'node:crypto';
import { type FileHandle, open } from 'node:fs/promises';
import path from 'node:path';
import { AppError } from '@shared/contract/errors';
import { z } from 'zod';
import { type Manifest, manifestSchema } from './manifest';
import { keyDerivationSchema, makeKey, recoverKey } from './passphrase-key';
import {
  type FrameKind,
  kindFromByte,
  kindToByte,
  openFrame,
  SEAL_BYTES,
  type Seal,
  sealFrame,
} from './sealed-frames';

const MAGIC = Buffer.from('DOSOBAK1');
const FRAME_BYTES = 1 << 20;
const MOST_HEADER_BYTES = 1 << 16;
const MOST_FRAME_BYTES = 1 << 26;
const HASH_BYTES = 32;

const headerSchema = z.object({ format: z.literal(1), encryption: keyDerivationSchema.nullable() });

export type OpenBackup = {
  manifest: Manifest;
  isEncrypted: boolean;
  /** The gzipped tar, each piece checked before it is handed on. Throws FILE_REFUSED where the file is damaged. */
  data: () => AsyncGenerator<Buffer>;
};

/** Writes to an open file and syncs it. */
export async function writeBackup(
  file: FileHandle,
  manifest: Manifest,
  data: AsyncIterable<Buffer>,
  passphrase: string | undefined,
): Promise<void> {
  const made = passphrase === undefined ? null : await makeKey(passphrase);
  const header = Buffer.from(JSON.stringify({ format: 1, encryption: made?.derivation ?? null }));
  const headerHash = createHash('sha256').update(header).digest();
  const headerLength = Buffer.alloc(4);
  headerLength.writeUInt32BE(header.length);
  await file.write(Buffer.concat([MAGIC, headerLength, header, headerHash]));
  const seal: Seal = { headerHash, key: made?.key ?? null };
  let index = 0;
  const write = async (kind: FrameKind, content: Buffer): Promise<void> => {
    const sealed = sealFrame(seal, index++, kind, content);
    const lead = Buffer.alloc(5);
    lead.writeUInt32BE(sealed.length);
    lead.writeUInt8(kindToByte(kind), 4);
    await file.write(Buffer.concat([lead, sealed]));
  };
  await write('manifest', Buffer.from(JSON.stringify(manifest)));
  for await (const piece of inPieces(data)) await write('data', piece);
  await write('end', Buffer.alloc(0));
  await file.sync();
}

/** Reads header and manifest. Throws FILE_REFUSED for what is no whole backup, BAD_INPUT for a wrong passphrase. */
export async function openBackup(file: string, passphrase?: string): Promise<OpenBackup> {
  const frames = readFrames(file, passphrase);
  try {
    const first = await frames.next();
    if (first.done || first.value.kind !== 'manifest') throw damaged(file);
    const manifest = manifestSchema.safeParse(JSON.parse(first.value.content.toString()));
    if (!manifest.success) throw damaged(file);
    return {
      manifest: manifest.data,
      isEncrypted: first.value.isEncrypted,
      data: () => readData(file, passphrase),
    };
  } finally {
    await frames.return(undefined);
  }
}

async function* readData(file: string, passphrase: string | undefined): AsyncGenerator<Buffer> {
  let last: FrameKind | undefined;
  for await (const { kind, content } of readFrames(file, passphrase)) {
    if (last === 'end') throw damaged(file);
    if (kind === 'data') yield content;
    last = kind;
  }
  if (last !== 'end') throw damaged(file);
}

type Frame = { kind: FrameKind; content: Buffer; isEncrypted: boolean };

async function* readFrames(file: string, passphrase: string | undefined): AsyncGenerator<Frame, void, void> {
  const reader = new ByteReader(await openToRead(file));
  try {
    const magic = await reader.read(MAGIC.length);
    if (!magic?.equals(MAGIC)) throw noBackup(file);
    const headerLength = (await reader.read(4))?.readUInt32BE() ?? 0;
    if (headerLength === 0 || headerLength > MOST_HEADER_BYTES) throw damaged(file);
    const header = await reader.read(headerLength);
    const headerHash = await reader.read(HASH_BYTES);
    if (!header || !headerHash?.equals(createHash('sha256').update(header).digest())) throw damaged(file);
    const parsed = headerSchema.safeParse(JSON.parse(header.toString()));
    if (!parsed.success) throw newerBackup(file);
    const { encryption } = parsed.data;
    const key = encryption ? await recoverKey(passphrase, encryption) : null;
    for (let index = 0; ; index++) {
      const lead = await reader.read(5);
      if (!lead) {
        if (reader.isAtEnd) return;
        throw damaged(file);
      }
      const length = lead.readUInt32BE();
      const kind = kindFromByte(lead.readUInt8(4));
      if (length < SEAL_BYTES || length > MOST_FRAME_BYTES || !kind) throw damaged(file);
      const sealed = await reader.read(length);
      const content = sealed && openFrame({ headerHash, key }, index, kind, sealed);
      if (!content) throw damaged(file);
      yield { kind, content, isEncrypted: key !== null };
    }
  } finally {
    await reader.close();
  }
}

/** Reads exact lengths in order. */
class ByteReader {
  isAtEnd = false;

  constructor(private readonly file: FileHandle) {}

  /** Null when fewer bytes are left; `isAtEnd` then tells whether none was. */
  async read(length: number): Promise<Buffer | null> {
    const bytes = Buffer.alloc(length);
    let filled = 0;
    while (filled < length) {
      const { bytesRead } = await this.file.read(bytes, filled, length - filled, null);
      if (bytesRead === 0) {
        this.isAtEnd = filled === 0;
        return null;
      }
      filled += bytesRead;
    }
    return bytes;
  }

  async close(): Promise<void> {
    await this.file.close();
  }
}

async function openToRead(file: string): Promise<FileHandle> {
  try {
    return await open(file, 'r');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    throw new AppError('FILE_REFUSED', `There is no file ${file}.`);
  }
}

/** Pieces of one size, so that a frame is worth its seal. */
async function* inPieces(data: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let held: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of data) {
    held.push(chunk);
    bytes += chunk.length;
    if (bytes < FRAME_BYTES) continue;
    yield Buffer.concat(held);
    held = [];
    bytes = 0;
  }
  if (bytes > 0) yield Buffer.concat(held);
}

function damaged(file: string): AppError {
  return new AppError('FILE_REFUSED', `The backup ${path.basename(file)} is damaged.`, {
    details: { file },
    nextStep: 'Use another backup; this one is not what was written.',
  });
}

function noBackup(file: string): AppError {
  return new AppError('FILE_REFUSED', `${path.basename(file)} is no backup of DOSO.`, { details: { file } });
}

function newerBackup(file: string): AppError {
  return new AppError(
    'FILE_REFUSED',
    `${path.basename(file)} is of a form that this version does not know.`,
    {
      details: { file },
      nextStep: 'Use the version of DOSO that wrote it, or a newer one.',
    },
  );
}
