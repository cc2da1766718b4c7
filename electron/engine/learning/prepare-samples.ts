/**
 * Which outcomes can be learned from, as seen on a given day. What was known only later is not used: a sale
 * after that day makes its outcome an unsold one. An unsold outcome is censored (it takes at least as long as it
 * has been waiting) and is never counted as a failure; censoring-weights.ts says what it is used for.
 */
import { addDays, type CalendarDay, daysBetween } from '@shared/domain/calendar-day';
import { type Outcome, type OutcomeCounts, type Sample, SCORE_PARTS } from './types';

export type PreparedSamples = {
  /** Oldest recommendation first. */
  samples: Sample[];
  /** Days that each unsold outcome has waited since its arrival. */
  unsoldFollowUpDays: number[];
  counts: OutcomeCounts;
};

type State = Exclude<keyof OutcomeCounts, 'outcomes'>;

export function prepareSamples(outcomes: readonly Outcome[], asOf: CalendarDay): PreparedSamples {
  const counts: OutcomeCounts = {
    outcomes: 0,
    complete: 0,
    unsold: 0,
    waiting: 0,
    notOrdered: 0,
    incomplete: 0,
  };
  const samples: Sample[] = [];
  const unsoldFollowUpDays: number[] = [];
  for (const outcome of outcomes) {
    if (outcome.recommendedOn > asOf) continue;
    const sample = toSample(outcome, asOf);
    const state = sample ? 'complete' : stateWithoutSample(outcome, asOf);
    counts.outcomes++;
    counts[state]++;
    if (sample) samples.push(sample);
    if (state === 'unsold' && outcome.arrivedOn)
      unsoldFollowUpDays.push(daysBetween(outcome.arrivedOn, asOf));
  }
  samples.sort((left, right) => (left.recommendedOn < right.recommendedOn ? -1 : 1));
  return { samples, unsoldFollowUpDays, counts };
}

/** null unless the outcome was complete on that day. */
function toSample(outcome: Outcome, asOf: CalendarDay): Sample | null {
  if (!isOrdered(outcome) || !isSoldOut(outcome)) return null;
  const { unitsSold, daysToTurn, grossCents, recommendedOn, arrivedOn } = outcome;
  const parts = SCORE_PARTS.map((part) => outcome.parts[part]);
  if (unitsSold === null || daysToTurn === null || daysToTurn < 0 || grossCents === null) return null;
  if (!parts.every(isRank)) return null;
  const knownOn = addDays(arrivedOn ?? recommendedOn, Math.round(daysToTurn));
  if (knownOn > asOf) return null;
  return {
    recommendedOn,
    knownOn,
    followUpDays: arrivedOn ? daysBetween(arrivedOn, asOf) : null,
    parts,
    grossPerUnitCents: grossCents / unitsSold,
    daysToTurn,
    unitsSold,
  };
}

function stateWithoutSample(outcome: Outcome, asOf: CalendarDay): State {
  if (!isOrdered(outcome)) return 'notOrdered';
  if (outcome.arrivedOn && outcome.arrivedOn > asOf) return 'waiting';
  if (isSoldOut(outcome) && !isSoldLater(outcome, asOf)) return 'incomplete';
  return outcome.arrivedOn ? 'unsold' : 'waiting';
}

function isSoldLater({ arrivedOn, recommendedOn, daysToTurn }: Outcome, asOf: CalendarDay): boolean {
  return daysToTurn !== null && addDays(arrivedOn ?? recommendedOn, Math.round(daysToTurn)) > asOf;
}

function isOrdered({ decision, orderedQuantity }: Outcome): boolean {
  return decision !== 'declined' && orderedQuantity > 0;
}

function isSoldOut({ unitsSold, orderedQuantity }: Outcome): boolean {
  return unitsSold !== null && unitsSold >= orderedQuantity;
}

function isRank(part: number | null): part is number {
  return part !== null && part >= 0 && part <= 1;
}
