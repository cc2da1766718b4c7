/**
 * `data-key.json` of a data directory: the key of what is stored encrypted, and who keeps it. Main reads it to ask the
 * operating system for the key; the engine reads the other kinds. Only the user may read the file.
 */

import { readFileSync } from 'node:fs';
import path from 'node:path';
import { AppError } from '@shared/contract/errors';
import { engineTexts } from '@shared/texts/engine-texts';
import { z } from 'zod';
import { keyDerivationSchema } from '../backup/passphrase-key';
import { replaceFile } from '../database/replace-file';

const damaged = engineTexts.keeping.locks.damagedKeyFile;

const base64 = z.string().min(1);

const keyFileSchema = z.discriminatedUnion('keptBy', [
  /** Protected by the rights of this file only. `isForCommands` keeps it so, by the user's choice. */
  z.object({ keptBy: z.literal('file'), key: base64, isForCommands: z.boolean().default(false) }),
  /** Sealed by the operating system's keyring. */
  z.object({ keptBy: z.literal('system'), sealed: base64 }),
  /** Wrapped with a key from the app lock's passphrase. */
  z.object({
    keptBy: z.literal('passphrase'),
    derivation: keyDerivationSchema,
    wrapped: base64,
    idleMinutes: z.int().min(1),
  }),
]);

/** Keys of backups that were restored here and were sealed on another computer. */
const keysSchema = z.object({ keys: z.array(base64) });

export type DataKeyFile = z.input<typeof keyFileSchema>;
export type ReadDataKeyFile = z.infer<typeof keyFileSchema>;

/** Null when there is none yet. Throws DATABASE_FAILED for one that cannot be read: a new key would open nothing. */
export function readDataKeyFile(dataDirectory: string): ReadDataKeyFile | null {
  const file = path.join(dataDirectory, 'data-key.json');
  const text = readIfThere(file);
  if (text === null) return null;
  try {
    return keyFileSchema.parse(JSON.parse(text));
  } catch {
    throw new AppError('DATABASE_FAILED', damaged.message(file), {
      nextStep: damaged.nextStep,
    });
  }
}

export function writeDataKeyFile(dataDirectory: string, file: DataKeyFile): void {
  replaceFile(path.join(dataDirectory, 'data-key.json'), JSON.stringify(file));
}

export function readRestoredKeys(dataDirectory: string): Buffer[] {
  const text = readIfThere(path.join(dataDirectory, 'restored-keys.json'));
  return text === null
    ? []
    : keysSchema.parse(JSON.parse(text)).keys.map((key) => Buffer.from(key, 'base64'));
}

export function addRestoredKey(dataDirectory: string, key: Buffer): void {
  const known = readRestoredKeys(dataDirectory);
  if (known.some((one) => one.equals(key))) return;
  const keys = [...known, key].map((one) => one.toString('base64'));
  replaceFile(path.join(dataDirectory, 'restored-keys.json'), JSON.stringify({ keys }));
}

function readIfThere(file: string): string | null {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}
