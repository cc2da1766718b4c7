/**
 * Gaps: the stock a segment should have, less what it has and has coming.
 *
 *   ideal = daily demand x target days supply, and never below the segment's minimum stock
 *   gap   = round(ideal - available - pipeline); +n to stock, -n to reduce
 *
 * New and used are never mixed. Without demand the ideal is the minimum, so that only units beyond it are
 * called too many, and days supply is null: "no demand" is neither 0 days nor endless.
 */
import type { Gap } from '@shared/contract/plan';

export type Segment = {
  condition: Gap['condition'];
  make: string;
  model: string;
  trim: string | null;
  available: number;
  /** New units on their way; 0 for used ones, which have no order bank. */
  pipeline: number;
  /** Mean units wanted a day; null when nothing is known of it. */
  dailyDemand: number | null;
  minimumUnits: number;
  /** Where the demand figure comes from, when a reader should know. */
  note: string | null;
};

export type TargetDays = Record<Gap['condition'], number>;

/** Days of a mean month, for showing daily demand by the month. */
const DAYS_PER_MONTH = 365.25 / 12;

/** Gaps, the largest lack first, then by name. */
export function gapsOf(segments: readonly Segment[], targetDays: TargetDays): Gap[] {
  return segments.map((segment) => gapOf(segment, targetDays[segment.condition])).sort(compareGaps);
}

function gapOf(segment: Segment, targetDays: number): Gap {
  const daily = segment.dailyDemand ?? 0;
  const ideal = Math.max(segment.minimumUnits, daily * targetDays);
  // Adding 0 turns the -0 that rounding -0.3 gives into 0.
  const gap = Math.round(ideal - segment.available - segment.pipeline) + 0;
  return {
    condition: segment.condition,
    make: segment.make,
    model: segment.model,
    trim: segment.trim,
    available: segment.available,
    pipeline: segment.pipeline,
    ideal,
    gap,
    monthlyDemand: daily * DAYS_PER_MONTH,
    daysSupply: daily > 0 ? segment.available / daily : null,
    note: segment.note ?? (daily > 0 ? null : 'no demand expected'),
  };
}

function compareGaps(a: Gap, b: Gap): number {
  if (a.gap !== b.gap) return b.gap - a.gap;
  const nameOf = (gap: Gap) => [gap.condition, gap.make, gap.model, gap.trim ?? ''].join('|');
  return nameOf(a) < nameOf(b) ? -1 : 1;
}
