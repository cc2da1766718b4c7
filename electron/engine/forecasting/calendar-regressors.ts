/**
 * What the calendar brings to each period of a series, for models that take regressors: its working days (Mondays to
 * Fridays) and how many days of each holiday of us-holidays.ts fall into it. Columns that a history cannot tell from its
 * season are left out: of months those that are the same in every year, as Independence Day is always July's, so that Easter
 * and the weekends about a month's end remain; of weeks those that came only once. None for series without dates of their own.
 */
import { addDays, daysBetween } from '@shared/domain/calendar-day';
import { addPeriods, firstDay, lastDay, type Period } from '@shared/domain/period';
import { workingDays } from './calendar-effect';
import { holidayOf } from './us-holidays';

export type CalendarRegressor = {
  name: string;
  /** Beside the history. */
  history: number[];
  /** For the periods after it. */
  future: number[];
};

/** Series without dates of their own are often numbered from year 0 or 1. */
const FIRST_YEAR = '1900';
const MONTHS = 12;

/** @param count periods of history from `start`; `horizon` more follow */
export function calendarRegressors(
  start: Period,
  count: number,
  horizon: number,
  season: number,
): CalendarRegressor[] {
  if (start < FIRST_YEAR) return [];
  const periods = Array.from({ length: count + horizon }, (_, step) => addPeriods(start, step));
  const isMonthly = season === MONTHS;
  const columns = holidayColumns(periods);
  if (isMonthly) columns.set('working_days', periods.map(workingDays));
  return [...columns].flatMap(([name, values]) => {
    const history = values.slice(0, count);
    const isTold = isMonthly ? isUnlikeItsSeason(history) : history.filter((value) => value > 0).length > 1;
    return isTold ? [{ name, history, future: values.slice(count) }] : [];
  });
}

/** Days of each holiday by period; only of holidays that fall into one. */
function holidayColumns(periods: readonly Period[]): Map<string, number[]> {
  const columns = new Map<string, number[]>();
  periods.forEach((period, index) => {
    const first = firstDay(period);
    for (let step = daysBetween(first, lastDay(period)); step >= 0; step--) {
      const holiday = holidayOf(addDays(first, step));
      if (!holiday) continue;
      const column = columns.get(holiday) ?? Array<number>(periods.length).fill(0);
      column[index] = (column[index] ?? 0) + 1;
      columns.set(holiday, column);
    }
  });
  return columns;
}

/** Whether some month differs from the same month a year before. */
function isUnlikeItsSeason(values: readonly number[]): boolean {
  return values.slice(MONTHS).some((value, index) => value !== values[index]);
}
