/** `import`, `undo` and `template`. */
export const imports = {
  help: {
    import: {
      description: 'import exports of the dealer management system',
      file: 'files to import, or folders of them',
      dryRun: 'say what would be read, store nothing',
    },
    undo: {
      description: 'undo the newest import (or the one named, if it is the newest of its store and kind)',
      batch: 'id of the import',
      andLater: 'any import, with every later one of its stores: back to the state before it',
    },
    template: {
      description: 'print DOSO’s own template for a kind of file',
      kind: 'kind of file',
    },
    importing: {
      kind: 'what the files are',
      store: 'the store the rows belong to; created when it is not there',
      asOf: 'the day the data is as of, YYYY-MM-DD',
      full: 'an inventory file lists the whole stock: what it lacks has left',
      partial: 'an inventory file lists only some of the stock',
      profile: 'use this saved column mapping',
      map: 'map a column by hand; may be given again',
    },
  },
  passedOver: (files: string) => `Passed over in the folders, being no exports by their names: ${files}.`,
  nothing: {
    message: 'The folder holds no exports.',
    nextStep: 'Name a folder or files that your dealer management system saved.',
  },
  ofFile: (file: string, remark: string) => `${file}: ${remark}`,
  advised: (message: string, nextStep: string) => `${message} ${nextStep}`,
  refusedFiles: (files: string) => `${files} files were refused.`,
  columns: {
    previews: ['File', 'Kind', 'Format', 'As of', 'Columns used', 'Problems'],
    meanings: ['Column', 'Taken for', 'Sure'],
    report: [
      'File',
      'Kind',
      'As of',
      'Read',
      'Accepted',
      'Repaired',
      'Rejected',
      'Unchanged',
      'Ignored',
      'Added',
      'Changed',
      'Closed',
    ],
  },
  noName: '(no name)',
  personal: 'personal: dropped',
  notUsed: 'not used',
  nothingToUndo: { message: 'There is no import to undo.', nextStep: 'Import a file first.' },
  undone: (file: string, kind: string) => `Undone: ${file} (${kind}).`,
  kept: (rows: string, file: string) =>
    `${rows} of its rows were changed by ${file} since and keep that change.`,
};
