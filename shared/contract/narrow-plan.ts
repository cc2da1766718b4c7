/** The lines of a plan that the shared filter lets through, with their own totals: on screen and in reports of a view. */

import { passesFilter } from '@shared/domain/passes-filter';
import { planTotals } from '@shared/domain/plan-totals';
import { sharedTexts } from '@shared/texts/shared-texts';
import type { DataFilter } from './data-filter';
import type { Plan } from './plan';

/** Limits and what they cost stay those of the whole plan: they were set for all of its lines together. */
export function narrowPlan(plan: Plan, filter: DataFilter): Plan {
  const lines = plan.lines.filter(({ build }) => passesFilter({ ...build, condition: 'new' }, filter));
  if (lines.length === plan.lines.length) return plan;
  const ordered = lines.reduce((sum, { quantity }) => sum + quantity, 0);
  return {
    ...plan,
    lines,
    totals: planTotals(lines, ({ quantity }) => quantity),
    uncappedTotals: planTotals(lines, ({ uncappedQuantity }) => uncappedQuantity),
    notes: [
      sharedTexts.plan.part({
        lines: lines.length,
        ofLines: plan.lines.length,
        units: ordered,
        ofUnits: plan.totals.units,
      }),
      ...plan.notes,
    ],
  };
}
