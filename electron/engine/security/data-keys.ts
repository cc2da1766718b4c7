/** The keys of a data directory's sealed values, as far as they can be had without a passphrase. */
import { randomBytes } from 'node:crypto';
import {
  type ReadDataKeyFile,
  readDataKeyFile,
  readRestoredKeys,
  writeDataKeyFile,
} from '../transport/data-key-file';
import { SecretBox } from './secret-box';

export type KeyKeeper = ReadDataKeyFile['keptBy'];

const KEY_BYTES = 32;

/**
 * A box that is locked where the key is the operating system's and was not passed, or the app lock's.
 * Makes a key on the first use. @param systemKey what the operating system gave to main
 */
export function openSecretBox(dataDirectory: string, systemKey: Buffer | null = null): SecretBox {
  const file = readDataKeyFile(dataDirectory);
  if (file === null) {
    const key = randomBytes(KEY_BYTES);
    writeDataKeyFile(dataDirectory, { keptBy: 'file', key: key.toString('base64') });
    return new SecretBox(withRestored(dataDirectory, key));
  }
  if (file.keptBy === 'file')
    return new SecretBox(withRestored(dataDirectory, Buffer.from(file.key, 'base64')));
  if (file.keptBy === 'system' && systemKey) return new SecretBox(withRestored(dataDirectory, systemKey));
  return new SecretBox();
}

/** The key that seals, then those that only open. */
export function withRestored(dataDirectory: string, key: Buffer): Buffer[] {
  return [key, ...readRestoredKeys(dataDirectory)];
}
