/**
 * Forecast periods: a month `YYYY-MM` or an ISO-8601 week `YYYY-Www`. Arithmetic goes through an ordinal
 * (months since year 0, or weeks since 1970-01-05) so that ranges have no gaps at a year's end.
 */
import { addDays, type CalendarDay, dayFromNumber, dayNumber, weekday } from './calendar-day';

export type Grain = 'week' | 'month';
export type Period = string;

const MONTH = /^(\d{4})-(0[1-9]|1[0-2])$/;
const WEEK = /^(\d{4})-W(0[1-9]|[1-4]\d|5[0-3])$/;
/** 1970-01-05, the Monday that week ordinals count from. */
const FIRST_MONDAY = 4;

export function grainOf(period: Period): Grain {
  if (MONTH.test(period)) return 'month';
  if (WEEK.test(period)) return 'week';
  throw new RangeError(`not a period: ${period}`);
}

export function periodOrdinal(period: Period): number {
  const month = MONTH.exec(period);
  if (month) return Number(month[1]) * 12 + Number(month[2]) - 1;
  const week = WEEK.exec(period);
  if (!week) throw new RangeError(`not a period: ${period}`);
  const ordinal = (mondayOfFirstWeek(Number(week[1])) - FIRST_MONDAY) / 7 + Number(week[2]) - 1;
  if (periodFromOrdinal(ordinal, 'week') !== period) throw new RangeError(`not a period: ${period}`);
  return ordinal;
}

export function periodFromOrdinal(ordinal: number, grain: Grain): Period {
  if (grain === 'month') {
    return `${String(Math.floor(ordinal / 12)).padStart(4, '0')}-${String((ordinal % 12) + 1).padStart(2, '0')}`;
  }
  const monday = ordinal * 7 + FIRST_MONDAY;
  const year = Number(dayFromNumber(monday + 3).slice(0, 4));
  const week = (monday - mondayOfFirstWeek(year)) / 7 + 1;
  return `${year}-W${String(week).padStart(2, '0')}`;
}

export function addPeriods(period: Period, count: number): Period {
  return periodFromOrdinal(periodOrdinal(period) + count, grainOf(period));
}

/** Periods from `first` to `last`, both included; empty when `last` is before `first`. */
export function periodRange(first: Period, last: Period): Period[] {
  const grain = grainOf(first);
  const start = periodOrdinal(first);
  const length = Math.max(0, periodOrdinal(last) - start + 1);
  return Array.from({ length }, (_, index) => periodFromOrdinal(start + index, grain));
}

export function periodOf(day: CalendarDay, grain: Grain): Period {
  if (grain === 'month') return day.slice(0, 7);
  const monday = dayNumber(day) - ((weekday(day) + 6) % 7);
  return periodFromOrdinal((monday - FIRST_MONDAY) / 7, 'week');
}

export function firstDay(period: Period): CalendarDay {
  if (grainOf(period) === 'month') return `${period}-01`;
  return dayFromNumber(periodOrdinal(period) * 7 + FIRST_MONDAY);
}

export function lastDay(period: Period): CalendarDay {
  return addDays(firstDay(addPeriods(period, 1)), -1);
}

/** Monday of ISO week 1: the week that holds 4 January. */
function mondayOfFirstWeek(year: number): number {
  const fourth = dayNumber(`${String(year).padStart(4, '0')}-01-04`);
  return fourth - ((weekday(dayFromNumber(fourth)) + 6) % 7);
}
