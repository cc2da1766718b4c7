/**
 * From outcomes to a decision: keep the weights in use, or take new ones. New ones need enough outcomes, evidence
 * that is more than chance (fit-weights.ts) and a smaller error on later outcomes with 95 % confidence.
 */
import { addDays } from '@shared/domain/calendar-day';
import { censoringWeights } from './censoring-weights';
import { candidatesOf, chooseModel } from './choose-model';
import { describeLearning } from './describe-learning';
import { shrinkByEvidence } from './fit-weights';
import { testForward } from './forward-test';
import { targetIn } from './outcome-target';
import { prepareSamples } from './prepare-samples';
import type {
  ForwardTest,
  KnownOutcomes,
  LearningDecision,
  LearningTask,
  TargetSample,
  WeightFit,
} from './types';
import { findWeights, type ModelCandidate } from './weight-models';
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
  const knownBefore = (day: string) => {
    const known = prepareSamples(outcomes, addDays(day, -1));
    return { samples: known.samples.map(withTarget), unsoldFollowUpDays: known.unsoldFollowUpDays };
  };
  const known = { samples, unsoldFollowUpDays };
  const candidates = candidatesOf(task.model);
  const choice = isEnough ? chooseModel(known, knownBefore, candidates, seed) : null;
  const fit = choice && fitAll(known, choice.candidate, task);
  const forwardTest = isEnough ? testForward(known, knownBefore, { active, candidates, seed }) : null;
  const activate = fit !== null && fit.trust > 0 && isBetter(forwardTest);
  const evidence = {
    target,
    counts,
    neededOutcomes: NEEDED_OUTCOMES,
    neededConfidence: NEEDED_CONFIDENCE,
    model: choice?.candidate ?? null,
    models: choice?.scores ?? [],
    fit,
    forwardTest,
  };
  const note = describeLearning({ ...evidence, activate });
  return { decision: { activate, weights: fit?.weights ?? active, note, evidence }, samples };
}

function fitAll(
  { samples, unsoldFollowUpDays }: KnownOutcomes,
  candidate: ModelCandidate,
  { active, seed }: LearningTask,
): WeightFit {
  const weights = censoringWeights(samples, unsoldFollowUpDays);
  const moments = weightedMoments(samples, weights);
  return shrinkByEvidence(moments, findWeights(candidate, { samples, weights, moments, seed }), active);
}

function isBetter(test: ForwardTest | null): boolean {
  if (!test) return false;
  return test.squaredErrorLearned < test.squaredErrorActive && test.confidence >= NEEDED_CONFIDENCE;
}
