/** Why a database does not open, and where to go on from. */
export const opening = {
  folder: {
    message: (folder: string, reason: string) => `The data folder ${folder} cannot be used: ${reason}.`,
    nextStep: 'Choose another folder, or put this right, and start again.',
    reasons: {
      noRight: 'it may not be written to',
      readOnly: 'it is on a disk that cannot be written to',
      full: 'its disk is full',
      isFile: 'part of its path is a file',
    },
  },
  failed: (folder: string, reason: string) => `The database in ${folder} does not open: ${reason}`,
  restore: (madeAt: string, command: string) =>
    `Restore the newest good backup, made ${madeAt}: ${command}. The broken database is kept beside it.`,
  noBackup: (folders: string) =>
    `There is no good backup in ${folders}. Keep the folder as it is, and restore a backup from elsewhere if there is one.`,
  either: (folders: readonly string[]) => folders.join(' or '),
  noDatabase: (folder: string) => `There is no database in ${folder}.`,
};
