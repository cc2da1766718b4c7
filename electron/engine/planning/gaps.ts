/**
 * Gaps: the stock a segment should have on the day an order placed today would arrive, less what it will have then.
 *
 *   projected = available + sold and waiting + arriving by then - demand until then, and never below 0
 *   ideal     = daily demand from then on x target days supply, and never below the segment's minimum stock
 *   gap       = round(ideal - projected); +n to stock, -n to reduce
 *
 * New and used are never mixed. Used units are bought, not ordered: their day is today, and what is bought already
 * counts as there. Units sold and waiting for delivery count until their sale is in the books, for their delivery is
 * in the demand to come. Without demand the ideal is the minimum, so that only units beyond it are called too many.
 */
import type { Gap } from '@shared/contract/plan-gaps';
import { engineTexts } from '@shared/texts/engine-texts';

const texts = engineTexts.planning.gaps;

export type Segment = {
  condition: Gap['condition'];
  make: string;
  model: string;
  trim: string | null;
  available: number;
  /** Sold units on the lot whose sale is not in the books yet. */
  soldWaiting: number;
  /** Days to arrival of each unit on its way. */
  arrivalsInDays: readonly number[];
  /** Days from today to the arrival of an order placed today; 0 for used units. */
  leadDays: number;
  /** Mean units wanted in the lead days. */
  demandUntilArrival: number;
  /** Mean units wanted a day over the target days that follow the lead days. */
  dailyDemand: number;
  minimumUnits: number;
  /** As the inventory figures define it. */
  daysSupply: number | null;
  /** Of its own sales: what a unit earns and how long it takes; null where too few tell. */
  grossCents: number | null;
  medianDays: number | null;
  isCore: boolean;
  /** Where the demand figure comes from, when a reader should know. */
  basis: string | null;
};

type TargetDays = Record<Gap['condition'], number>;

const WEEKS_AHEAD = 13;

/** Days of a mean month, for showing daily demand by the month. */
const DAYS_PER_MONTH = 365.25 / 12;

/** Gaps, the largest lack first, then by name. */
export function gapsOf(segments: readonly Segment[], targetDays: TargetDays): Gap[] {
  return segments.map((segment) => gapOf(segment, targetDays[segment.condition])).sort(compareGaps);
}

function gapOf(segment: Segment, targetDays: number): Gap {
  const { available, soldWaiting, arrivalsInDays, leadDays, dailyDemand } = segment;
  const ideal = Math.max(segment.minimumUnits, dailyDemand * targetDays);
  const arriving =
    leadDays === 0 ? arrivalsInDays.length : arrivalsInDays.filter((days) => days <= leadDays).length;
  const projected = Math.max(0, available + soldWaiting + arriving - segment.demandUntilArrival);
  // Adding 0 turns the -0 that rounding -0.3 gives into 0.
  const gap = Math.round(ideal - projected) + 0;
  return {
    condition: segment.condition,
    make: segment.make,
    model: segment.model,
    trim: segment.trim,
    available,
    soldWaiting,
    pipeline: arrivalsInDays.length,
    leadDays,
    arriving,
    projected,
    ideal,
    gap,
    monthlyDemand: dailyDemand * DAYS_PER_MONTH,
    daysSupply: segment.daysSupply,
    arrivalsByWeek: arrivalsByWeek(arrivalsInDays),
    grossCents: segment.grossCents,
    medianDays: segment.medianDays,
    isCore: segment.isCore,
    signal: signalOf(gap, ideal, segment.isCore),
    note: noteOn(segment, arriving, projected),
    inPlan: null,
  };
}

function arrivalsByWeek(arrivalsInDays: readonly number[]): number[] {
  return Array.from(
    { length: WEEKS_AHEAD },
    (_, week) => arrivalsInDays.filter((days) => Math.floor(days / 7) === week).length,
  );
}

/** A gap of a unit is noise; a core segment lacking one is not. Both are measured against the ideal, too. */
function signalOf(gap: number, ideal: number, isCore: boolean): Gap['signal'] {
  const matters = Math.abs(gap) >= Math.max(2, ideal / 4);
  if (gap > 0 && (matters || isCore)) return 'opportunity';
  return gap < 0 && matters ? 'overstock' : null;
}

function noteOn(segment: Segment, arriving: number, projected: number): string | null {
  const { available, soldWaiting, leadDays, demandUntilArrival, dailyDemand, basis } = segment;
  const sums =
    leadDays === 0
      ? null
      : texts.projected({
          days: leadDays,
          available,
          soldWaiting,
          arriving,
          sold: oneDecimal(demandUntilArrival),
          left: oneDecimal(projected),
          isSoldOutBefore: demandUntilArrival > available + soldWaiting + arriving,
        });
  const parts = [sums, basis ?? (dailyDemand > 0 ? null : texts.noDemand)].filter((part) => part !== null);
  return parts.length === 0 ? null : texts.together(parts);
}

function oneDecimal(value: number): string {
  return (Math.round(value * 10) / 10).toString();
}

function compareGaps(a: Gap, b: Gap): number {
  if (a.gap !== b.gap) return b.gap - a.gap;
  const nameOf = (gap: Gap) => [gap.condition, gap.make, gap.model, gap.trim ?? ''].join('|');
  return nameOf(a) < nameOf(b) ? -1 : 1;
}
