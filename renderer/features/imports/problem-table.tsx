import type { ImportProblem } from '@shared/contract/imports';
import { type Column, DataTable } from '../../components/data-table';
import { StatusPill } from '../../components/status-pill';
import { formatCount } from '../../lib/format';
import { SEVERITY_WORDS } from './import-words';

const COLUMNS: Column<ImportProblem>[] = [
  {
    id: 'severity',
    header: 'What happened',
    width: 110,
    render: ({ severity }) => (
      <StatusPill tone={SEVERITY_WORDS[severity].tone}>{SEVERITY_WORDS[severity].word}</StatusPill>
    ),
    sortBy: ({ severity }) => severity,
  },
  {
    id: 'line',
    header: 'Line',
    isNumber: true,
    width: 70,
    render: ({ line }) => formatCount(line),
    sortBy: ({ line }) => line,
  },
  { id: 'column', header: 'Column', render: ({ column }) => column ?? '', sortBy: ({ column }) => column },
  { id: 'value', header: 'Value', render: ({ value }) => (value === null ? '' : <code>{value}</code>) },
  { id: 'message', header: 'Why', render: ({ message }) => message },
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
      caption="Problems"
      columns={COLUMNS}
      rows={problems}
      rowKey={({ line, column, code, value }) => [line, column, code, value].join('|')}
      maxHeight={maxHeight}
      empty="No problems."
      testId="import-problems"
    />
  );
}
