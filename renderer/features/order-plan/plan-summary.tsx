import type { Plan } from '@shared/contract/plan';
import {
  formatCount,
  formatMoney,
  formatMoneyCompact,
  formatPercent,
  formatQuantity,
} from '../../lib/format';
import { decidedQuantity } from './describe-limit';
import classes from './plan-summary.module.css';

/** The plan in one line: what it orders, what that costs and brings, and how much of it is decided. */
export function PlanSummary({ plan }: { plan: Plan }) {
  const { totals, uncappedTotals, lines, solver } = plan;
  const decided = lines.filter(({ decision }) => decision !== null);
  const decidedUnits = decided.reduce((sum, line) => sum + decidedQuantity(line), 0);
  const solved = `Solved ${solver.status} over ${formatQuantity(solver.candidates, 'build')} in ${formatCount(solver.milliseconds)} ms, gap ${formatPercent(solver.gap, 1)}`;
  return (
    <section className={classes.strip} aria-label="Totals of the plan" title={solved}>
      <Total
        name="units"
        label="Units to order"
        value={formatCount(totals.units)}
        note={`${formatCount(uncappedTotals.units)} without limits`}
      />
      <Total
        name="cost"
        label="Cost"
        value={formatMoneyCompact(totals.costCents)}
        note={`${formatMoneyCompact(uncappedTotals.costCents)} without limits`}
      />
      <Total
        name="value"
        label="Expected net"
        value={formatMoneyCompact(totals.expectedValueCents)}
        note={`${formatMoneyCompact(uncappedTotals.expectedValueCents)} without limits`}
      />
      <Total
        name="per-unit"
        label="Net per unit"
        value={totals.units > 0 ? formatMoney(totals.expectedValueCents / totals.units) : '–'}
        note={`window of ${formatQuantity(plan.windowDays, 'day')}`}
      />
      <Total
        name="decided"
        label="Decided"
        value={`${formatCount(decided.length)} of ${formatCount(lines.length)}`}
        note={`${formatQuantity(decidedUnits, 'unit')} signed off`}
      />
    </section>
  );
}

function Total({ name, label, value, note }: { name: string; label: string; value: string; note: string }) {
  return (
    <div className={classes.total}>
      <span className={classes.label}>{label}</span>
      <span className={classes.value} data-testid={`plan-${name}`}>
        {value}
      </span>
      <span className={classes.note}>{note}</span>
    </div>
  );
}
