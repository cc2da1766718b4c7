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
import { texts } from '../../texts/texts';
import { decidedQuantity } from './describe-limit';

const words = texts.orderPlan.screen.totals;

/** The plan in one line: what it orders, what that costs and brings, and how much of it is decided. */
export function PlanSummary({ plan }: { plan: Plan }) {
  const { totals, uncappedTotals, lines, solver } = plan;
  const decided = lines.filter(({ decision }) => decision !== null);
  const decidedUnits = decided.reduce((sum, line) => sum + decidedQuantity(line), 0);
  const solved = words.solved({
    status: words.solverStatus[solver.status],
    builds: formatQuantity(solver.candidates, 'build'),
    milliseconds: formatCount(solver.milliseconds),
    gap: formatPercent(solver.gap, 1),
  });
  return (
    <TotalStrip
      label={words.label}
      title={solved}
      testIdPrefix="plan"
      totals={[
        {
          name: 'units',
          label: words.units,
          value: formatCount(totals.units),
          note: words.withoutLimits(formatCount(uncappedTotals.units)),
        },
        {
          name: 'cost',
          label: words.cost,
          value: formatMoneyCompact(totals.costCents),
          note: words.withoutLimits(formatMoneyCompact(uncappedTotals.costCents)),
        },
        {
          name: 'value',
          label: words.net,
          value: formatMoneyCompact(totals.expectedValueCents),
          note: words.withoutLimits(formatMoneyCompact(uncappedTotals.expectedValueCents)),
        },
        {
          name: 'per-unit',
          label: words.netPerUnit,
          value: totals.units > 0 ? formatMoney(totals.expectedValueCents / totals.units) : '–',
          note: words.window(formatQuantity(plan.windowDays, 'day')),
        },
        {
          name: 'decided',
          label: plan.signedOffAt === null ? words.decided : words.signedOff,
          value: words.decidedOf(formatCount(decided.length), formatCount(lines.length)),
          note: signed(plan, decidedUnits),
        },
      ]}
    />
  );
}

function signed({ signedOffAt, supersededByPlanId }: Plan, units: number): string {
  if (signedOffAt === null) return words.soFar(formatQuantity(units, 'unit'));
  if (supersededByPlanId !== null) return words.superseded(supersededByPlanId);
  return words.signedOn(formatQuantity(units, 'unit'), formatInstant(signedOffAt));
}
