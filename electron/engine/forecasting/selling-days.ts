/**
 * How many customers a day brings for being the weekday or holiday that it is, so that a month of five Saturdays is
 * not taken for a better market. Weights are relative to the store's mean day; a period's selling weight is the sum of
 * its days'. Measured on the store's own sales, drawn toward the plain day as far as sales are few:
 *
 *     weekday w: (units on w + k) / (mean units a day x days of w + k)        holiday h: the same against its weekday
 */
import { addDays, type CalendarDay, daysBetween, weekday } from '@shared/domain/calendar-day';
import { firstDay, lastDay, type Period } from '@shared/domain/period';
import { type Holiday, holidayOf } from './us-holidays';

export type SellingDays = {
  /** Sunday to Saturday; 1 is the mean day. */
  weekdays: number[];
  /** Against the weekday it falls on; absent where the store has not lived through one. */
  holidays: Partial<Record<Holiday, number>>;
};

export type DailyUnits = { day: CalendarDay; units: number };

/** Units that the plain day's word is worth. */
const PRIOR_UNITS = 5;

/** @param daily days with sales, ascending; the days between without a row sold nothing */
export function measureSellingDays(daily: readonly DailyUnits[]): SellingDays {
  const [first] = daily;
  const last = daily.at(-1);
  if (!first || !last) return { weekdays: Array<number>(7).fill(1), holidays: {} };
  const units = new Map(daily.map((row) => [row.day, row.units]));
  const days = Array.from({ length: daysBetween(first.day, last.day) + 1 }, (_, step) => {
    const day = addDays(first.day, step);
    return { weekday: weekday(day), holiday: holidayOf(day), units: units.get(day) ?? 0 };
  });
  const meanUnits = days.reduce((sum, day) => sum + day.units, 0) / days.length;
  const plain = days.filter(({ holiday }) => holiday === null);
  const raw = Array.from({ length: 7 }, (_, index) =>
    shrunkRatio(
      plain.filter((day) => day.weekday === index),
      () => meanUnits,
    ),
  );
  const scale = raw.reduce((sum, weight) => sum + weight, 0) / 7;
  const weekdays = raw.map((weight) => weight / scale);
  const holidays: SellingDays['holidays'] = {};
  for (const { holiday } of days) {
    if (holiday === null || holidays[holiday] !== undefined) continue;
    const own = days.filter((day) => day.holiday === holiday);
    holidays[holiday] = shrunkRatio(own, (day) => meanUnits * (weekdays[day.weekday] ?? 1));
  }
  return { weekdays, holidays };
}

type Day = { weekday: number; units: number };

function shrunkRatio(days: readonly Day[], expectedOf: (day: Day) => number): number {
  const sold = days.reduce((sum, day) => sum + day.units, 0);
  const expected = days.reduce((sum, day) => sum + expectedOf(day), 0);
  return (sold + PRIOR_UNITS) / (expected + PRIOR_UNITS);
}

export function dayWeight(day: CalendarDay, { weekdays, holidays }: SellingDays): number {
  const holiday = holidayOf(day);
  return (weekdays[weekday(day)] ?? 1) * (holiday === null ? 1 : (holidays[holiday] ?? 1));
}

/** Selling weight of the days from `from` to `to`, both included. */
export function sellingWeight(from: CalendarDay, to: CalendarDay, profile: SellingDays): number {
  const length = daysBetween(from, to) + 1;
  return Array.from({ length: Math.max(0, length) }, (_, step) =>
    dayWeight(addDays(from, step), profile),
  ).reduce((sum, weight) => sum + weight, 0);
}

export function sellingWeightOf(period: Period, profile: SellingDays): number {
  return sellingWeight(firstDay(period), lastDay(period), profile);
}
