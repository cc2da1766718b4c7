/**
 * Share of a segment over three months, ending at each month: one month alone jumps about with deliveries. A share is
 * missing until three months are known, and where the segment sold nothing.
 */
import type { MarketTrends } from '@shared/contract/market-demand';

type Segment = MarketTrends['segments'][number];
export type ShareLine = { name: string; isOwn: boolean; shares: (number | null)[]; units: number };

const MONTHS_TOGETHER = 3;

/** The largest first by units over all months; the store's own models before the others. */
export function shareLines(segment: Segment, months: number): ShareLine[] {
  const totals = Array.from({ length: months }, (_, month) =>
    segment.models.reduce((sum, { units }) => sum + (units[month] ?? 0), 0),
  );
  return segment.models
    .map(({ make, model, isOwn, units }) => ({
      name: `${make} ${model}`,
      isOwn,
      shares: totals.map((_, month) => shareAt(units, totals, month)),
      units: units.reduce((sum, count) => sum + count, 0),
    }))
    .sort((a, b) => Number(b.isOwn) - Number(a.isOwn) || b.units - a.units || a.name.localeCompare(b.name));
}

function shareAt(units: readonly number[], totals: readonly number[], month: number): number | null {
  if (month < MONTHS_TOGETHER - 1) return null;
  const over = (counts: readonly number[]) =>
    counts.slice(month - MONTHS_TOGETHER + 1, month + 1).reduce((sum, count) => sum + count, 0);
  const all = over(totals);
  return all === 0 ? null : over(units) / all;
}
