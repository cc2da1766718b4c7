/** A key kept under a passphrase: AES-256-GCM with a key by scrypt. */

import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { engineTexts } from '@shared/texts/engine-texts';
import { type KeyDerivation, makeKey, recoverKey } from '../backup/passphrase-key';

const texts = engineTexts.keeping.locks;

const NONCE_BYTES = 12;
const TAG_BYTES = 16;

export type WrappedKey = { derivation: KeyDerivation; wrapped: string };

/** Throws BAD_INPUT for a short passphrase. */
export async function wrapKey(key: Buffer, passphrase: string): Promise<WrappedKey> {
  const { key: wrapping, derivation } = await makeKey(passphrase);
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv('aes-256-gcm', wrapping, nonce);
  const content = Buffer.concat([cipher.update(key), cipher.final()]);
  return { derivation, wrapped: Buffer.concat([nonce, cipher.getAuthTag(), content]).toString('base64') };
}

/** Throws BAD_INPUT for another passphrase. */
export async function unwrapKey(
  { derivation, wrapped }: WrappedKey,
  passphrase: string | undefined,
  refusal = texts.wrongPassphrase,
): Promise<Buffer> {
  const wrapping = await recoverKey(passphrase, derivation, refusal);
  const bytes = Buffer.from(wrapped, 'base64');
  const decipher = createDecipheriv('aes-256-gcm', wrapping, bytes.subarray(0, NONCE_BYTES));
  decipher.setAuthTag(bytes.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES));
  return Buffer.concat([decipher.update(bytes.subarray(NONCE_BYTES + TAG_BYTES)), decipher.final()]);
}
