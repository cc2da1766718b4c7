import type { ImportBatch } from '@shared/contract/imports';
import type { ReportModel } from '@shared/contract/reports';
import { formatCount, formatDay, spellDays } from '../lib/format';
import { texts } from '../texts/texts';
import { type PrintColumn, PrintTable } from './print-table';
import { Section } from './section';

const words = texts.report.record.imports;

const SHOWN_PROBLEMS = 8;

export function ImportsSection({ model: { imports } }: { model: ReportModel }) {
  const troubled = imports.filter(({ problems }) => problems.length > 0);
  return (
    <Section title={words.title} note={words.note}>
      {imports.length === 0 ? (
        <p>{words.none}</p>
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
            {problem.line === null
              ? problem.message
              : words.atLine(formatCount(problem.line), problem.message)}
          </li>
        ))}
      </ul>
      {problemCount > shown.length && (
        <p className="more">{words.more(formatCount(problemCount - shown.length))}</p>
      )}
    </div>
  );
}

const COLUMNS: readonly PrintColumn<ImportBatch>[] = [
  {
    header: words.file,
    cell: (batch) => (batch.isUndone ? <s>{batch.file}</s> : batch.file),
    width: '27%',
  },
  { header: words.kind, cell: ({ kind }) => words.kinds[kind], width: '11%' },
  { header: words.asOf, cell: ({ asOf }) => spellDays(formatDay(asOf)), width: '14%' },
  { header: words.read, isNumber: true, cell: ({ rows }) => formatCount(rows.read) },
  { header: words.accepted, isNumber: true, cell: ({ rows }) => formatCount(rows.accepted) },
  { header: words.repaired, isNumber: true, cell: ({ rows }) => formatCount(rows.repaired) },
  { header: words.unchanged, isNumber: true, cell: ({ rows }) => formatCount(rows.unchanged) },
  { header: words.ignored, isNumber: true, cell: ({ rows }) => formatCount(rows.ignored) },
  { header: words.rejected, isNumber: true, cell: ({ rows }) => formatCount(rows.rejected) },
];
