/** `automatic-backups`. */
export const automaticBackups = {
  help: {
    automaticBackups: {
      description: 'list the automatic backups; choose their folder and their passphrase',
      folder: 'write them there from now on',
      ownFolder: 'write them to the data folder again',
      passphraseFile: 'encrypt later ones with the first line of this file',
      removePassphrase: 'do not encrypt later ones',
    },
  },
  exclusive: (one: string, other: string) => `${one} and ${other} exclude each other.`,
  folder: (folder: string, { isUsable, isEncrypted }: { isUsable: boolean; isEncrypted: boolean }) => {
    const where = isUsable ? `They go to ${folder}` : `They go to ${folder}, which cannot be written to now`;
    return isEncrypted ? `${where}, encrypted with a passphrase.` : `${where}, not encrypted.`;
  },
  none: 'There is none yet.',
  columns: ['Made', 'Why', 'MB', '', 'File'],
  encrypted: 'encrypted',
};
