/** The key of what is stored encrypted, where the operating system keeps it. */
import { randomBytes } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { readDataKeyFile, writeDataKeyFile } from '../engine/transport/data-key-file';

export type Vault = {
  isAvailable: () => boolean;
  /** Base64 of what only this user on this machine can open. */
  seal: (text: string) => string;
  open: (sealed: string) => string;
};

/**
 * Base64 of the key; null when something else keeps it, or the keyring does not give it: the engine then shows sealed
 * values as encrypted and never takes a new key. A key that lies in a file is moved into the keyring, unless the user
 * wants commands to get at it; a new data directory's key begins there.
 */
export function readSystemKey(dataDirectory: string, vault: Vault): string | null {
  const file = readDataKeyFile(dataDirectory);
  if (file?.keptBy === 'passphrase' || !vault.isAvailable()) return null;
  if (file?.keptBy === 'system') {
    try {
      return vault.open(file.sealed);
    } catch {
      return null;
    }
  }
  if (file?.isForCommands) return null;
  const key = file?.key ?? randomBytes(32).toString('base64');
  const sealed = vault.seal(key);
  // A keyring that does not give back what it took would lose everything that is sealed from now on.
  if (vault.open(sealed) !== key) return null;
  mkdirSync(dataDirectory, { recursive: true });
  writeDataKeyFile(dataDirectory, { keptBy: 'system', sealed });
  return key;
}
