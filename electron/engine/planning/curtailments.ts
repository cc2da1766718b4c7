/** Repayments of the floor plan: at stated ages a share of a unit's cost falls due. */
import type { Curtailment } from '@shared/contract/stores';
import { addDays, type CalendarDay } from '@shared/domain/calendar-day';

export type DueCurtailment = { dueOn: CalendarDay; amountCents: number; share: number };

/** The first repayment after `asOf` and within `days`; null when there is none or the cost is not known. */
export function nextCurtailment(
  unit: { receivedOn: CalendarDay; costCents: number | null },
  schedule: readonly Curtailment[],
  asOf: CalendarDay,
  days: number,
): DueCurtailment | null {
  const { receivedOn, costCents } = unit;
  if (costCents === null) return null;
  const due = schedule
    .map(({ afterDays, share }) => ({ dueOn: addDays(receivedOn, afterDays), share }))
    .filter(({ dueOn }) => dueOn > asOf && dueOn <= addDays(asOf, days))
    .sort((a, b) => (a.dueOn < b.dueOn ? -1 : 1));
  const first = due[0];
  return first ? { ...first, amountCents: Math.round(costCents * first.share) } : null;
}
