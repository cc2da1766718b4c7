import { describe, expect, it } from 'vitest';
import { prepareSeries } from './prepare-series';
import {
  chooseContender,
  combineBest,
  combineForecasts,
  leanOnNaive,
  rankContenders,
  trimmedMeans,
} from './select-model';
import type { ModelEvidence, ModelName } from './types';

const origins = [30, 29, 28, 27, 26, 25];
const values = Array.from({ length: 36 }, (_, month) => 20 + 5 * Math.sin(month * 1.7) + (month % 12));
const prepared = prepareSeries({ id: 'a', grain: 'month', start: '2023-01', values });
if (!prepared) throw new Error('no series');
const series = prepared;

/** Back-test of a model whose every forecast is off by `error` times -1 and 1 in turn. */
function offBy(model: ModelName, error: number): ModelEvidence {
  const forecasts = origins.map((origin) => ({
    origin,
    means: [0, 1, 2, 3, 4, 5].map((step) => (values[origin + step] ?? 0) + error * (step % 2 === 0 ? 1 : -1)),
  }));
  return { model, forecasts, failure: null, means: null };
}

function combineAll(backtests: ModelEvidence[]) {
  const contenders = rankContenders(series, backtests);
  const combination = combineBest(series, contenders, backtests[0]?.forecasts ?? []);
  return { contenders, combination, leaning: leanOnNaive(series, combination, contenders) };
}

describe('choice', () => {
  it('combines by the weighted geometric mean, of those tested at an origin', () => {
    // Mean of 1, 1, 5, 9 is 4, 0.03 of it 0.12: at origin 5 (1.12^3 * 5.12)^(1/4) - 0.12 = 1.6377 - 0.12 and
    // (1.12^3 * 9.12)^(1/4) - 0.12 = 1.8920 - 0.12; at origin 4 the first stands alone.
    const combined = combineForecasts(
      [
        {
          forecasts: [
            { origin: 5, means: [1, 1] },
            { origin: 4, means: [7, 7] },
          ],
          weight: 3,
        },
        { forecasts: [{ origin: 5, means: [5, 9] }], weight: 1 },
      ],
      0,
    );
    expect(combined.map(({ origin }) => origin)).toEqual([5, 4]);
    expect(combined[0]?.means[0]).toBeCloseTo(1.5177, 4);
    expect(combined[0]?.means[1]).toBeCloseTo(1.772, 4);
    expect(combined[1]?.means[0]).toBeCloseTo(7, 12);
  });

  it('combines what may be below 0 by the arithmetic mean', () => {
    // (3 * -1 + 1 * 5) / 4 = 0.5.
    const forecasts = [
      { means: [-1], weight: 3 },
      { means: [5], weight: 1 },
    ];
    expect(trimmedMeans(forecasts, 0)[0]).toBeCloseTo(0.5, 12);
  });

  it('is not taken to nothing by one member that forecasts nothing', () => {
    // Shift 0.03 * 7.5 = 0.225: (0.225 * 10.225^3)^(1/4) - 0.225 = 3.938 - 0.225.
    const forecasts = [
      { means: [0, 0], weight: 1 },
      { means: [10, 10], weight: 1 },
      { means: [10, 10], weight: 1 },
      { means: [10, 10], weight: 1 },
    ];
    expect(trimmedMeans(forecasts, 0)[0]).toBeCloseTo(3.713, 3);
  });

  it('leaves out what runs away to either side', () => {
    // Shares 0.2, 0.3, 0.4, 0.1 of 10: without 0.25 at either end 0, 0.25, 0.25, 0 are left of them.
    const forecasts = [
      { means: [-900], weight: 2 },
      { means: [4], weight: 3 },
      { means: [6], weight: 4 },
      { means: [5000], weight: 1 },
    ];
    expect(trimmedMeans(forecasts, 0.25)[0]).toBeCloseTo(5, 12);
  });

  it('prefers the combination of the best to one of equal merit', () => {
    const backtests = [offBy('seasonal_naive', 20), offBy('theta', 2), offBy('ets', -2), offBy('mstl', 2.1)];
    const { contenders, combination, leaning } = combineAll(backtests);
    expect(combination?.members.sort()).toEqual(['ets', 'mstl', 'theta']);
    expect(combination?.weights.reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(1, 12);
    expect(chooseContender(contenders, combination, leaning)).toMatchObject({
      chosen: { method: 'combination' },
      replaced: null,
    });
  });

  it('takes a single model that is clearly better', () => {
    const backtests = [offBy('seasonal_naive', 6), offBy('theta', 0.01), offBy('ets', 5), offBy('mstl', 5)];
    const { contenders, combination, leaning } = combineAll(backtests);
    expect(chooseContender(contenders, combination, leaning)?.chosen.method).toBe('theta');
  });

  it('gives way to seasonal naive when all lose to it, even by a little', () => {
    const backtests = [offBy('seasonal_naive', 1), offBy('theta', 9), offBy('ets', 9), offBy('mstl', 9)];
    const { contenders, combination, leaning } = combineAll(backtests);
    const choice = chooseContender(contenders, combination, leaning);
    expect(choice?.chosen.method).toBe('seasonal_naive');
  });

  it('leans on naive where that is enough not to lose to it', () => {
    // Off to the other side than naive, by a third more: half of each is off by a sixth of naive.
    const backtests = [offBy('seasonal_naive', 3), offBy('theta', -4), offBy('ets', -4), offBy('mstl', -4)];
    const { contenders, leaning } = combineAll(backtests);
    const loser = contenders.find(({ method }) => method === 'theta') ?? null;
    const choice = chooseContender(contenders, loser, leaning);
    expect(choice?.chosen.members).toContain('seasonal_naive');
    expect(choice?.chosen.members).toContain('theta');
    expect(choice?.chosen.relativeLoss).toBeLessThan(1);
  });

  it('ignores a model that could not be fitted', () => {
    const failed: ModelEvidence = { model: 'arima', forecasts: [], failure: 'too short', means: null };
    const contenders = rankContenders(series, [offBy('seasonal_naive', 3), failed]);
    expect(chooseContender(contenders, null, null)?.chosen.method).toBe('seasonal_naive');
    expect(contenders[1]).toMatchObject({ failure: 'too short', scores: { mase: null, origins: 0 } });
  });
});
