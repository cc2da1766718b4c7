import type { LearningRun, WeightSet } from '@shared/contract/learning';
import type { ReportModel } from '@shared/contract/reports';
import {
  formatCount,
  formatDay,
  formatDays,
  formatDecimal,
  formatMoney,
  formatPercent,
  formatQuantity,
} from '../lib/format';
import { texts } from '../texts/texts';
import { type PrintColumn, PrintTable } from './print-table';
import { Section } from './section';

const words = texts.report.record.learning;

const SHOWN_RUNS = 12;

export function LearningSection({ model: { learning } }: { model: ReportModel }) {
  if (!learning) return null;
  const { weights, runs, feedback } = learning;
  return (
    <Section title={words.title} note={words.note}>
      <p className="headline">
        {feedback.outcomes === 0
          ? words.none
          : words.outcomes({
              outcomes: formatQuantity(feedback.outcomes, 'recommendation'),
              accepted: formatCount(feedback.accepted),
              changed: formatCount(feedback.changed),
              declined: formatCount(feedback.declined),
              sold: formatCount(feedback.unitsSold),
              ordered: formatCount(feedback.unitsOrdered),
              days: formatDays(feedback.medianDaysToTurn),
              gross: formatMoney(feedback.grossPerUnitCents),
              aged: formatCount(feedback.agedUnits),
            })}
      </p>
      <h3>{words.weights}</h3>
      <PrintTable columns={WEIGHT_COLUMNS} rows={weights} keyOf={({ id }) => id} isDense />
      {runs.length > 0 && (
        <>
          <h3>{words.tried}</h3>
          <PrintTable columns={RUN_COLUMNS} rows={runs.slice(0, SHOWN_RUNS)} keyOf={({ id }) => id} isDense />
        </>
      )}
    </Section>
  );
}

const WEIGHT_COLUMNS: readonly PrintColumn<WeightSet>[] = [
  {
    header: words.version,
    cell: (set) => (set.isActive ? <strong>{words.inUse(set.version)}</strong> : set.version),
    width: '13%',
  },
  { header: words.gross, isNumber: true, cell: ({ weights }) => formatPercent(weights.gross) },
  { header: words.daysToTurn, isNumber: true, cell: ({ weights }) => formatPercent(weights.daysToTurn) },
  { header: words.market, isNumber: true, cell: ({ weights }) => formatPercent(weights.market) },
  { header: words.forecast, isNumber: true, cell: ({ weights }) => formatPercent(weights.forecast) },
  { header: words.tilt, isNumber: true, cell: (set) => formatDecimal(set.tilt, 2) },
  { header: words.why, cell: (set) => set.note, width: '48%' },
];

const RUN_COLUMNS: readonly PrintColumn<LearningRun>[] = [
  { header: words.asOf, cell: (run) => formatDay(run.asOf), width: '14%' },
  { header: words.target, cell: (run) => texts.learning.targets[run.target], width: '12%' },
  { header: words.taken, cell: (run) => (run.activated ? words.yes : words.no), width: '8%' },
  { header: words.evidence, cell: (run) => run.note },
];
