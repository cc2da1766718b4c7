import { plural } from '../../../plural';

/** What the watched folder says: of itself, of files that wait in it, and of what became of them. */
export const watching = {
  noAnswer: (folder: string) => `${folder} does not answer.`,
  missing: (folder: string) => `${folder} is not there.`,
  notAFolder: (folder: string) => `${folder} is not a folder.`,
  forbidden: (folder: string) => `${folder} may not be read by this user.`,
  notReadable: (folder: string, code: string) => `${folder} cannot be read (${code}).`,
  unknownReason: 'unknown reason',
  job: {
    oneFile: (file: string) => `Watched folder: ${file}`,
    files: (count: number, written: string) =>
      `Watched folder: ${written} ${plural(count, { other: 'files' })}`,
  },
  beingImported: 'Being imported.',
  emptySoFar: 'Empty so far.',
  notComplete: 'Waiting until it is complete.',
  wasThere: 'Was there before watching began.',
  cancelled: { message: 'Cancelled.', nextStep: 'Import it again when you want it.' },
  cutOff: (file: string, code: string) => `${file} could not be read to its end (${code}).`,
  theFileCutOff: (code: string) => `The file could not be read to its end (${code}).`,
  loaded: (rows: number, read: string) => `${read} ${plural(rows, { one: 'row', other: 'rows' })} read.`,
  loadedAndRejected: (rows: number, read: string, rejected: string) =>
    `${read} ${plural(rows, { one: 'row', other: 'rows' })} read, ${rejected} rejected.`,
  refusedInArchive: (loaded: string, refused: string, why: string) =>
    `${loaded} ${refused} in the archive refused: ${why}`,
  gone: 'This file is no longer in the list.',
  knownFromFolder: (file: string, day: string) => `The same bytes as ${file}, seen on ${day}.`,
  knownFromImport: (file: string, day: string) => `The same bytes as ${file}, imported on ${day}.`,
  notReachable: 'Choose a folder that this computer can read.',
  noFolder: {
    message: 'No folder is chosen yet.',
    nextStep: 'Choose the folder that your dealer management system saves to.',
  },
  ownFolder: {
    message: 'This is the folder that DOSO keeps its own data in.',
    nextStep: 'Choose another folder.',
  },
};
