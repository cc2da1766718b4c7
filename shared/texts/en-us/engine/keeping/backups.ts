/** What making, checking and restoring backups says: steps, differences, failures and what to do next. */
export const backups = {
  daily: 'Daily backup',
  steps: {
    copying: 'Copying the database',
    counting: 'Counting what was copied',
    writing: 'Writing the backup',
    checking: 'Opening the backup to check it',
  },
  noFile: (file: string) => `There is no file ${file}.`,
  damaged: {
    message: (backup: string) => `The backup ${backup} is damaged.`,
    nextStep: 'Use another backup; this one is not what was written.',
  },
  noBackup: (file: string) => `${file} is no backup of DOSO.`,
  unknownForm: {
    message: (file: string) => `${file} is of a form that this version does not know.`,
    nextStep: 'Use the version of DOSO that wrote it, or a newer one.',
  },
  newerVersion: {
    message: (program: string) => `The backup was made by a newer version (${program}).`,
    nextStep: 'Install that version of DOSO, then restore.',
  },
  notWritten: {
    message: (backup: string, reason: string) => `The backup ${backup} could not be written: ${reason}.`,
    nextStep: 'Choose another folder, or make room, and try again.',
    reasons: {
      noFolder: 'its folder is not there',
      noRight: 'its folder may not be written to',
      full: 'the disk is full',
    },
  },
  noSuchFolder: {
    message: (folder: string) => `Backups cannot be written to ${folder}.`,
    nextStep: 'Choose a folder that is there and that you may write to, best on another disk.',
  },
  diskTooFull: {
    message: (folder: string) => `The disk that holds ${folder} is too full for a backup.`,
    nextStep: 'Free some space and try again.',
  },
  copyEndsEarly: 'The copy ends before the database that was backed up.',
  copyDiffers: (difference: string) => `The copy is not what was backed up: ${difference}.`,
  verifyAndRepeat: 'Run doso verify, and make another backup.',
  passphrase: {
    wrong: 'This is not the passphrase of this backup.',
    tryAgain: 'Try again; what it protects cannot be opened by anyone without it.',
    tooShort: (least: number) => `A passphrase has at least ${least} characters.`,
    missing: { message: 'This backup is encrypted.', nextStep: 'Give its passphrase.' },
  },
};
