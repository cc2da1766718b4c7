/**
 * Days on which a store sells, and the pace of a month that is under way: units so far / selling days so far x selling
 * days of the month. 40 units in 10 of 26 selling days are on pace for 104.
 */
import type { StoreSettings } from '@shared/contract/stores';
import { addDays, type CalendarDay, daysBetween, weekday } from '@shared/domain/calendar-day';
import { firstDay, lastDay, periodOf } from '@shared/domain/period';

export type OpeningDays = Pick<StoreSettings, 'closedWeekdays' | 'closedDays'>;

/** Days from `from` to `to`, both included, on which the store is not closed; 0 when `to` is before `from`. */
export function sellingDays(from: CalendarDay, to: CalendarDay, closed: OpeningDays): number {
  const weekdays = new Set(closed.closedWeekdays);
  const days = new Set(closed.closedDays);
  const length = Math.max(0, daysBetween(from, to) + 1);
  return Array.from({ length }, (_, index) => addDays(from, index)).filter(
    (day) => !weekdays.has(weekday(day)) && !days.has(day),
  ).length;
}

/** Selling days of the month of `asOf`: those gone, that day included, and all of them. */
export function sellingDaysOfMonth(asOf: CalendarDay, closed: OpeningDays): { soFar: number; all: number } {
  const month = periodOf(asOf, 'month');
  return {
    soFar: sellingDays(firstDay(month), asOf, closed),
    all: sellingDays(firstDay(month), lastDay(month), closed),
  };
}

/** Units the month would end with; null while it has had no selling day. */
export function monthPace(units: number, { soFar, all }: { soFar: number; all: number }): number | null {
  return soFar === 0 ? null : (units / soFar) * all;
}
