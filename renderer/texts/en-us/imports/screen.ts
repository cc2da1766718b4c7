/** Words of the Imports screen: what is dropped, what waits, and what was imported. */
export const screen = {
  title: 'Imports',
  tabs: {
    files: { label: 'Files', lead: 'Your exports as they are: recognised, checked, and undone if wrong' },
    departures: { label: 'Left stock', lead: 'Units that a later list lacks, and what became of them' },
    corrections: { label: 'Corrections', lead: 'Values corrected by hand, over what the files say' },
  },
  drop: {
    label: 'Files to import',
    letGo: 'Let go to look at them',
    invite: 'Drop the exports of your DMS here, or a folder of them',
    about:
      'Inventory, sales, factory orders, allocation, market, feedback: CSV, text, Excel, XML, JSON, Parquet, ZIP. Nothing is stored until you say so.',
    folderTitle: 'Choose a folder of exports',
    folder: 'Choose a folder',
    files: 'Choose files',
  },
  folder: {
    none: 'No exports in this folder',
    noneAbout: 'None of its files is one by its name: CSV, text, Excel, JSON, Parquet, XML, ZIP.',
    passedOver: (files: string) => `${files} passed over`,
    passedOverAbout: 'By their names they are no exports, or the folder holds more than 100 at once.',
  },
  options: {
    storeCode: 'Store code',
    fromFile: 'from the file',
    asOf: 'As of',
    about:
      'Only where the files do not say it. What you answer below is kept for the next file with the same columns.',
  },
  queue: {
    title: (files: string) => `${files} to import`,
    looking: 'looking at the files',
    clear: 'Clear',
    start: (files: string | null) => (files === null ? 'Import' : `Import ${files}`),
  },
  history: {
    title: 'History',
    none: 'Nothing imported yet',
    noneAbout: 'What you import is listed here and can be undone.',
    caption: 'Imports, newest first',
    more: 'Show more',
    imported: 'Imported',
    file: 'File',
    kind: 'Kind',
    store: 'Store',
    asOf: 'As of',
    rows: 'Rows',
    changes: 'Changes',
    problems: 'Problems',
    undo: 'Undo…',
    undoToHere: 'Undo to here…',
    undone: 'Undone',
    rejected: (rows: string) => `${rows} rejected`,
    noProblems: 'None',
  },
  report: {
    title: 'Imported',
    done: 'Done',
    about: (batch: {
      rows: string;
      changes: string;
      asOf: string;
      asOfSource: string;
      dropped: string;
      remarks: readonly string[];
    }) =>
      [
        `${batch.rows}; ${batch.changes}. As of ${batch.asOf} (${batch.asOfSource}).`,
        ...(batch.dropped === '' ? [] : [`Personal columns dropped: ${batch.dropped}.`]),
        ...batch.remarks,
      ].join(' '),
    details: 'Details',
    refused: 'Refused',
  },
  templates: {
    button: 'Templates',
    title: (kind: string) => `Template: ${kind}`,
    save: (file: string) => `Save ${file}`,
    copied: 'Copied',
    copy: 'Copy',
    caption: (file: string) => `Columns of ${file}`,
    column: 'Column',
    needed: 'needed',
    meaning: 'Meaning',
  },
};
