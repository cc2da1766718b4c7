/** Writes and reads a backup file: its manifest, and a gzipped tar of the cluster. `backup-frames` has its form. */
import type { FileHandle } from 'node:fs/promises';
import { damaged, readFrames, type Unlock, writeHeader } from './backup-frames';
import { agreeOnKey, type Recipient } from './backup-recipient';
import { type Manifest, manifestSchema } from './manifest';
import { makeKey } from './passphrase-key';
import type { FrameKind } from './sealed-frames';

const FRAME_BYTES = 1 << 20;

export type OpenBackup = {
  manifest: Manifest;
  /** Of the content; null when it is not encrypted. Opens the file again without deriving it from the passphrase. */
  key: Buffer | null;
  /** The gzipped tar, each piece checked before it is handed on. Throws FILE_REFUSED where the file is damaged. */
  data: () => AsyncGenerator<Buffer>;
};

/** A passphrase, or whom automatic backups are for. */
export type Protection = string | Recipient;

/** Writes to an open file and syncs it. Returns the content's key, null without encryption. */
export async function writeBackup(
  file: FileHandle,
  manifest: Manifest,
  data: AsyncIterable<Buffer>,
  protection: Protection | undefined,
): Promise<Buffer | null> {
  const { key, encryption } = await protect(protection);
  const write = await writeHeader(file, encryption, key);
  await write('manifest', Buffer.from(JSON.stringify(manifest)));
  for await (const piece of inPieces(data)) await write('data', piece);
  await write('end', Buffer.alloc(0));
  await file.sync();
  return key;
}

async function protect(protection: Protection | undefined) {
  if (protection === undefined) return { key: null, encryption: null };
  if (typeof protection === 'string') {
    const { key, derivation } = await makeKey(protection);
    return { key, encryption: derivation };
  }
  const { key, agreement } = agreeOnKey(protection);
  return { key, encryption: agreement };
}

/** Reads header and manifest. Throws FILE_REFUSED for what is no whole backup, BAD_INPUT for a wrong passphrase. */
export async function openBackup(file: string, unlock?: Unlock): Promise<OpenBackup> {
  const frames = readFrames(file, unlock);
  try {
    const first = await frames.next();
    if (first.done || first.value.kind !== 'manifest') throw damaged(file);
    const { content, key } = first.value;
    const manifest = manifestSchema.safeParse(JSON.parse(content.toString()));
    if (!manifest.success) throw damaged(file);
    return { manifest: manifest.data, key, data: () => readData(file, key) };
  } finally {
    await frames.return(undefined);
  }
}

async function* readData(file: string, key: Buffer | null): AsyncGenerator<Buffer> {
  let last: FrameKind | undefined;
  for await (const { kind, content } of readFrames(file, key ?? undefined)) {
    if (last === 'end') throw damaged(file);
    if (kind === 'data') yield content;
    last = kind;
  }
  if (last !== 'end') throw damaged(file);
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
