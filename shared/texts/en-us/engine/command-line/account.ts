/** `compare`, `departures`, `rejects`, `correct`, `corrections` and `take-back`. */
export const account = {
  help: {
    paging: {
      offset: 'leave out this many rows',
      limit: 'show this many rows, at most 1000',
    },
    compare: {
      description: 'an import beside the one of its kind and store before it: added, changed, gone',
      batch: 'id of the import (default: the newest)',
      change: 'only these',
    },
    departures: {
      description: 'vehicles that left stock without a deal that says where they went',
      outcome: 'only these',
      treatAsSales: 'count the unknown ones as retail sales, or no longer',
    },
    rejects: {
      description: 'save the rejected rows of an import as CSV, to be corrected and imported again',
      batch: 'id of the import',
      out: 'the CSV file to write',
    },
    correct: {
      description: 'correct a value by hand; later imports go on below the correction',
      key: 'stock number, VIN or deal number',
      record: 'what to correct',
      field: 'the value, such as trim, price (in cents) or inventory date',
      value: 'the right value (left out: none)',
      note: 'why',
    },
    corrections: {
      description: 'values corrected by hand',
    },
    takeBack: {
      description: 'take a correction back: what the files say shows again',
      correction: 'id of the correction',
    },
  },
  comparison: {
    beside: (batch: { file: string; asOf: string }, previous: { file: string; asOf: string }) =>
      `${batch.file} (${batch.asOf}) beside ${previous.file} (${previous.asOf})`,
    first: (file: string) => `${file}: nothing before it`,
    counts: (counts: { added: string; changed: string; gone: string; same: string }) =>
      `${counts.added} added, ${counts.changed} changed, ${counts.gone} gone, ${counts.same} the same`,
    columns: ['Change', 'Record', 'Vehicle', 'Fields'],
    field: (field: string, from: string, to: string) => `${field}: ${from} -> ${to}`,
    notStated: 'not stated',
  },
  departures: {
    counted: (counts: { unknown: string; sold: string; moved: string }) =>
      `${counts.unknown} unknown (counted as sales), ${counts.sold} sold later, ${counts.moved} moved to another store`,
    notCounted: (counts: { unknown: string; sold: string; moved: string }) =>
      `${counts.unknown} unknown (not counted as sales), ${counts.sold} sold later, ${counts.moved} moved to another store`,
    columns: ['Stock #', 'VIN', 'Vehicle', 'Last seen', 'Left by', 'Days', 'Outcome'],
    movedTo: (store: string) => `moved to ${store}`,
  },
  rejects: (rows: string, path: string) => `${rows} rejected rows in ${path}`,
  corrections: {
    made: (made: { key: string; field: string; to: string; from: string; id: string }) =>
      `${made.key}: ${made.field} is ${made.to}, not ${made.from} (correction ${made.id}).`,
    takenBack: (key: string, field: string, value: string) => `${key}: ${field} is ${value} again.`,
    columns: ['Id', 'Record', 'Field', 'Files say', 'Corrected to', 'Note'],
    empty: 'empty',
  },
};
