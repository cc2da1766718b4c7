/**
 * When a unit on its way will be here, in days from the plan's day. A stated arrival counts; one that is overdue
 * is taken as a week off, for it is late but coming. Without one, the usual lead time from its order day.
 */
import { type CalendarDay, daysBetween } from '@shared/domain/calendar-day';

const OVERDUE_DAYS = 7;
/** An invoiced unit on a truck, of which nothing more is known. */
export const IN_TRANSIT_DAYS = 14;

type ArrivalFacts = { estimatedArrivalOn: CalendarDay | null; orderedOn: CalendarDay | null };

export function arrivesInDays(facts: ArrivalFacts, today: CalendarDay, leadDays: number): number {
  if (facts.estimatedArrivalOn !== null) {
    const days = daysBetween(today, facts.estimatedArrivalOn);
    return days >= 0 ? days : OVERDUE_DAYS;
  }
  if (facts.orderedOn === null) return leadDays;
  return Math.max(OVERDUE_DAYS, leadDays - daysBetween(facts.orderedOn, today));
}
