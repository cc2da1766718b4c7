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
import { type PrintColumn, PrintTable } from './print-table';
import { Section } from './section';

const SHOWN_RUNS = 12;

export function LearningSection({ model: { learning } }: { model: ReportModel }) {
  if (!learning) return null;
  const { weights, runs, feedback } = learning;
  return (
    <Section
      title="Learning"
      note="What became of recommendations, and the weights of the score that followed from it."
    >
      <p className="headline">
        {feedback.outcomes === 0
          ? 'No recommendation has an outcome yet.'
          : `${formatQuantity(feedback.outcomes, 'recommendation')} with an outcome: ${formatCount(feedback.accepted)} accepted, ${formatCount(feedback.changed)} changed, ${formatCount(feedback.declined)} declined. ${formatCount(feedback.unitsSold)} of ${formatCount(feedback.unitsOrdered)} units sold, in ${formatDays(feedback.medianDaysToTurn)} (median) at ${formatMoney(feedback.grossPerUnitCents)} a unit; ${formatCount(feedback.agedUnits)} aged.`}
      </p>
      <h3>Weights, newest first</h3>
      <PrintTable columns={WEIGHT_COLUMNS} rows={weights} keyOf={({ id }) => id} isDense />
      {runs.length > 0 && (
        <>
          <h3>What was tried</h3>
          <PrintTable columns={RUN_COLUMNS} rows={runs.slice(0, SHOWN_RUNS)} keyOf={({ id }) => id} isDense />
        </>
      )}
    </Section>
  );
}

const WEIGHT_COLUMNS: readonly PrintColumn<WeightSet>[] = [
  {
    header: 'Version',
    cell: (set) => (set.isActive ? <strong>{set.version}, in use</strong> : set.version),
    width: '13%',
  },
  { header: 'Gross', isNumber: true, cell: ({ weights }) => formatPercent(weights.gross) },
  { header: 'Days to turn', isNumber: true, cell: ({ weights }) => formatPercent(weights.daysToTurn) },
  { header: 'Market', isNumber: true, cell: ({ weights }) => formatPercent(weights.market) },
  { header: 'Forecast', isNumber: true, cell: ({ weights }) => formatPercent(weights.forecast) },
  { header: 'Tilt', isNumber: true, cell: (set) => formatDecimal(set.tilt, 2) },
  { header: 'Why', cell: (set) => set.note, width: '48%' },
];

const RUN_COLUMNS: readonly PrintColumn<LearningRun>[] = [
  { header: 'As of', cell: (run) => formatDay(run.asOf), width: '14%' },
  { header: 'Target', cell: (run) => run.target, width: '12%' },
  { header: 'Taken', cell: (run) => (run.activated ? 'yes' : 'no'), width: '8%' },
  { header: 'Evidence', cell: (run) => run.note },
];
