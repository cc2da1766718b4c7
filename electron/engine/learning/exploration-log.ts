/**
 * The log that exploration is judged on: every recommendation that was turned down, or whose outcome is complete, with
 * its reward in standard deviations of what the store learns for. Advice of the last `SETTLED_DAYS` is left out, for of
 * that only quick sales are known; so is what stands unsold, whose end is not known.
 */
import { addDays, type CalendarDay } from '@shared/domain/calendar-day';
import type { LoggedAdvice } from './judge-exploration';
import type { Experience } from './near-equal-choice';
import { targetIn } from './outcome-target';
import { prepareSamples } from './prepare-samples';
import { type LearningTarget, type Outcome, SCORE_PARTS } from './types';

/** Two months to delivery and three to a sale. */
const SETTLED_DAYS = 150;

/** A draw among near-equal builds with the chance that it had; null for advice that was the plain best. */
export type LoggedOutcome = Outcome & { draw: LoggedAdvice['draw'] };

export type ExplorationLog = {
  /** Oldest first. */
  log: LoggedAdvice[];
  /** Followed advice whose end is not known, and advice too young to be judged. */
  open: number;
  /** Complete outcomes, for the next draws. */
  experience: Experience[];
};

export function explorationLog(
  outcomes: readonly LoggedOutcome[],
  asOf: CalendarDay,
  target: LearningTarget,
): ExplorationLog {
  const { samples } = prepareSamples(outcomes, asOf);
  const withTarget = targetIn(samples, target);
  const settledBy = addDays(asOf, -SETTLED_DAYS);
  const log: LoggedAdvice[] = [];
  let open = 0;
  const oldestFirst = [...outcomes].sort((a, b) => (a.recommendedOn < b.recommendedOn ? -1 : 1));
  for (const outcome of oldestFirst) {
    const parts = SCORE_PARTS.map((part) => outcome.parts[part]);
    if (outcome.recommendedOn > asOf || !parts.every((part) => part !== null)) continue;
    const isFollowed = outcome.decision !== 'declined' && outcome.orderedQuantity > 0;
    const [sample] = prepareSamples([outcome], asOf).samples;
    if (outcome.recommendedOn > settledBy || (isFollowed && !sample)) open += 1;
    else
      log.push({
        parts,
        isFollowed,
        reward: sample ? withTarget(sample).target : 0,
        draw: isFollowed ? outcome.draw : null,
      });
  }
  return {
    log,
    open,
    experience: samples.map((sample) => ({ parts: sample.parts, reward: withTarget(sample).target })),
  };
}
