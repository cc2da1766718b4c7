import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { backtestModel, chooseOrigins, forecastMeans } from './backtest';
import { unavailableLibraries } from './libraries/unavailable-libraries.test-data';
import { findModel } from './models/model-catalogue';
import { prepareSeries } from './prepare-series';

describe('origins', () => {
  it('leave two seasons to train on and the horizon to score', () => {
    expect(chooseOrigins(36, 12, 6)).toEqual({ origins: [30, 29, 28, 27, 26, 25], horizon: 6 });
  });

  it('spread over a long history', () => {
    // Half of 120 is trained on at least; 120 - 12 - 60 = 48 to step through in 5 steps of 9.
    expect(chooseOrigins(120, 12, 12).origins).toEqual([108, 99, 90, 81, 72, 63]);
  });

  it('lie nearer each other, in the same stretch of time, where a series is alone', () => {
    // 5 steps of 9 are 45 periods, of which 17 steps take 2 each.
    const { origins } = chooseOrigins(120, 12, 12, false, true);
    expect(origins).toHaveLength(18);
    expect([origins[0], origins[1], origins.at(-1)]).toEqual([108, 106, 74]);
  });

  it('never score beyond the history nor train on too little', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 700 }), fc.integer({ min: 1, max: 60 }), (length, horizon) => {
        for (const season of [12, 52]) {
          const chosen = chooseOrigins(length, season, horizon);
          expect(chosen.horizon).toBeLessThanOrEqual(horizon);
          for (const origin of chosen.origins) {
            expect(origin + chosen.horizon).toBeLessThanOrEqual(length);
            expect(origin).toBeGreaterThanOrEqual(4);
          }
        }
      }),
    );
  });
});

describe('back-test', () => {
  const values = Array.from({ length: 36 }, (_, month) => month % 12);
  const series = prepareSeries({ id: 'a', grain: 'month', start: '2023-01', values });
  if (!series) throw new Error('no series');

  it('asks the model for what came after each origin', () => {
    const { forecasts } = backtestModel(
      findModel('seasonal_naive'),
      series,
      [30, 29],
      2,
      unavailableLibraries,
    );
    expect(forecasts).toEqual([
      { origin: 30, means: [6, 7] },
      { origin: 29, means: [5, 6] },
    ]);
  });

  it('keeps the reason why a model was left out', () => {
    const result = backtestModel(findModel('prophet'), series, [30, 29], 2, unavailableLibraries);
    expect(result).toMatchObject({ forecasts: [], failure: 'not fitted' });
  });

  it('refuses what is not finite or ran away, and cuts at 0', () => {
    const fitting = (value: number) => ({ ...unavailableLibraries, fitProphet: () => [value] });
    const run = (value: number) => forecastMeans(findModel('prophet'), series, 36, 1, fitting(value));
    expect(() => run(Number.NaN)).toThrow('no finite forecast');
    expect(() => run(1e6)).toThrow('ran away');
    expect(run(-3)).toEqual([0]);
  });
});
