import { describe, expect, it } from 'vitest';
import { findModel } from './models/model-catalogue';
import { prepareSeries } from './prepare-series';
import { chooseContender, combineBest, combineForecasts, rankContenders } from './select-model';

const origins = [30, 29, 28, 27, 26, 25];
const values = Array.from({ length: 36 }, (_, month) => 20 + 5 * Math.sin(month * 1.7) + (month % 12));
const prepared = prepareSeries({ id: 'a', grain: 'month', start: '2023-01', values });
if (!prepared) throw new Error('no series');
const series = prepared;

/** Back-test of a model whose every forecast is off by `error` times -1 and 1 in turn. */
function offBy(name: string, error: number) {
  const forecasts = origins.map((origin) => ({
    origin,
    means: [0, 1, 2, 3, 4, 5].map((step) => (values[origin + step] ?? 0) + error * (step % 2 === 0 ? 1 : -1)),
  }));
  return { model: findModel(name), forecasts, failure: null };
}

describe('choice', () => {
  it('combines by the median, of those tested at an origin', () => {
    const combined = combineForecasts([
      [
        { origin: 5, means: [1, 1] },
        { origin: 4, means: [7, 7] },
      ],
      [{ origin: 5, means: [2, 9] }],
      [{ origin: 5, means: [6, 2] }],
    ]);
    expect(combined).toEqual([
      { origin: 5, means: [2, 2] },
      { origin: 4, means: [7, 7] },
    ]);
  });

  it('prefers the combination of the best to one of equal merit', () => {
    const backtests = [offBy('seasonal_naive', 6), offBy('theta', 2), offBy('ets', -2), offBy('mstl', 2.1)];
    const contenders = rankContenders(series, backtests);
    const combination = combineBest(series, contenders, backtests[0]?.forecasts ?? []);
    expect(combination?.members).toEqual(['theta', 'ets', 'mstl']);
    expect(chooseContender(contenders, combination)).toMatchObject({
      chosen: { method: 'combination' },
      replaced: null,
    });
  });

  it('takes a single model that is clearly better', () => {
    const backtests = [offBy('seasonal_naive', 6), offBy('theta', 0.01), offBy('ets', 5), offBy('mstl', 5)];
    const contenders = rankContenders(series, backtests);
    const combination = combineBest(series, contenders, backtests[0]?.forecasts ?? []);
    expect(chooseContender(contenders, combination)?.chosen.method).toBe('theta');
  });

  it('gives way to seasonal naive when all clearly lose to it', () => {
    const backtests = [offBy('seasonal_naive', 1), offBy('theta', 9), offBy('ets', 9), offBy('mstl', 9)];
    const contenders = rankContenders(series, backtests);
    const combination = combineBest(series, contenders, backtests[0]?.forecasts ?? []);
    const choice = chooseContender(contenders, combination);
    expect(choice?.chosen.method).toBe('seasonal_naive');
  });

  it('ignores a model that could not be fitted', () => {
    const failed = { model: findModel('arima'), forecasts: [], failure: 'too short' };
    const contenders = rankContenders(series, [offBy('seasonal_naive', 3), failed]);
    expect(chooseContender(contenders, null)?.chosen.method).toBe('seasonal_naive');
    expect(contenders[1]).toMatchObject({ failure: 'too short', scores: { mase: null, origins: 0 } });
  });
});
