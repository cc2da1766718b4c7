import { plural } from '../../../plural';
import { list } from './lists';

/** What an import says of itself beside its counts, and while it runs. */
export const remarks = {
  personal: (columns: readonly string[]) => `Personal columns were dropped: ${list(columns)}.`,
  guessed: (guesses: readonly string[]) => `Guessed: ${list(guesses)}.`,
  guess: (source: string, field: string) => `${source} as ${field}`,
  ambiguousDates: (columns: readonly string[]) =>
    `Every date in ${list(columns)} could be read both ways; month/day/year was taken.`,
  impliedCents: (columns: readonly string[]) =>
    `Without a decimal point, ${list(columns)} can only be cents.`,
  kilometres: (columns: readonly string[]) => `${list(columns)}: kilometres were turned into miles.`,
  span: (start: string, end: string) =>
    `The file's title or name says that its rows are of ${start} to ${end}.`,
  condition: {
    new: "The file's name or title says that all its vehicles are new.",
    used: "The file's name or title says that all its vehicles are used.",
  },
  partial:
    'Not known to list the whole stock: vehicles that it lacks stay in stock. If it lists all of it, say so and import it again.',
  wholeByProfile: (profile: string) => `Lists the whole stock, as the profile ${profile} says.`,
  saleDate: (columns: readonly string[]) => `The sale date is ${columns.join(', else ')}.`,
  ignored: (rows: number, written: string, reason: string, line: string) =>
    `${written} ${plural(rows, { one: 'row', other: 'rows' })} ignored: ${reason} (${plural(rows, { one: 'line', other: 'first on line' })} ${line}).`,
  repeatedRows: (rows: string) => `${rows} rows repeat another row of the file; the last of each was used.`,
  sameFile: (day: string) => `The same file was imported before, on ${day}.`,
  store: {
    fromRows: (count: string, codes: readonly string[], given: string) =>
      `The file names ${count} stores (${list(codes)}); its rows go to them, not to ${given}.`,
    titled: (name: string) => `The file's title or name says that it is for ${name}.`,
    created: (code: string) => `No store is named: the store ${code} was created.`,
  },
  progress: {
    reading: (file: string, rows: string) => `Reading ${file}, ${rows} rows`,
    readingAt: (file: string, rows: string, perSecond: string) =>
      `Reading ${file}, ${rows} rows, ${perSecond} a second`,
    readingOneOf: (at: { file: string; number: string; count: string; rows: string }) =>
      `File ${at.number} of ${at.count}: ${at.file}, ${at.rows} rows`,
    readingOneOfAt: (at: { file: string; number: string; count: string; rows: string }, perSecond: string) =>
      `File ${at.number} of ${at.count}: ${at.file}, ${at.rows} rows, ${perSecond} a second`,
  },
  asOf: {
    option: 'option',
    preamble: 'preamble',
    fileName: 'file name',
    ages: 'ages',
    newestDate: 'newest date',
    modifiedTime: 'modified time',
    newestOfFirstRows: 'newest date of the first rows',
  },
};
