/**
 * What the store's season does to each period of a series, as it was known at an origin: months after the origin take
 * no part in the estimate, so that a back-test is honest.
 */
import { addPeriods, grainOf, lastDay, type Period, periodOf, periodOrdinal } from '@shared/domain/period';
import { estimateSeason, type StoreSeason } from './store-season';

/** Below this, dividing by it would run away. */
const LEAST_FACTOR = 0.05;

/**
 * @param start first period of the history; `length` periods of it are known, `horizon` more are asked for
 * @returns one factor about 1 for each of length + horizon periods; null where no season could be estimated
 */
export function seasonFactors(
  source: StoreSeason,
  start: Period,
  length: number,
  horizon: number,
): number[] | null {
  const season = seasonAt(source, addPeriods(start, length - 1));
  if (!season) return null;
  const offset = periodOrdinal(start) - periodOrdinal(source.calendar.start);
  return Array.from({ length: length + horizon }, (_, step) => {
    const parts = source.calendar.parts[offset + step] ?? [];
    const factor = parts.reduce((sum, [month, weight]) => sum + weight * (season[month] ?? 1), 0);
    return parts.length === 0 ? 1 : Math.max(LEAST_FACTOR, factor);
  });
}

/** Estimates of one source by the number of months known: every series and model of a batch asks for the same few. */
const known = new WeakMap<StoreSeason['months'], Map<number, number[] | null>>();

function seasonAt({ months }: StoreSeason, last: Period): number[] | null {
  const length = monthsKnown(months.start, last);
  const estimates = known.get(months) ?? new Map<number, number[] | null>();
  known.set(months, estimates);
  const found = estimates.get(length);
  if (found !== undefined) return found;
  const estimate = estimateSeason(months, length);
  estimates.set(length, estimate);
  return estimate;
}

/** Whole months that had ended with the period `last`. */
function monthsKnown(first: Period, last: Period): number {
  const end = lastDay(last);
  const running = periodOf(end, 'month');
  const isWhole = grainOf(last) === 'month' || lastDay(running) === end;
  return Math.max(0, periodOrdinal(running) - periodOrdinal(first) + (isWhole ? 1 : 0));
}
