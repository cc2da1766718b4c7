import type { Plan } from '@shared/contract/plan';
import { TotalStrip } from '../../components/total-strip';
import {
  formatCount,
  formatInstant,
  formatMoney,
  formatMoneyCompact,
  formatPercent,
  formatQuantity,
} from '../../lib/format';
import { decidedQuantity } from './describe-limit';

/** The plan in one line: what it orders, what that costs and brings, and how much of it is decided. */
export function PlanSummary({ plan }: { plan: Plan }) {
  const { totals, uncappedTotals, lines, solver } = plan;
  const decided = lines.filter(({ decision }) => decision !== null);
  const decidedUnits = decided.reduce((sum, line) => sum + decidedQuantity(line), 0);
  const solved = `Solved ${solver.status} over ${formatQuantity(solver.candidates, 'build')} in ${formatCount(solver.milliseconds)} ms, gap ${formatPercent(solver.gap, 1)}`;
  return (
    <TotalStrip
      label="Totals of the plan"
      title={solved}
      testIdPrefix="plan"
      totals={[
        {
          name: 'units',
          label: 'Units to order',
          value: formatCount(totals.units),
          note: `${formatCount(uncappedTotals.units)} without limits`,
        },
        {
          name: 'cost',
          label: 'Cost',
          value: formatMoneyCompact(totals.costCents),
          note: `${formatMoneyCompact(uncappedTotals.costCents)} without limits`,
        },
        {
          name: 'value',
          label: 'Expected net',
          value: formatMoneyCompact(totals.expectedValueCents),
          note: `${formatMoneyCompact(uncappedTotals.expectedValueCents)} without limits`,
        },
        {
          name: 'per-unit',
          label: 'Net per unit',
          value: totals.units > 0 ? formatMoney(totals.expectedValueCents / totals.units) : '–',
          note: `window of ${formatQuantity(plan.windowDays, 'day')}`,
        },
        {
          name: 'decided',
          label: plan.signedOffAt === null ? 'Decided' : 'Signed off',
          value: `${formatCount(decided.length)} of ${formatCount(lines.length)}`,
          note: signed(plan, decidedUnits),
        },
      ]}
    />
  );
}

function signed({ signedOffAt, supersededByPlanId }: Plan, units: number): string {
  if (signedOffAt === null) return `${formatQuantity(units, 'unit')} so far`;
  if (supersededByPlanId !== null) return `superseded by plan ${supersededByPlanId}`;
  return `${formatQuantity(units, 'unit')} on ${formatInstant(signedOffAt)}`;
}
