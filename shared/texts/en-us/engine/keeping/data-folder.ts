/** Why the folder or the disk of the data cannot be used, and what to do next. */
export const dataFolder = {
  inUse: {
    message: (folder: string, holder: string) => `The data folder ${folder} is in use by ${holder}.`,
    nextStep: 'Close the other DOSO window or wait for its command to end, then try again.',
  },
  holder: (program: string, process: number, since: string) =>
    `${program} (process ${process}, since ${since})`,
  unknownHolder: 'another DOSO engine',
  theWindow: 'the DOSO window',
  nearlyFull: {
    message: (free: string, needed: string) =>
      `The disk that holds the data is nearly full: ${free} are free, ${needed} are needed. Nothing was changed.`,
    nextStep: 'Free some space on that disk and try again.',
  },
  megabytes: (amount: string) => `${amount} MB`,
  onShare: {
    message: (folder: string, share: string) =>
      `The data folder ${folder} is on a network share, ${share}. Two computers could open it at once without seeing each other, and destroy each other's rows.`,
    nextStep:
      'Keep the data folder on a disk of this computer. Backups may go to the share: choose it in Settings › Backup.',
  },
  stoppedFull: {
    message: 'The disk that holds the data is full, and the database has stopped.',
    nextStep: 'Free some space on that disk, then try again: what was saved before is there.',
  },
  stopped: {
    message: (reason: string) => `The database has stopped: ${reason}.`,
    nextStep: 'Look to the disk, then start DOSO again: what was saved before is there.',
  },
  warning: {
    title: 'The disk is nearly full',
    detail: 'Imports, forecasts and plans wait until there is room. What was saved is safe.',
  },
};
