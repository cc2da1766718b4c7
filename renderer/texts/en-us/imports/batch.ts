import { plural } from '@shared/texts/plural';

/** Words of one import: how it was read, what it changed, and its undo. */
export const batch = {
  comparison: {
    changes: { added: 'Added', changed: 'Changed', gone: 'Gone' },
    which: 'Which differences',
    caption: 'Differences from the import before',
    none: 'Nothing differs.',
    more: (total: string) => `Show more of ${total}`,
    first: 'The first import of its kind for this store: everything in it is new.',
    period: (from: string, to: string) =>
      `Deals sold from ${from} to ${to}, which both files cover, are compared.`,
    beside: (before: { file: string; asOf: string; same: string; period: string }) =>
      `Beside ${before.file}, as of ${before.asOf}: ${before.same} are the same.${before.period && ` ${before.period}`}`,
    all: (count: string) => `All ${count}`,
    added: (count: string) => `Added ${count}`,
    changed: (count: string) => `Changed ${count}`,
    gone: (count: string) => `Gone ${count}`,
    record: 'Record',
    what: 'What it is',
    whatChanged: 'What changed',
    notStated: 'not stated',
  },
  tabs: { comparison: 'Beside the import before', facts: 'How it was read' },
  facts: {
    kind: 'Kind',
    readAs: 'Read as',
    profile: (profile: string) => `profile ${profile}`,
    store: 'Store',
    asOf: 'As of',
    imported: 'Imported',
    changes: 'Changes',
    dates: 'Date of its figures',
    inTurn: (dates: readonly string[]) => dates.join(', else '),
    columns: 'Columns used',
    dropped: 'Personal columns dropped',
    remarks: 'Remarks',
    none: 'none',
  },
  rejected: {
    about: 'Correct them in the file and drop it in again.',
    save: 'Save the rejected rows…',
    first: (shown: string, total: string) =>
      `The first ${shown} of ${total}; the file of rejected rows has all.`,
    fileName: (file: string) => `${file} rejected.csv`,
    saved: (rows: string) => `${rows} saved`,
  },
  sums: {
    ignored: (rows: string) => `Ignored: ${rows}.`,
    ignoredRows: (count: string, reason: string, line: string) =>
      `${count} (${reason}, first on line ${line})`,
    money: 'Money, added up',
    read: (rows: string) => `${rows} read`,
    noneKept: 'none kept',
    rowsAgree: (rows: string) => `The file says ${rows} rows, and so many were read`,
    rowsDiffer: (stated: string, read: string) => `The file says ${stated} rows, ${read} were read`,
    noTotals: 'The file has no totals row',
    totalsDiffer: (columns: string, line: string) => `${columns} differ from the totals on line ${line}`,
    totalsAgree: (line: string) => `Agrees with the totals on line ${line}`,
    column: 'Column',
    takenFor: 'Taken for',
    addedUp: 'Added up',
    rejected: 'Of it rejected',
    stated: 'The file says',
    agrees: 'Agrees',
    differs: 'Differs',
  },
  undo: {
    title: (file: string, isBackTo: boolean) =>
      isBackTo ? `Undo back to ${file}?` : `Undo the import of ${file}?`,
    one: 'Import undone',
    many: (imports: number) => `${imports} imports undone`,
    asIfNot: (files: string) => `As if not imported: ${files}.`,
    keep: 'Keep it',
    submit: 'Undo it',
    together: (files: string) =>
      `Undone together, newest first: ${files}. The store is then as it was before them.`,
    addedNone: 'No record that was added would go.',
    added: (removed: number, records: string, imports: number) =>
      `${records} that ${plural(imports, { one: 'it', other: 'they' })} added ${plural(removed, { one: 'goes', other: 'go' })}.`,
    changedNone: 'No record that was changed would go back.',
    changed: (restored: number, records: string, imports: number) =>
      `${records} that ${plural(imports, { one: 'it', other: 'they' })} changed ${plural(restored, { one: 'is again what it was', other: 'are again what they were' })}.`,
    kept: (rows: number, count: string, kind: string, file: string) =>
      plural(rows, {
        one: `${count} stays as it is: ${kind} of ${file} changed it since.`,
        other: `${count} stay as they are: ${kind} of ${file} changed them since.`,
      }),
    corrections: 'Values corrected by hand stay corrected. The file can be imported again at any time.',
  },
};
