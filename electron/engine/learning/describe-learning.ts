/** What learning found, in words that a sales manager can weigh. */
import { engineTexts } from '@shared/texts/engine-texts';
import { NEEDED_LATER } from './forward-test';
import type { ForwardTest, LearningDecision, WeightModel } from './types';

const texts = engineTexts.planning.learning;

type Findings = LearningDecision['evidence'] & { activate: boolean };

export function describeLearning(findings: Findings): string {
  const { counts, neededOutcomes, fit, forwardTest } = findings;
  if (counts.complete < neededOutcomes) {
    return [
      texts.fewOutcomes(counts.complete, neededOutcomes),
      ...describeWaiting(counts.unsold, counts.waiting),
      texts.kept,
    ].join(' ');
  }
  if (!fit?.fitted) return `${texts.nothingFits} ${texts.kept}`;
  if (!forwardTest) {
    return `${texts.fewLater(NEEDED_LATER)} ${texts.kept}`;
  }
  if (fit.trust === 0) {
    return `${texts.couldBeChance(counts.complete)} ${texts.kept}`;
  }
  return `${describeTest(forwardTest)}; ${describeVerdict(findings)}${describeModel(findings)}`;
}

function describeWaiting(unsold: number, waiting: number): string[] {
  const parts = [
    ...(unsold > 0 ? [texts.unsold(unsold)] : []),
    ...(waiting > 0 ? [texts.waiting(waiting)] : []),
  ];
  return parts.length > 0 ? [`${parts.join(', ')}.`] : [];
}

function describeTest({
  outcomes,
  squaredErrorActive,
  squaredErrorLearned,
  confidence,
}: ForwardTest): string {
  const change = squaredErrorActive > 0 ? squaredErrorLearned / squaredErrorActive - 1 : 0;
  const size = `${(Math.abs(change) * 100).toFixed(Math.abs(change) < 0.095 ? 1 : 0)} %`;
  const { lower, higher, same } = texts.compared;
  const compared = change < 0 ? lower(size) : change > 0 ? higher(size) : same;
  return texts.tested(outcomes, compared, inPercent(confidence));
}

function describeVerdict({ activate, forwardTest, neededConfidence }: Findings): string {
  if (activate) return texts.verdicts.inUse;
  const isUnsure = forwardTest !== null && forwardTest.confidence < neededConfidence;
  return isUnsure ? texts.verdicts.unsure(inPercent(neededConfidence)) : texts.verdicts.old;
}

/** Rounded down, so that 94.8 % is never shown as the 95 % that is needed; a bootstrap is never certain. */
function inPercent(share: number): string {
  if (share > 0.99) return texts.over('99 %');
  return share < 0.01 ? texts.under('1 %') : `${Math.floor(share * 100 + 1e-9)} %`;
}

const MODEL_WORDS: Record<WeightModel, string> = texts.models;

/** Nothing to say of least squares, which stays unless another is better. */
function describeModel({ model, models }: Findings): string {
  if (!model || model.model === 'least_squares') return '';
  const foundBy = models.length > 1 ? texts.foundByBest : texts.foundBy;
  return ` ${foundBy(MODEL_WORDS[model.model])}`;
}
