import { plural } from '../../../plural';

/** What learning found, in words that a sales manager can weigh. */
export const learning = {
  working: (recommendations: number) => `Learning from ${recommendations} recommendations`,
  fewOutcomes: (outcomes: number, needed: number) => `Not enough outcomes: ${outcomes} of ${needed} needed.`,
  unsold: (units: number) =>
    plural(units, {
      one: `${units} arrived and is not sold yet`,
      other: `${units} arrived and are not sold yet`,
    }),
  waiting: (units: number) =>
    plural(units, { one: `${units} has not arrived`, other: `${units} have not arrived` }),
  kept: 'The weights stay as they are.',
  nothingFits: "None of the score's four parts went with better outcomes.",
  fewLater: (needed: number) => `Not enough later outcomes to test new weights on (${needed} needed).`,
  couldBeChance: (outcomes: number) =>
    `${outcomes} outcomes do not speak for other weights: what they differ by could be chance.`,
  compared: {
    lower: (size: string) => `${size} lower than`,
    higher: (size: string) => `${size} higher than`,
    same: 'the same as',
  },
  tested: (outcomes: number, compared: string, confidence: string) =>
    `Tested on ${outcomes} later outcomes: squared error ${compared} with the weights in use, ${confidence} confidence`,
  verdicts: {
    inUse: 'the new weights are in use.',
    unsure: (needed: string) => `${needed} is needed, so the old ones stay.`,
    old: 'the old ones stay.',
  },
  over: (share: string) => `over ${share}`,
  under: (share: string) => `under ${share}`,
  models: {
    least_squares: 'least squares',
    ridge: 'ridge regression',
    lasso: 'the lasso',
    elasticnet: 'the elastic net',
    forest: 'a random forest',
  },
  foundBy: (model: string) => `Found by ${model}.`,
  foundByBest: (model: string) => `Found by ${model}, which did best on later outcomes.`,
  evenWeights: 'All four parts count alike until outcomes say otherwise.',
  noWeights: {
    message: (weights: string) => `There are no weights with the id ${weights}.`,
    nextStep: 'List the versions and choose one of them.',
  },
  changedMeanwhile: {
    message: 'The weights in use changed while learning ran.',
    nextStep: 'Start learning again.',
  },
};
