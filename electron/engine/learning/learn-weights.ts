/**
 * From outcomes to a decision: keep the weights in use, or take new ones. New ones need enough outcomes, evidence
 * that is more than chance (fit-weights.ts) and a smaller error on later outcomes with 95 % confidence.
 */
import { addDays } from '@shared/domain/calendar-day';
import { censoringWeights } from './censoring-weights';
import { describeLearning } from './describe-learning';
import { fitWeights } from './fit-weights';
import { testForward } from './forward-test';
import { targetIn } from './outcome-target';
import { prepareSamples } from './prepare-samples';
import type { ForwardTest, LearningDecision, LearningTask, TargetSample } from './types';
import { weightedMoments } from './weighted-moments';

export const NEEDED_OUTCOMES = 60;
const NEEDED_CONFIDENCE = 0.95;

/** The same task gives the same decision. `samples` are the complete outcomes, for tables that illustrate it. */
export function learnWeights(task: LearningTask): { decision: LearningDecision; samples: TargetSample[] } {
  const { outcomes, asOf, target, active, seed } = task;
  const { samples: complete, unsoldFollowUpDays, counts } = prepareSamples(outcomes, asOf);
  const withTarget = targetIn(complete, target);
  const samples = complete.map(withTarget);
  const isEnough = samples.length >= NEEDED_OUTCOMES;
  const fit = isEnough
    ? fitWeights(weightedMoments(samples, censoringWeights(samples, unsoldFollowUpDays)), active)
    : null;
  const knownBefore = (day: string) => {
    const known = prepareSamples(outcomes, addDays(day, -1));
    return { samples: known.samples.map(withTarget), unsoldFollowUpDays: known.unsoldFollowUpDays };
  };
  const forwardTest = isEnough
    ? testForward({ samples, unsoldFollowUpDays }, knownBefore, active, seed)
    : null;
  const activate = fit !== null && fit.trust > 0 && isBetter(forwardTest);
  const evidence = {
    target,
    counts,
    neededOutcomes: NEEDED_OUTCOMES,
    neededConfidence: NEEDED_CONFIDENCE,
    fit,
    forwardTest,
  };
  const note = describeLearning({ ...evidence, activate });
  return { decision: { activate, weights: fit?.weights ?? active, note, evidence }, samples };
}

function isBetter(test: ForwardTest | null): boolean {
  if (!test) return false;
  return test.squaredErrorLearned < test.squaredErrorActive && test.confidence >= NEEDED_CONFIDENCE;
}
