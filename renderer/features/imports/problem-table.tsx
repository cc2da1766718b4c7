import type { ImportProblem } from '@shared/contract/imports';
import { type Column, DataTable } from '../../components/data-table';
import { StatusPill } from '../../components/status-pill';
import { formatCount } from '../../lib/format';
import { texts } from '../../texts/texts';
import { SEVERITY_TONES } from './import-words';

const words = texts.imports.preview.problemTable;

const COLUMNS: Column<ImportProblem>[] = [
  {
    id: 'severity',
    header: words.happened,
    width: 110,
    render: ({ severity }) => (
      <StatusPill tone={SEVERITY_TONES[severity]}>{texts.imports.names.severities[severity]}</StatusPill>
    ),
    sortBy: ({ severity }) => severity,
  },
  {
    id: 'line',
    header: words.line,
    isNumber: true,
    width: 70,
    render: ({ line }) => formatCount(line),
    sortBy: ({ line }) => line,
  },
  {
    id: 'column',
    header: words.column,
    render: ({ column }) => column ?? '',
    sortBy: ({ column }) => column,
  },
  { id: 'value', header: words.value, render: ({ value }) => (value === null ? '' : <code>{value}</code>) },
  { id: 'message', header: words.why, render: ({ message }) => message },
];

/** Rows that were rejected, repaired or remarked on, with the place in the file. */
export function ProblemTable({
  problems,
  maxHeight,
}: {
  problems: ImportProblem[];
  maxHeight: number | string;
}) {
  return (
    <DataTable
      caption={words.caption}
      columns={COLUMNS}
      rows={problems}
      rowKey={({ line, column, code, value }) => [line, column, code, value].join('|')}
      maxHeight={maxHeight}
      empty={words.none}
      testId="import-problems"
    />
  );
}
