/** What the app lock and the keys of sealed values refuse, and what to do next. */
export const locks = {
  isLocked: { message: 'DOSO is locked.', nextStep: 'Unlock it with its passphrase.' },
  noKeyToLock: 'The key of the encrypted values is not here, so no lock can be set.',
  commandsNeedPassphrase: 'With the app lock, commands are given its passphrase instead.',
  wait: (seconds: number) => `Too many wrong passphrases: wait ${seconds} seconds.`,
  wrongPassphrase: 'This is not the passphrase.',
  noKeyToSeal: {
    message: 'This holds customer data, which is stored encrypted, and the key is not here.',
    nextStep: 'Do it in the DOSO window, or allow commands to use the key in Settings › Security.',
  },
  damagedKeyFile: {
    message: (file: string) => `The key file ${file} is damaged.`,
    nextStep:
      'Put a copy of it back from a backup of this computer. Without it DOSO opens once the file is moved away, but ZIP codes and notes stay unreadable.',
  },
  none: 'This engine has no lock.',
};
