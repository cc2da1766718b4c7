/**
 * The form of a backup file: `DOSOBAK1`, the length of the header (4 bytes, big-endian), the header (JSON), its SHA-256,
 * then frames: length of the sealed content (4 bytes), kind (1 byte), sealed content. The first frame is the manifest,
 * the next are a gzipped tar of the cluster, the last is an empty one that says that nothing is missing.
 */

import { createHash } from 'node:crypto';
import { type FileHandle, open } from 'node:fs/promises';
import path from 'node:path';
import { AppError } from '@shared/contract/errors';
import { engineTexts } from '@shared/texts/engine-texts';
import { z } from 'zod';
import { agreementSchema, recoverAgreedKey } from './backup-recipient';
import { keyDerivationSchema, recoverKey } from './passphrase-key';
import {
  type FrameKind,
  kindFromByte,
  kindToByte,
  openFrame,
  SEAL_BYTES,
  type Seal,
  sealFrame,
} from './sealed-frames';

const texts = engineTexts.keeping.backups;

const MAGIC = Buffer.from('DOSOBAK1');
const MOST_HEADER_BYTES = 1 << 16;
const MOST_FRAME_BYTES = 1 << 26;
const HASH_BYTES = 32;

/** With a key from a passphrase of its own, or for the recipient of automatic backups. */
const encryptionSchema = z.union([keyDerivationSchema, agreementSchema]);
export type BackupEncryption = z.infer<typeof encryptionSchema>;

const headerSchema = z.object({ format: z.literal(1), encryption: encryptionSchema.nullable() });

/** Writes the header and returns how to write a frame after it. */
export async function writeHeader(
  file: FileHandle,
  encryption: BackupEncryption | null,
  key: Buffer | null,
): Promise<(kind: FrameKind, content: Buffer) => Promise<void>> {
  const header = Buffer.from(JSON.stringify({ format: 1, encryption }));
  const headerHash = createHash('sha256').update(header).digest();
  const headerLength = Buffer.alloc(4);
  headerLength.writeUInt32BE(header.length);
  await file.write(Buffer.concat([MAGIC, headerLength, header, headerHash]));
  const seal: Seal = { headerHash, key };
  let index = 0;
  return async (kind, content) => {
    const sealed = sealFrame(seal, index++, kind, content);
    const lead = Buffer.alloc(5);
    lead.writeUInt32BE(sealed.length);
    lead.writeUInt8(kindToByte(kind), 4);
    await file.write(Buffer.concat([lead, sealed]));
  };
}

/** The passphrase, or the key of the content itself. */
export type Unlock = string | Buffer;

type Frame = { kind: FrameKind; content: Buffer; key: Buffer | null };

/** Every frame in order, each opened. Throws FILE_REFUSED for a damaged one, BAD_INPUT for a wrong passphrase. */
export async function* readFrames(file: string, unlock?: Unlock): AsyncGenerator<Frame, void, void> {
  const reader = new ByteReader(await openToRead(file));
  try {
    const { headerHash, encryption } = await readHeader(reader, file);
    const key = encryption && (await keyOf(encryption, unlock));
    for (let index = 0; ; index++) {
      const frame = await readSealed(reader, file);
      if (!frame) return;
      const content = openFrame({ headerHash, key }, index, frame.kind, frame.sealed);
      if (!content) throw damaged(file);
      yield { kind: frame.kind, content, key };
    }
  } finally {
    await reader.close();
  }
}

/**
 * Whether the file is encrypted, without opening it. Its frames are counted out to the last one, so a file that was cut
 * short is found; what was changed inside an encrypted frame only its key can tell. Throws FILE_REFUSED.
 */
export async function skimFrames(file: string): Promise<{ isEncrypted: boolean }> {
  const reader = new ByteReader(await openToRead(file));
  try {
    const { encryption } = await readHeader(reader, file);
    let last: FrameKind | undefined;
    for (let frame = await readSealed(reader, file); frame; frame = await readSealed(reader, file)) {
      if (last === 'end') throw damaged(file);
      last = frame.kind;
    }
    if (last !== 'end') throw damaged(file);
    return { isEncrypted: encryption !== null };
  } finally {
    await reader.close();
  }
}

type Header = { headerHash: Buffer; encryption: BackupEncryption | null };

async function readHeader(reader: ByteReader, file: string): Promise<Header> {
  const magic = await reader.read(MAGIC.length);
  if (!magic?.equals(MAGIC)) throw noBackup(file);
  const length = (await reader.read(4))?.readUInt32BE() ?? 0;
  if (length === 0 || length > MOST_HEADER_BYTES) throw damaged(file);
  const header = await reader.read(length);
  const headerHash = await reader.read(HASH_BYTES);
  if (!header || !headerHash?.equals(createHash('sha256').update(header).digest())) throw damaged(file);
  const parsed = headerSchema.safeParse(JSON.parse(header.toString()));
  if (!parsed.success) throw newerBackup(file);
  return { headerHash, encryption: parsed.data.encryption };
}

async function keyOf(encryption: BackupEncryption, unlock?: Unlock): Promise<Buffer> {
  if (Buffer.isBuffer(unlock)) return unlock;
  return 'agreement' in encryption ? recoverAgreedKey(encryption, unlock) : recoverKey(unlock, encryption);
}

/** Null at the end of the file. */
async function readSealed(
  reader: ByteReader,
  file: string,
): Promise<{ kind: FrameKind; sealed: Buffer } | null> {
  const lead = await reader.read(5);
  if (!lead && reader.isAtEnd) return null;
  const length = lead?.readUInt32BE() ?? 0;
  const kind = lead && kindFromByte(lead.readUInt8(4));
  if (length < SEAL_BYTES || length > MOST_FRAME_BYTES || !kind) throw damaged(file);
  const sealed = await reader.read(length);
  if (!sealed) throw damaged(file);
  return { kind, sealed };
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
    throw new AppError('FILE_REFUSED', texts.noFile(file));
  }
}

export function damaged(file: string): AppError {
  return new AppError('FILE_REFUSED', texts.damaged.message(path.basename(file)), {
    details: { file },
    nextStep: texts.damaged.nextStep,
  });
}

function noBackup(file: string): AppError {
  return new AppError('FILE_REFUSED', texts.noBackup(path.basename(file)), { details: { file } });
}

function newerBackup(file: string): AppError {
  return new AppError('FILE_REFUSED', texts.unknownForm.message(path.basename(file)), {
    details: { file },
    nextStep: texts.unknownForm.nextStep,
  });
}
