/**
 * The frames of a backup file. Each carries 16 bytes that seal its content, its kind and its place in the file, so
 * that a changed, missing, moved or added frame is seen before its content is used. With a key the seal is
 * AES-256-GCM's, and the content is encrypted; without, it is a checksum, which tells damage, not forgery.
 */
import { createCipheriv, createDecipheriv, createHash } from 'node:crypto';

export const SEAL_BYTES = 16;
export type FrameKind = 'manifest' | 'data' | 'end';
const KIND_BYTES: Record<FrameKind, number> = { manifest: 1, data: 2, end: 3 };

/** What seals have in common within one file: its header's hash, and the key if it is encrypted. */
export type Seal = { headerHash: Buffer; key: Buffer | null };

/** Returns the sealed content, as long as `content` and SEAL_BYTES more. */
export function sealFrame(
  { headerHash, key }: Seal,
  index: number,
  kind: FrameKind,
  content: Buffer,
): Buffer {
  const place = placeOf(headerHash, index, kind);
  if (!key) return Buffer.concat([content, checksum(place, content)]);
  // A key is used for one file, and an index for one frame of it: no nonce comes twice.
  const cipher = createCipheriv('aes-256-gcm', key, nonce(index)).setAAD(place);
  return Buffer.concat([cipher.update(content), cipher.final(), cipher.getAuthTag()]);
}

/** Returns the content, or null when the seal does not fit. */
export function openFrame(
  { headerHash, key }: Seal,
  index: number,
  kind: FrameKind,
  sealed: Buffer,
): Buffer | null {
  if (sealed.length < SEAL_BYTES) return null;
  const place = placeOf(headerHash, index, kind);
  const content = sealed.subarray(0, -SEAL_BYTES);
  const seal = sealed.subarray(-SEAL_BYTES);
  if (!key) return checksum(place, content).equals(seal) ? content : null;
  const decipher = createDecipheriv('aes-256-gcm', key, nonce(index), { authTagLength: SEAL_BYTES });
  decipher.setAAD(place).setAuthTag(seal);
  try {
    return Buffer.concat([decipher.update(content), decipher.final()]);
  } catch {
    return null;
  }
}

export function kindToByte(kind: FrameKind): number {
  return KIND_BYTES[kind];
}

export function kindFromByte(byte: number): FrameKind | null {
  const kinds = Object.keys(KIND_BYTES) as FrameKind[];
  return kinds.find((kind) => KIND_BYTES[kind] === byte) ?? null;
}

function placeOf(headerHash: Buffer, index: number, kind: FrameKind): Buffer {
  const place = Buffer.alloc(9);
  place.writeBigUInt64BE(BigInt(index));
  place.writeUInt8(KIND_BYTES[kind], 8);
  return Buffer.concat([headerHash, place]);
}

function nonce(index: number): Buffer {
  const bytes = Buffer.alloc(12);
  bytes.writeBigUInt64BE(BigInt(index), 4);
  return bytes;
}

function checksum(place: Buffer, content: Buffer): Buffer {
  return createHash('sha256').update(place).update(content).digest().subarray(0, SEAL_BYTES);
}
