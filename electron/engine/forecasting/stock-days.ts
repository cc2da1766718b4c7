/**
 * Days with a unit on the ground, and what was sold on them. All pure, all by calendar days, both ends included.
 *
 * Evidence of demand comes from open days alone: days on which a unit stood that had stood for `GRACE_DAYS` already. A unit
 * that is sold on arrival was mostly ordered by its customer, who would have come to an empty lot too; since
 * a steady rate of customers has no memory, leaving out each stay's first days, and the sales on them, takes nothing from
 * the estimate but its bias (delayed entry: Klein & Moeschberger 2003, 3.4).
 */
import { addDays, type CalendarDay, daysBetween } from '@shared/domain/calendar-day';
import { firstDay, lastDay, type Period, periodOf } from '@shared/domain/period';

export type DaySpan = { from: CalendarDay; to: CalendarDay };
export type DaySales = { soldOn: CalendarDay; units: number };

/** One period of one series. */
export type StockEvidence = {
  units: number;
  /** Share of days with a unit on the ground, 0..1. */
  inStockShare: number;
  /** Share of days that were open as above, 0..1. */
  openShare: number;
  /** Units sold on open days. */
  openUnits: number;
};

const GRACE_DAYS = 5;

export function stockEvidence(
  sales: readonly DaySales[],
  spans: readonly DaySpan[],
  periods: readonly Period[],
): StockEvidence[] {
  const [first] = periods;
  if (first === undefined) return [];
  const stays = mergeSpans(spans);
  const open = stays
    .map(({ from, to }) => ({ from: addDays(from, GRACE_DAYS), to }))
    .filter(({ from, to }) => from <= to);
  const grain = first.includes('W') ? 'week' : 'month';
  const sold = new Map(periods.map((period) => [period, { units: 0, openUnits: 0 }]));
  for (const { soldOn, units } of sales) {
    const own = sold.get(periodOf(soldOn, grain));
    if (!own) continue;
    own.units += units;
    if (open.some(({ from, to }) => from <= soldOn && soldOn <= to)) own.openUnits += units;
  }
  return periods.map((period) => ({
    ...(sold.get(period) ?? { units: 0, openUnits: 0 }),
    inStockShare: shareCovered(stays, period),
    openShare: shareCovered(open, period),
  }));
}

/** Spans joined where they touch or overlap, in the order of days. */
export function mergeSpans(spans: readonly DaySpan[]): DaySpan[] {
  const merged: DaySpan[] = [];
  for (const { from, to } of [...spans].sort((a, b) => (a.from < b.from ? -1 : 1))) {
    const last = merged.at(-1);
    if (last && from <= addDays(last.to, 1)) last.to = to > last.to ? to : last.to;
    else merged.push({ from, to });
  }
  return merged;
}

/** @param spans disjoint */
function shareCovered(spans: readonly DaySpan[], period: Period): number {
  const first = firstDay(period);
  const last = lastDay(period);
  let days = 0;
  for (const { from, to } of spans) {
    const begin = from > first ? from : first;
    const end = to < last ? to : last;
    if (begin <= end) days += daysBetween(begin, end) + 1;
  }
  return days / (daysBetween(first, last) + 1);
}
