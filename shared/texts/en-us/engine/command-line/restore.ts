/** `restore`. */
export const restore = {
  help: {
    restore: {
      description: 'put a backup in the place of the database, which is kept beside it under another name',
      file: 'the backup',
      passphraseFile: 'its passphrase is the first line of this file',
      preview: 'say what is in it, change nothing',
    },
  },
  program: 'a doso command (restore)',
  restored: (folder: string) => `Restored to ${folder}.`,
  kept: (folder: string) => `What was there is kept in ${folder}.`,
};
