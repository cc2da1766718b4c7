/**
 * How a month's demand moves with its number of working days, of which months have 20 to 23: demand goes with their
 * power b, estimated from the history itself by regressing changes of log demand from month to month on changes of
 * log working days, each less the mean of its month of the year, so that the season has no part in it (the trading-day
 * regression of Bell & Hillmer 1983, with one day type). An estimate that may be chance is drawn toward 0 by the
 * positive-part rule of James & Stein, and one below 0, fewer sales on more days, is not believed.
 */
import { dayNumber, weekday } from '@shared/domain/calendar-day';
import { addPeriods, firstDay, type Period } from '@shared/domain/period';

const MONTHS = 12;
/** Series without dates of their own are often numbered from year 0 or 1. */
const FIRST_YEAR = '1900';
/** Three years, for a mean of each month and something left to tell. */
const FEWEST_MONTHS = 36;
/** An estimate of this many standard errors is drawn all the way to 0. */
const CHANCE = 1.5;
const GREATEST_POWER = 1.5;
const DAYS_IN_MEAN_MONTH = 21.75;

/**
 * The power b; 0 where no effect can be told: other grains than months, short histories, and where some month sold
 * nothing.
 */
export function calendarPower(history: readonly number[], start: Period, season: number): number {
  const hasCalendar = season === MONTHS && start >= FIRST_YEAR;
  if (!hasCalendar || history.length < FEWEST_MONTHS || history.some((value) => value <= 0)) return 0;
  return estimatePower(history.map(Math.log), logWorkingDays(start, history.length));
}

/** What each of `count` months from `start` is to be divided by, to be as if it had a mean month's working days. */
export function calendarFactors(power: number, start: Period, count: number): number[] {
  return logWorkingDays(start, count).map((value) => Math.exp(power * value));
}

/** Mondays to Fridays of a month: four of each weekday, and the days beyond the 28th. */
export function workingDays(month: Period): number {
  const first = dayNumber(firstDay(month));
  const beyond = dayNumber(firstDay(addPeriods(month, 1))) - first - 28;
  const place = weekday(firstDay(month));
  return 20 + [0, 1, 2].slice(0, beyond).filter((day) => ![0, 6].includes((place + day) % 7)).length;
}

function logWorkingDays(start: Period, count: number): number[] {
  return Array.from({ length: count }, (_, index) =>
    Math.log(workingDays(addPeriods(start, index)) / DAYS_IN_MEAN_MONTH),
  );
}

function estimatePower(logs: readonly number[], days: readonly number[]): number {
  const demandChanges = withoutMonthMeans(changesOf(logs));
  const dayChanges = withoutMonthMeans(changesOf(days));
  let product = 0;
  let square = 0;
  let total = 0;
  dayChanges.forEach((change, index) => {
    const demand = demandChanges[index] ?? 0;
    product += change * demand;
    square += change ** 2;
    total += demand ** 2;
  });
  if (!(square > 0)) return 0;
  const power = product / square;
  const variance = (total - power * product) / (demandChanges.length - MONTHS - 1);
  if (power <= 0) return 0;
  const chance = (CHANCE ** 2 * variance) / square / power ** 2;
  return Math.min(GREATEST_POWER, power) * Math.max(0, 1 - chance);
}

function changesOf(values: readonly number[]): number[] {
  return values.slice(1).map((value, index) => value - (values[index] ?? value));
}

function withoutMonthMeans(changes: readonly number[]): number[] {
  const sums = Array<number>(MONTHS).fill(0);
  const counts = Array<number>(MONTHS).fill(0);
  changes.forEach((change, index) => {
    sums[index % MONTHS] = (sums[index % MONTHS] ?? 0) + change;
    counts[index % MONTHS] = (counts[index % MONTHS] ?? 0) + 1;
  });
  return changes.map((change, index) => change - (sums[index % MONTHS] ?? 0) / (counts[index % MONTHS] ?? 1));
}
