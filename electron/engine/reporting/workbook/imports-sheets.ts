/** What each file brought, so that rows read can be reconciled with rows kept; and the first problems of each. */
import type { ImportBatch, ImportProblem } from '@shared/contract/imports';
import type { ReportModel } from '@shared/contract/reports';
import type { Workbook } from 'exceljs';
import type { TableColumn } from './add-table';
import { addTableSheet } from './add-table-sheet';
import { sheetNote, yesNo } from './workbook-input';

type Count = keyof ImportBatch['rows'];

const count = (key: Count, header: string): TableColumn<ImportBatch> => ({
  key,
  header,
  width: 10,
  format: 'units',
  value: (batch) => batch.rows[key],
});

const BATCH_COLUMNS: readonly TableColumn<ImportBatch>[] = [
  { key: 'id', header: 'Batch', width: 8, format: 'text', value: (batch) => batch.id },
  { key: 'file', header: 'File', width: 34, format: 'text', value: (batch) => batch.file },
  { key: 'kind', header: 'Kind', width: 12, format: 'text', value: (batch) => batch.kind },
  { key: 'format', header: 'Format', width: 10, format: 'text', value: (batch) => batch.format },
  { key: 'asOf', header: 'As of', width: 12, format: 'date', value: (batch) => batch.asOf },
  { key: 'asOfSource', header: 'As of by', width: 14, format: 'text', value: (batch) => batch.asOfSource },
  { key: 'coverage', header: 'Coverage', width: 10, format: 'text', value: (batch) => batch.coverage },
  count('read', 'Rows read'),
  count('accepted', 'Accepted'),
  count('repaired', 'Repaired'),
  count('unchanged', 'Unchanged'),
  count('ignored', 'Ignored'),
  count('rejected', 'Rejected'),
  {
    key: 'rest',
    header: 'Rows not accounted for',
    width: 12,
    format: 'units',
    value: ({ rows }) =>
      rows.read - rows.accepted - rows.repaired - rows.unchanged - rows.ignored - rows.rejected,
    formula: (cell) =>
      `${cell('read')}-${cell('accepted')}-${cell('repaired')}-${cell('unchanged')}-${cell('ignored')}-${cell('rejected')}`,
  },
  { key: 'added', header: 'Added', width: 9, format: 'units', value: ({ changes }) => changes.added },
  { key: 'changed', header: 'Changed', width: 9, format: 'units', value: ({ changes }) => changes.changed },
  { key: 'closed', header: 'Closed', width: 9, format: 'units', value: ({ changes }) => changes.closed },
  {
    key: 'reversed',
    header: 'Reversed',
    width: 9,
    format: 'units',
    value: ({ changes }) => changes.reversed,
  },
  { key: 'undone', header: 'Undone', width: 9, format: 'text', value: (batch) => yesNo(batch.isUndone) },
  {
    key: 'dropped',
    header: 'Personal columns dropped',
    width: 36,
    format: 'text',
    value: (batch) => batch.droppedColumns.join(', ') || null,
    isWrapped: true,
  },
  {
    key: 'remarks',
    header: 'Remarks',
    width: 70,
    format: 'text',
    value: (batch) => batch.remarks.join(' ') || null,
    isWrapped: true,
  },
];

type ProblemRow = ImportProblem & { file: string };

const PROBLEM_COLUMNS: readonly TableColumn<ProblemRow>[] = [
  { key: 'file', header: 'File', width: 30, format: 'text', value: (row) => row.file },
  { key: 'line', header: 'Line', width: 9, format: 'year', value: (row) => row.line },
  { key: 'column', header: 'Column', width: 20, format: 'text', value: (row) => row.column },
  { key: 'severity', header: 'What was done', width: 13, format: 'text', value: (row) => row.severity },
  { key: 'value', header: 'Value', width: 26, format: 'text', value: (row) => row.value },
  {
    key: 'message',
    header: 'Problem',
    width: 80,
    format: 'text',
    value: (row) => row.message,
    isWrapped: true,
  },
];

export function addImportSheets(workbook: Workbook, model: ReportModel): void {
  const footer = sheetNote(model);
  addTableSheet(workbook, {
    name: 'Imports',
    title: 'Import reconciliation, newest first',
    subtitle: `${footer} · rows read = accepted + repaired + unchanged + ignored + rejected`,
    footer,
    columns: BATCH_COLUMNS,
    rows: model.imports,
    emptyText: 'Nothing was imported yet.',
    frozenColumns: 3,
  });
  addTableSheet(workbook, {
    name: 'Import problems',
    title: 'Rows that were rejected or repaired',
    subtitle: `${footer} · the first problems of each file; all are on the Imports screen`,
    footer,
    columns: PROBLEM_COLUMNS,
    rows: model.imports.flatMap(({ file, problems }) => problems.map((problem) => ({ ...problem, file }))),
    emptyText: 'No row had a problem.',
    frozenColumns: 2,
  });
}
