/** What learning found, in words that a sales manager can weigh. */
import { NEEDED_LATER } from './forward-test';
import type { ForwardTest, LearningDecision, WeightModel } from './types';

type Findings = LearningDecision['evidence'] & { activate: boolean };

export function describeLearning(findings: Findings): string {
  const { counts, neededOutcomes, fit, forwardTest } = findings;
  if (counts.complete < neededOutcomes) {
    return [
      `Not enough outcomes: ${counts.complete} of ${neededOutcomes} needed.`,
      ...describeWaiting(counts.unsold, counts.waiting),
      'The weights stay as they are.',
    ].join(' ');
  }
  if (!fit?.fitted) return `None of the score's four parts went with better outcomes. ${KEPT}`;
  if (!forwardTest) {
    return `Not enough later outcomes to test new weights on (${NEEDED_LATER} needed). ${KEPT}`;
  }
  if (fit.trust === 0) {
    return `${counts.complete} outcomes do not speak for other weights: what they differ by could be chance. ${KEPT}`;
  }
  return `${describeTest(forwardTest)}; ${describeVerdict(findings)}${describeModel(findings)}`;
}

const KEPT = 'The weights stay as they are.';

function describeWaiting(unsold: number, waiting: number): string[] {
  const parts = [
    ...(unsold > 0 ? [`${unsold} arrived and ${unsold === 1 ? 'is' : 'are'} not sold yet`] : []),
    ...(waiting > 0 ? [`${waiting} ${waiting === 1 ? 'has' : 'have'} not arrived`] : []),
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
  const compared = change < 0 ? `${size} lower than` : change > 0 ? `${size} higher than` : 'the same as';
  return `Tested on ${outcomes} later outcomes: squared error ${compared} with the weights in use, ${inPercent(confidence)} confidence`;
}

function describeVerdict({ activate, forwardTest, neededConfidence }: Findings): string {
  if (activate) return 'the new weights are in use.';
  const isUnsure = forwardTest !== null && forwardTest.confidence < neededConfidence;
  return isUnsure ? `${inPercent(neededConfidence)} is needed, so the old ones stay.` : 'the old ones stay.';
}

/** Rounded down, so that 94.8 % is never shown as the 95 % that is needed; a bootstrap is never certain. */
function inPercent(share: number): string {
  if (share > 0.99) return 'over 99 %';
  return share < 0.01 ? 'under 1 %' : `${Math.floor(share * 100 + 1e-9)} %`;
}

const MODEL_WORDS: Record<WeightModel, string> = {
  least_squares: 'least squares',
  ridge: 'ridge regression',
  lasso: 'the lasso',
  elasticnet: 'the elastic net',
  forest: 'a random forest',
};

/** Nothing to say of least squares, which stays unless another is better. */
function describeModel({ model, models }: Findings): string {
  if (!model || model.model === 'least_squares') return '';
  const how = models.length > 1 ? ', which did best on later outcomes' : '';
  return ` Found by ${MODEL_WORDS[model.model]}${how}.`;
}
