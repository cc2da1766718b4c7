/**
 * Which periods are complete: the first is left out when the store's sales begin more than a few days into it; the
 * last is the newest one that ended by the as-of day, or by the newest sale where the sales file is older than the stock.
 */
import { addDays, type CalendarDay, daysBetween } from '@shared/domain/calendar-day';
import {
  addPeriods,
  firstDay,
  type Grain,
  lastDay,
  type Period,
  periodOf,
  periodOrdinal,
} from '@shared/domain/period';
import type { DemandRows } from './demand-rows';

export type DemandWindow = {
  grain: Grain;
  first: Period;
  last: Period;
  asOf: CalendarDay;
  /** Sales are known up to this day, which may lie in the period after `last`. */
  salesUntil: CalendarDay;
};

/** Sales that begin within so many days of a period's start cover it. */
const START_TOLERANCE_DAYS = 3;
/** A store sells every few days: a longer silence before the as-of day means that newer sales were not imported. */
const STALE_SALES_DAYS = 10;

/** Null when no period is complete yet. */
export function completeWindow(
  { firstSoldOn, lastSoldOn }: Pick<DemandRows, 'firstSoldOn' | 'lastSoldOn'>,
  grain: Grain,
  asOf: CalendarDay,
): DemandWindow | null {
  const begun = periodOf(firstSoldOn, grain);
  const isWhole = daysBetween(firstDay(begun), firstSoldOn) <= START_TOLERANCE_DAYS;
  const isStale = daysBetween(lastSoldOn, asOf) > STALE_SALES_DAYS;
  const salesUntil = isStale ? lastSoldOn : asOf;
  const running = periodOf(salesUntil, grain);
  const first = isWhole ? begun : addPeriods(begun, 1);
  const last = lastDay(running) <= salesUntil ? running : addPeriods(running, -1);
  if (periodOrdinal(last) < periodOrdinal(first)) return null;
  return { grain, first, last, asOf, salesUntil };
}

/** The period under way and the day it began; null when sales end with a whole period. */
export function runningPeriod({
  last,
  salesUntil,
}: DemandWindow): { period: Period; from: CalendarDay } | null {
  const period = addPeriods(last, 1);
  const from = addDays(lastDay(last), 1);
  return from <= salesUntil ? { period, from } : null;
}
