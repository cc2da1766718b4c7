/**
 * Whom automatic backups are encrypted for. They are made while nobody is there to state a passphrase, also before the
 * app lock was opened and by commands: so the passphrase protects the private half of a key pair (X25519), once, and
 * each backup takes the public half alone. Who has the passphrase opens all of them, on any computer: the wrapped
 * private half travels in each file.
 */
import {
  createPrivateKey,
  createPublicKey,
  diffieHellman,
  generateKeyPairSync,
  hkdfSync,
  type KeyObject,
} from 'node:crypto';
import { z } from 'zod';
import { unwrapKey, wrapKey } from '../security/key-wrapping';
import { BACKUP_REFUSAL, keyDerivationSchema } from './passphrase-key';

const base64 = z.string().min(1).max(1000);

export const recipientSchema = z.object({
  /** SPKI, as all public halves here. */
  publicKey: base64,
  /** The private half (PKCS 8), wrapped with a key from the passphrase. */
  derivation: keyDerivationSchema,
  wrapped: base64,
});
export type Recipient = z.infer<typeof recipientSchema>;

/** What the header of such a backup says: the public half made for it alone, and the recipient. */
export const agreementSchema = z.object({
  cipher: z.literal('aes-256-gcm'),
  agreement: z.literal('x25519'),
  ephemeral: base64,
  recipient: recipientSchema,
});
export type Agreement = z.infer<typeof agreementSchema>;

/** Throws BAD_INPUT for a short passphrase. */
export async function makeRecipient(passphrase: string): Promise<Recipient> {
  const { publicKey, privateKey } = generateKeyPairSync('x25519');
  const secret = privateKey.export({ type: 'pkcs8', format: 'der' });
  return { publicKey: toText(publicKey), ...(await wrapKey(secret, passphrase)) };
}

/** A key that no other backup has. */
export function agreeOnKey(recipient: Recipient): { key: Buffer; agreement: Agreement } {
  const { publicKey, privateKey } = generateKeyPairSync('x25519');
  const ephemeral = toText(publicKey);
  const key = deriveKey(privateKey, recipient.publicKey, ephemeral, recipient.publicKey);
  return { key, agreement: { cipher: 'aes-256-gcm', agreement: 'x25519', ephemeral, recipient } };
}

/** Throws BAD_INPUT when the passphrase is missing or wrong. */
export async function recoverAgreedKey(
  { ephemeral, recipient }: Agreement,
  passphrase: string | undefined,
): Promise<Buffer> {
  const secret = await unwrapKey(recipient, passphrase, BACKUP_REFUSAL);
  const privateKey = createPrivateKey({ key: secret, type: 'pkcs8', format: 'der' });
  return deriveKey(privateKey, ephemeral, ephemeral, recipient.publicKey);
}

function deriveKey(privateKey: KeyObject, other: string, ephemeral: string, recipient: string): Buffer {
  const publicKey = createPublicKey({ key: Buffer.from(other, 'base64'), type: 'spki', format: 'der' });
  const shared = diffieHellman({ privateKey, publicKey });
  return Buffer.from(
    hkdfSync('sha256', shared, `${ephemeral}.${recipient}`, ['doso', 'backup'].join(' '), 32),
  );
}

function toText(publicKey: KeyObject): string {
  return publicKey.export({ type: 'spki', format: 'der' }).toString('base64');
}
