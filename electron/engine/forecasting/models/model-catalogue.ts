/** All models, one line each, the cheap ones first. A new model is one file beside this one and one line here. */
import { AppError } from '@shared/contract/errors';
import type { ForecastModel } from '../types';
import { adida } from './adida';
import { arima } from './arima';
import { autoregression } from './autoregression';
import { complexSmoothing } from './complex-smoothing';
import { croston } from './croston';
import { dampedTrend } from './damped-trend';
import { dynamicTheta } from './dynamic-theta';
import { ets } from './ets';
import { etsAverage } from './ets-average';
import { logSmoothing } from './log-smoothing';
import { mstl } from './mstl';
import { prophet } from './prophet';
import { quarterlyTheta } from './quarterly-theta';
import { recentMean } from './recent-mean';
import { recentRate } from './recent-rate';
import { sba } from './sba';
import { seasonalNaive } from './seasonal-naive';
import { theta } from './theta';
import { tsb } from './tsb';

export const MODEL_CATALOGUE = [
  seasonalNaive,
  recentMean,
  recentRate,
  theta,
  dynamicTheta,
  quarterlyTheta,
  complexSmoothing,
  logSmoothing,
  dampedTrend,
  autoregression,
  tsb,
  croston,
  sba,
  adida,
  ets,
  etsAverage,
  mstl,
  arima,
  prophet,
] as const satisfies readonly ForecastModel[];

export type ModelName = (typeof MODEL_CATALOGUE)[number]['name'];

/** A model whose name is one of the catalogue's. */
export type CatalogueModel = ForecastModel & { name: ModelName };

export const MODEL_NAMES: readonly ModelName[] = MODEL_CATALOGUE.map((model) => model.name);

/** What the automatic choice tries when it is not told otherwise. */
export const AUTOMATIC_MODELS: readonly ModelName[] = MODEL_CATALOGUE.filter(
  (model) => model.isAutomatic,
).map((model) => model.name);

/** Throws RangeError for a name that is not in the catalogue. */
export function findModel(name: string): CatalogueModel {
  const model = MODEL_CATALOGUE.find((candidate) => candidate.name === name);
  if (!model) throw new RangeError(`no forecasting model "${name}"`);
  return model;
}

/** What a user typed for a model. Throws BAD_INPUT with the names there are. */
export function parseModel(text: string): 'auto' | ModelName {
  const name = text.trim().toLowerCase().replace(/-/g, '_');
  const known = MODEL_NAMES.find((candidate) => candidate === name);
  if (name === 'auto' || known) return known ?? 'auto';
  throw new AppError('BAD_INPUT', `There is no forecasting model "${text}".`, {
    details: { models: ['auto', ...MODEL_NAMES] },
    nextStep: `Use one of auto, ${MODEL_NAMES.join(', ')}.`,
  });
}
