/** Words for the engine behind the window: its stops and starts, its lock, and whatever failed. */
import type { ErrorCode } from '@shared/contract/errors';

const titles: Record<ErrorCode, string> = {
  BAD_INPUT: 'That value cannot be used',
  NOT_FOUND: 'Not found',
  CONFLICT: 'That has changed in the meantime',
  NO_DATA: 'No data for this yet',
  FILE_REFUSED: 'The file was refused',
  FILE_NOT_WRITTEN: 'The file could not be written',
  DATA_DIR_LOCKED: 'The data is open in another DOSO',
  DATABASE_FAILED: 'The data cannot be read just now',
  DISK_FULL: 'The disk is nearly full',
  LOCKED: 'Locked',
  INFEASIBLE: 'No plan fits these limits',
  CANCELLED: 'Cancelled',
  SERVICE_FAILED: 'The language model gave no usable answer',
  RUNTIME_MISSING: 'A part of DOSO is missing',
  ENGINE_RESTARTED: 'The engine restarted',
  INTERNAL: 'Something went wrong in DOSO',
};

const nextSteps: Record<ErrorCode, string> = {
  BAD_INPUT: 'Correct the value and try again.',
  NOT_FOUND: 'Look at the list again: it may have been removed or renamed.',
  CONFLICT: 'Look at the present state and try again.',
  NO_DATA: 'Import the file that holds it on the Imports screen.',
  FILE_REFUSED: 'Export the file again, or see on the Imports screen which formats are read.',
  FILE_NOT_WRITTEN: 'Choose another folder, or close the file where it is open.',
  DATA_DIR_LOCKED: 'Close the other window or command and start again.',
  DATABASE_FAILED: 'Try again; if it stays, restart DOSO. What was saved is safe.',
  DISK_FULL: 'Free some space on the disk and try again.',
  LOCKED: 'Unlock DOSO with its passphrase.',
  INFEASIBLE: 'Loosen one of the limits and make the plan again.',
  CANCELLED: 'Start it again when you want it.',
  SERVICE_FAILED: 'Ask again later; everything else goes on as before.',
  RUNTIME_MISSING: 'Install DOSO again; your data stays where it is.',
  ENGINE_RESTARTED: 'Your saved data is intact. Try again.',
  INTERNAL: 'Try again. If it happens again, send the log.',
};

export const engine = {
  errors: {
    titles,
    nextSteps,
    logged: (id: string) => `It was logged under the id ${id}.`,
    logHasTheRest: 'The log has the rest.',
    cancelled: 'The request was cancelled.',
    restarted: 'The engine restarted before it answered.',
    notStarted: 'The engine could not start. Restart DOSO; your saved data is intact.',
  },
  banner: {
    restarting: 'The engine stopped and is starting again. Your saved data is intact.',
    restarted: 'The engine restarted; your saved data is intact.',
  },
  failure: {
    keepsStopping: 'DOSO’s engine keeps stopping',
    openElsewhere: 'The data is open in another DOSO',
    databaseClosed: 'The database does not open',
    notStarted: 'DOSO’s engine could not start',
    damaged: 'Its files are damaged, missing or out of reach',
    why: 'Why',
    backupFound:
      'The newest good backup was found. Restoring it keeps the broken database beside it, so nothing is thrown away.',
    restore: 'Restore the newest good backup…',
    showLog: 'Show the log',
    backedUp: 'Backup made',
    backedUpFile: (file: string, size: string) => `${file} (${size})`,
    makeBackup: 'Make a backup…',
    backups: 'Backups',
    chooseFile: 'Choose a file…',
  },
  lock: {
    title: 'DOSO is locked',
    about: 'Nothing is shown or answered until it is unlocked. Work under way goes on.',
    passphrase: 'Passphrase',
    unlock: 'Unlock',
    starting: 'Starting…',
  },
  watchedFolder: {
    unreachable: 'The watched folder cannot be reached',
    unreachableAbout: (message: string | null) =>
      message === null ? 'DOSO keeps trying.' : `${message} DOSO keeps trying.`,
    back: 'The watched folder is back',
  },
};
