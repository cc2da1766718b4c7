/**
 * ARIMA means for a history, with the order sought for the shortest history of a series and for one half as long
 * again; in between, as over the origins of a back-test, the order stays and its coefficients are fitted anew.
 */
import { type FitMemory, recall } from '../fit-memory';
import type { ArimaOrder } from './arima-order';
import { chooseDifferences } from './choose-differences';
import {
  type ArimaFit,
  difference,
  differenceSeries,
  fitArima,
  forecastArima,
  startPoints,
} from './fit-arima';
import { limitsFor, searchOrder } from './search-order';

type Found = { fit: ArimaFit; searchedAt: number };

/** A search is repeated when the history has grown by this. */
const RENEWAL = 1.5;
/** Lags that any order may need: five periods and two seasons. */
const MOST_LAGS = { short: 5, long: 2 };

export function forecastWithArima(
  history: readonly number[],
  season: number,
  horizon: number,
  memory: FitMemory | undefined,
): number[] {
  const { length } = history;
  const found = recall<Found | 'constant'>(memory, 'arima', length, (shorter) => {
    if (shorter && shorter !== 'constant' && length < RENEWAL * shorter.searchedAt) {
      const again = fitAgain(history, season, shorter.fit);
      if (again) return { fit: again, searchedAt: shorter.searchedAt };
    }
    const fit = fitBestArima(history, season);
    return fit ? { fit, searchedAt: length } : 'constant';
  });
  if (found === 'constant') return repeatConstant(history, season, horizon);
  const series = differenceSeries(history, season, found.fit.order, MOST_LAGS);
  if (!series) return repeatConstant(history, season, horizon);
  return forecastArima(series, found.fit, horizon);
}

/** Null when differencing leaves only a constant. */
export function fitBestArima(history: readonly number[], season: number): ArimaFit | null {
  const differences = chooseDifferences(history, season);
  const series = differenceSeries(history, season, differences, MOST_LAGS);
  return series && searchOrder(series, differences, limitsFor(history.length, season));
}

/** A fit of a given order; null when it cannot be fitted. */
export function fitGivenArima(
  history: readonly number[],
  season: number,
  order: ArimaOrder,
): ArimaFit | null {
  const series = differenceSeries(history, season, order, MOST_LAGS);
  return series && fitArima(series, order, startPoints(order));
}

/** Throws RangeError when the order cannot be fitted. */
export function forecastGivenArima(
  history: readonly number[],
  season: number,
  order: ArimaOrder,
  horizon: number,
): number[] {
  const series = differenceSeries(history, season, order, MOST_LAGS);
  const fit = series && fitArima(series, order, startPoints(order));
  if (!fit) throw new RangeError('the order could not be fitted');
  return forecastArima(series, fit, horizon);
}

function fitAgain(history: readonly number[], season: number, { order, point }: ArimaFit): ArimaFit | null {
  const series = differenceSeries(history, season, order, MOST_LAGS);
  const fit = series && fitArima(series, order, [point]);
  return fit?.isSound ? fit : null;
}

/** What is the same every year, or grows by the same each year, goes on so. */
function repeatConstant(history: readonly number[], season: number, horizon: number): number[] {
  const lag = history.length > season ? season : 1;
  const [growth = 0] = difference(history.slice(-lag - 1), lag, { d: 0, D: 1 });
  const path = [...history];
  for (let step = 0; step < horizon; step++) path.push((path[path.length - lag] ?? 0) + growth);
  return path.slice(history.length);
}
