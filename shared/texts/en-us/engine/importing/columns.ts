import { list } from './lists';

/** What is said of a file's header and of what its columns are taken for. */
export const columns = {
  noHeader: {
    message: (file: string) =>
      `${file}: none of the first 30 rows names columns that DOSO knows, such as VIN, Stock #, Model or Deal Number.`,
    nextStep:
      'Export the report with its column names. The template of its kind shows columns that are understood.',
  },
  unknownTarget: {
    message: (file: string, source: string, target: string) =>
      `${file}: the mapping sends "${source}" to "${target}", which is nothing that DOSO knows.`,
    nextStep: (fields: readonly string[], notUsed: string) =>
      `It can be one of: ${list(fields)}; or ${notUsed}.`,
  },
  unknownColumn: {
    message: (file: string, source: string) => `${file} has no column "${source}", which the mapping names.`,
    nextStep: (names: string) => `Its columns are: ${names}.`,
  },
  unknownKind: {
    message: (file: string, names: string) =>
      `${file} is none of the files that DOSO reads (inventory, sales, orders, allocation, market, feedback). Its columns are: ${names}.`,
    nextStep: 'Say which of these it is and what its columns hold, or use the columns of a template.',
  },
  looksLike: {
    inventory: 'an inventory file',
    sales: 'a sales file',
    orders: 'an orders file',
    allocation: 'an allocation file',
    market: 'a market file',
    feedback: 'a feedback file',
  },
  missing: {
    message: (
      file: string,
      aKindOfFile: string,
      { missing, unused }: { missing: readonly string[]; unused: readonly string[] },
    ) => {
      const lacks = `${file} looks like ${aKindOfFile}, but no column holds ${missing.join(', nor ')}.`;
      return unused.length === 0 ? lacks : `${lacks} Columns that were not understood: ${list(unused)}.`;
    },
    nextStep: (names: string) =>
      `Add the column to the export, or say which of the file's columns it is: ${names}.`,
  },
  names: (names: readonly string[]) => list(names),
  namesAndMore: (names: readonly string[], more: string) => `${list(names)} and ${more} more`,
  unnamed: (position: string) => `Column ${position}`,
};
