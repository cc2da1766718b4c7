/**
 * How often a series is differenced before ARIMA, as R's forecast::auto.arima decides: once over the season where the
 * season is strong (its threshold was set on the M3 series), then, at most twice, from period to period while the test
 * of Kwiatkowski, Phillips, Schmidt & Shin 1992 denies a level at 5 %.
 */
import { average } from '../central-values';
import { decomposeSeason, seasonalStrength } from '../seasonal-decomposition';
import { difference } from './fit-arima';

const STRONG_SEASON = 0.64;
/** The 5 % point of the statistic about a level. */
const CRITICAL_VALUE = 0.463;
const MOST_DIFFERENCES = 2;

export function chooseDifferences(history: readonly number[], season: number): { d: number; D: number } {
  const hasSeason = season > 1 && history.length > 2 * season && !isConstant(history);
  const D = hasSeason && seasonalStrength(decomposeSeason(history, season)) > STRONG_SEASON ? 1 : 0;
  let d = 0;
  let values = difference(history, season, { d, D });
  while (d < MOST_DIFFERENCES && !isConstant(values) && levelStatistic(values) > CRITICAL_VALUE) {
    d++;
    values = difference(values, 1, { d: 1, D: 0 });
  }
  return { d, D };
}

/** The KPSS statistic about a level, the long-run variance by Bartlett's window. */
export function levelStatistic(values: readonly number[]): number {
  const length = values.length;
  const mean = average(values);
  const errors = values.map((value) => value - mean);
  const lags = Math.trunc((3 * Math.sqrt(length)) / 13);
  let sum = 0;
  let squares = 0;
  let longRun = 0;
  for (const error of errors) {
    sum += error;
    squares += sum ** 2;
    longRun += error ** 2;
  }
  for (let lag = 1; lag <= lags; lag++) {
    let product = 0;
    for (let t = lag; t < length; t++) product += (errors[t] ?? 0) * (errors[t - lag] ?? 0);
    longRun += 2 * (1 - lag / (lags + 1)) * product;
  }
  return squares / length / longRun;
}

function isConstant(values: readonly number[]): boolean {
  const [first = 0] = values;
  const size = average(values.map(Math.abs));
  return values.every((value) => Math.abs(value - first) <= 1.5e-8 * size);
}
