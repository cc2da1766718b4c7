/** A key from a passphrase, by scrypt (RFC 7914), with a check value that tells a wrong passphrase at once. */

import { createHash, randomBytes, scrypt, timingSafeEqual } from 'node:crypto';
import { AppError } from '@shared/contract/errors';
import { engineTexts } from '@shared/texts/engine-texts';
import { z } from 'zod';

const texts = engineTexts.keeping.backups.passphrase;

/** 128 MB and about half a second for each guess: what OWASP asks for. */
const COST = 2 ** 17;
const BLOCK_SIZE = 8;
/** A file may not ask for more memory than this many times the usual. */
const MOST_COST = 2 ** 20;
export const SHORTEST_PASSPHRASE = 8;
export const BACKUP_REFUSAL = texts.wrong;

export const keyDerivationSchema = z.object({
  cipher: z.literal('aes-256-gcm'),
  derivation: z.literal('scrypt'),
  cost: z.int().min(2).max(MOST_COST),
  blockSize: z.literal(BLOCK_SIZE),
  /** Base64. */
  salt: z.string(),
  /** Base64 of a hash of the second half of what was derived; the key is the first half. */
  check: z.string(),
});

export type KeyDerivation = z.infer<typeof keyDerivationSchema>;

/** A new salt each time, so no two backups share a key. Throws BAD_INPUT for a short passphrase. */
export async function makeKey(passphrase: string): Promise<{ key: Buffer; derivation: KeyDerivation }> {
  if ([...passphrase].length < SHORTEST_PASSPHRASE) {
    throw new AppError('BAD_INPUT', texts.tooShort(SHORTEST_PASSPHRASE));
  }
  const salt = randomBytes(16);
  const { key, check } = await derive(passphrase, salt, COST);
  return {
    key,
    derivation: {
      cipher: 'aes-256-gcm',
      derivation: 'scrypt',
      cost: COST,
      blockSize: BLOCK_SIZE,
      salt: salt.toString('base64'),
      check: check.toString('base64'),
    },
  };
}

/** Throws BAD_INPUT when the passphrase is missing or wrong. */
export async function recoverKey(
  passphrase: string | undefined,
  derivation: KeyDerivation,
  refusal = BACKUP_REFUSAL,
): Promise<Buffer> {
  if (passphrase === undefined) {
    throw new AppError('BAD_INPUT', texts.missing.message, { nextStep: texts.missing.nextStep });
  }
  const { key, check } = await derive(passphrase, Buffer.from(derivation.salt, 'base64'), derivation.cost);
  const expected = Buffer.from(derivation.check, 'base64');
  if (expected.length !== check.length || !timingSafeEqual(expected, check)) {
    throw new AppError('BAD_INPUT', refusal, {
      nextStep: texts.tryAgain,
    });
  }
  return key;
}

async function derive(
  passphrase: string,
  salt: Buffer,
  cost: number,
): Promise<{ key: Buffer; check: Buffer }> {
  const options = { N: cost, r: BLOCK_SIZE, p: 1, maxmem: 256 * cost * BLOCK_SIZE };
  const derived = await new Promise<Buffer>((resolve, reject) => {
    scrypt(passphrase.normalize('NFC'), salt, 64, options, (error, bytes) =>
      error ? reject(error) : resolve(bytes),
    );
  });
  return { key: derived.subarray(0, 32), check: createHash('sha256').update(derived.subarray(32)).digest() };
}
