import type { ImportBatch } from '@shared/contract/imports';
import type { ReportModel } from '@shared/contract/reports';
import { formatCount, formatDay, spellDays } from '../lib/format';
import { type PrintColumn, PrintTable } from './print-table';
import { Section } from './section';

const SHOWN_PROBLEMS = 8;

export function ImportsSection({ model: { imports } }: { model: ReportModel }) {
  const troubled = imports.filter(({ problems }) => problems.length > 0);
  return (
    <Section
      title="Import reconciliation"
      note="Rows read = accepted + repaired + unchanged + ignored + rejected, file by file, newest first."
    >
      {imports.length === 0 ? (
        <p>Nothing was imported yet.</p>
      ) : (
        <PrintTable columns={COLUMNS} rows={imports} keyOf={({ id }) => id} isDense />
      )}
      {troubled.map((batch) => (
        <Problems key={batch.id} batch={batch} />
      ))}
    </Section>
  );
}

function Problems({ batch: { file, problems, problemCount } }: { batch: ImportBatch }) {
  const shown = problems.slice(0, SHOWN_PROBLEMS);
  return (
    <div className="block">
      <h3>{file}</h3>
      <ul className="problems">
        {shown.map((problem) => (
          <li key={`${problem.line}-${problem.column}-${problem.code}`}>
            {problem.line === null ? '' : `Line ${formatCount(problem.line)}: `}
            {problem.message}
          </li>
        ))}
      </ul>
      {problemCount > shown.length && (
        <p className="more">{formatCount(problemCount - shown.length)} more are on the Imports screen.</p>
      )}
    </div>
  );
}

const COLUMNS: readonly PrintColumn<ImportBatch>[] = [
  {
    header: 'File',
    cell: (batch) => (batch.isUndone ? <s>{batch.file}</s> : batch.file),
    width: '27%',
  },
  { header: 'Kind', cell: ({ kind }) => kind, width: '11%' },
  { header: 'As of', cell: ({ asOf }) => spellDays(formatDay(asOf)), width: '14%' },
  { header: 'Read', isNumber: true, cell: ({ rows }) => formatCount(rows.read) },
  { header: 'Accepted', isNumber: true, cell: ({ rows }) => formatCount(rows.accepted) },
  { header: 'Repaired', isNumber: true, cell: ({ rows }) => formatCount(rows.repaired) },
  { header: 'Unchanged', isNumber: true, cell: ({ rows }) => formatCount(rows.unchanged) },
  { header: 'Ignored', isNumber: true, cell: ({ rows }) => formatCount(rows.ignored) },
  { header: 'Rejected', isNumber: true, cell: ({ rows }) => formatCount(rows.rejected) },
];
