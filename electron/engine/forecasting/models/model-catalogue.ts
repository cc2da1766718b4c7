/** All models, one line each, the cheap ones first. A new model is one file beside this one and one line here. */
import type { ForecastModel, ModelName } from '../types';
import { arima } from './arima';
import { ets } from './ets';
import { mstl } from './mstl';
import { prophet } from './prophet';
import { recentMean } from './recent-mean';
import { seasonalNaive } from './seasonal-naive';
import { theta } from './theta';
import { tsb } from './tsb';

export const MODEL_CATALOGUE: readonly ForecastModel[] = [
  seasonalNaive,
  recentMean,
  theta,
  tsb,
  ets,
  mstl,
  arima,
  prophet,
];

export const MODEL_NAMES: readonly ModelName[] = MODEL_CATALOGUE.map((model) => model.name);

/** Throws RangeError for a name that is not in the catalogue. */
export function findModel(name: string): ForecastModel {
  const model = MODEL_CATALOGUE.find((candidate) => candidate.name === name);
  if (!model) throw new RangeError(`no forecasting model "${name}"; there are ${MODEL_NAMES.join(', ')}`);
  return model;
}
