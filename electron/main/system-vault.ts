import { safeStorage } from 'electron';
import type { Vault } from './system-key';

/** The operating system's keyring. On Linux without one Electron would obfuscate only, which counts as none. */
export const systemVault: Vault = {
  isAvailable: () =>
    safeStorage.isEncryptionAvailable() &&
    !(process.platform === 'linux' && safeStorage.getSelectedStorageBackend?.() === 'basic_text'),
  seal: (text) => safeStorage.encryptString(text).toString('base64'),
  open: (sealed) => safeStorage.decryptString(Buffer.from(sealed, 'base64')),
};
