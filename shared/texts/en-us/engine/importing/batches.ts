import { list } from './lists';

/** What is said of imports that are stored: their undo, their comparison, rejected rows, profiles and corrections by hand. */
export const batches = {
  notThere: (id: string) => `There is no import ${id}.`,
  noneYet: 'Nothing was imported yet.',
  undoneNothingToCompare: (file: string) => `The import of ${file} was undone: there is nothing to compare.`,
  undo: {
    already: (file: string) => `The import of ${file} was undone already.`,
    newerFirst: {
      message: (kind: string) => `A newer ${kind} import of this store has to be undone first.`,
      nextStep: 'Undo the newest import, then this one; or undo back to this one.',
    },
  },
  rejects: {
    whyColumn: 'Why rejected',
    why: (column: string, message: string) => `${column}: ${message}`,
    notWritten: {
      message: (path: string, code: string) => `${path} could not be written (${code}).`,
      nextStep: 'Choose another folder.',
    },
    unknownReason: 'unknown reason',
    sourceGone: {
      message: (file: string, path: string) =>
        `${file} is no longer at ${path}; the rejected rows are read from it.`,
      nextStep: 'Put the file back, or import it again.',
    },
    oldPlace: 'its old place',
    sourceChanged: {
      message: (file: string) => `${file} has changed since it was imported.`,
      nextStep: 'Import it again.',
    },
  },
  profiles: {
    notThere: {
      message: (name: string) => `There is no import profile named ${name}.`,
      nextStep: 'Import without it: what the columns mean is recognised and reported.',
    },
    nameTaken: {
      message: (name: string) => `There is already a profile named ${name}.`,
      nextStep: 'Choose another name.',
    },
    gone: 'This import profile is no longer there.',
    numbered: (name: string, number: string) => `${name} ${number}`,
  },
  corrections: {
    gone: 'This correction is no longer there.',
    notThere: {
      sale: (key: string) => `There is no sale ${key}.`,
      stock_episode: (key: string) => `There is no vehicle in stock ${key}.`,
      nextStep: 'Check the stock number, the VIN or the deal number.',
    },
    several: {
      message: (key: string) => `Several vehicles are named ${key}.`,
      nextStep: 'Name the one meant by its VIN.',
    },
    noRecord: (text: string) => `There is no record ${text}.`,
    notCorrectable: {
      message: (field: string) => `${field} cannot be corrected.`,
      nextStep: (fields: readonly string[]) => `It can be one of: ${list(fields)}.`,
    },
    notEmpty: { message: (field: string) => `${field} cannot be empty.`, nextStep: 'State a value.' },
    mustBe: {
      message: (field: string, expected: string) => `${field} must be ${expected}.`,
      nextStep: (expected: string) => `State ${expected}.`,
    },
    expected: {
      oneOf: (words: readonly string[]) => `one of ${list(words)}`,
      trueOrFalse: 'true or false',
      day: 'a day, YYYY-MM-DD',
      year: 'a year of four digits',
      miles: 'whole miles',
      cents: 'whole cents',
      vin: '17 characters without I, O, Q',
    },
  },
};
