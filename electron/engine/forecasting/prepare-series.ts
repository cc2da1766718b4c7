/**
 * From a series as recorded to the gapless history that models are given. Invariants of the result: `demand`
 * begins with an observed period, has no gaps, no NaN and at most LONGEST_HISTORY values; `observed` tells which
 * of its values may be scored.
 */
import { addPeriods, type Grain, type Period, periodOrdinal } from '@shared/domain/period';
import type { PooledCounts } from './pooled-counts';
import type { SpreadFactors } from './spread-factors';
import type { StoreSeason } from './store-season';
import type { DemandSeries } from './types';

export type PreparedSeries = {
  start: Period;
  grain: Grain;
  season: number;
  /** As recorded, null for gaps. */
  values: (number | null)[];
  /** Gaps filled, stock-outs corrected. */
  demand: number[];
  /** False where `demand` was filled in. */
  observed: boolean[];
  isCount: boolean;
  isNonNegative: boolean;
  /** Most periods have no sale as recorded; corrected demand is hardly ever nothing. */
  isIntermittent: boolean;
  /** Season of the store that the series borrows; models see a history without it. */
  storeSeason?: StoreSeason;
  /** What the group's back-tests say of intervals; those of combinations are widened by them. */
  spreadFactors?: SpreadFactors;
  /** What sparse series of the group tell of each other. */
  pooledCounts?: PooledCounts;
  notes: string[];
};

/** Older values add time and no accuracy: fifty years of months, eleven of weeks. */
const LONGEST_HISTORY = 600;
/** Share of periods without a sale from which a series is intermittent. */
const INTERMITTENT_SHARE = 0.5;

export function seasonOf(grain: Grain): number {
  return grain === 'month' ? 12 : 52;
}

/** Null when not a single value is known up to `completeThrough`. */
export function prepareSeries(series: DemandSeries, completeThrough?: Period): PreparedSeries | null {
  const season = seasonOf(series.grain);
  const known = completeThrough === undefined ? series.values : upTo(series, completeThrough);
  const clean = known.map((value) => (value !== null && Number.isFinite(value) ? value : null));
  const firstKnown = clean.findIndex((value) => value !== null);
  if (firstKnown < 0) return null;
  const first = Math.max(firstKnown, clean.length - LONGEST_HISTORY);
  const values = clean.slice(first);
  const corrected = series.demand?.slice(first, clean.length) ?? values;
  const finite = values.filter((value) => value !== null);
  const isNonNegative = finite.every((value) => value >= 0);
  const idle = finite.filter((value) => value <= 0).length;
  return {
    start: addPeriods(series.start, first),
    grain: series.grain,
    season,
    values,
    demand: fillGaps(corrected, season),
    observed: values.map((value) => value !== null),
    isCount: isNonNegative && finite.every(Number.isInteger),
    isNonNegative,
    isIntermittent: isNonNegative && idle / values.length >= INTERMITTENT_SHARE,
    ...(series.storeSeason ? { storeSeason: series.storeSeason } : {}),
    notes: describe(values, corrected, first - firstKnown, known.length - series.values.length),
  };
}

/**
 * Gaps inside are drawn straight between their neighbours; at the end they repeat the same period a year
 * before, else the last known value; at the start (after a cut) the first known value.
 */
export function fillGaps(values: readonly (number | null)[], season: number): number[] {
  const filled: number[] = [];
  values.forEach((value, index) => {
    filled.push(value ?? estimateGap(values, filled, index, season));
  });
  return filled;
}

function estimateGap(
  values: readonly (number | null)[],
  filled: readonly number[],
  index: number,
  season: number,
): number {
  const before = filled[index - 1];
  const nextIndex = values.findIndex((value, at) => at > index && value !== null);
  const next = values[nextIndex];
  if (next === null || next === undefined) return filled[index - season] ?? before ?? 0;
  if (before === undefined) return next;
  return before + (next - before) / (nextIndex - index + 1);
}

function upTo(series: DemandSeries, completeThrough: Period): readonly (number | null)[] {
  const length = periodOrdinal(completeThrough) - periodOrdinal(series.start) + 1;
  const missing = Math.max(0, length - series.values.length);
  const padding = series.values.length > 0 ? Array<null>(missing).fill(null) : [];
  return [...series.values.slice(0, Math.max(0, length)), ...padding];
}

function describe(
  values: readonly (number | null)[],
  corrected: readonly (number | null)[],
  cut: number,
  lengthChange: number,
): string[] {
  const notes: string[] = [];
  const gaps = values.filter((value) => value === null).length;
  const raised = values.filter((value, index) => (corrected[index] ?? 0) > (value ?? 0) + 1e-9).length;
  if (lengthChange < 0) notes.push('the last, incomplete period was left out');
  if (gaps > 0) notes.push(`${gaps} ${gaps === 1 ? 'period' : 'periods'} without data filled in`);
  if (raised > 0)
    notes.push(`${raised} ${raised === 1 ? 'period' : 'periods'} raised for days without stock`);
  if (cut > 0) notes.push(`only the last ${LONGEST_HISTORY} periods were used`);
  return notes;
}
