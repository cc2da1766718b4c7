import { describe, expect, it } from 'vitest';
import { combineAsKin, type KinEvidence, learnWeights } from './kin-weights';
import { prepareSeries } from './prepare-series';
import { beatsNaive, rankContenders } from './select-model';
import type { ModelEvidence, ModelName } from './types';

const origins = [30, 27, 24];
const values = Array.from({ length: 36 }, (_, month) => 20 + (month % 12) + ((month * 7) % 5));
const prepared = prepareSeries({ id: 'a', grain: 'month', start: '2023-01', values });
if (!prepared) throw new Error('no series');
const series = prepared;

/** A model that is off by `error`, up and down in turn. */
function offBy(model: ModelName, error: number): ModelEvidence {
  const forecasts = origins.map((origin) => ({
    origin,
    means: [0, 1, 2, 3].map((step) => (values[origin + step] ?? 0) + error * (step % 2 === 0 ? 1 : -1)),
  }));
  return { model, forecasts, failure: null, means: [20, 20, 20, 20] };
}

const kinOf = (...backtests: ModelEvidence[]): KinEvidence => ({ series, evidence: { backtests } });

/** The same in thousands, which is how amounts come. */
function asAmounts({ evidence }: KinEvidence): KinEvidence {
  const demand = series.demand.map((value) => 1000 * value);
  const backtests = evidence.backtests.map((backtest) => ({
    ...backtest,
    forecasts: backtest.forecasts.map(({ origin, means }) => ({
      origin,
      means: means.map((mean) => 1000 * mean),
    })),
  }));
  return { series: { ...series, values: demand, demand }, evidence: { backtests } };
}

describe('weights of a group', () => {
  it('are equal where models do alike, and add up to 1', () => {
    const weights = learnWeights([kinOf(offBy('theta', 2), offBy('ets', 2))]);
    expect(weights).toEqual({ theta: expect.closeTo(0.5, 9), ets: expect.closeTo(0.5, 9) });
  });

  it('lean on smoothing of logarithms, which counts for two where amounts are forecast and for six of counts', () => {
    const counts = kinOf(offBy('theta', 2), offBy('log_smoothing', 2));
    expect(learnWeights([counts])?.log_smoothing).toBeCloseTo(6 / 7, 9);
    expect(learnWeights([asAmounts(counts)])?.log_smoothing).toBeCloseTo(2 / 3, 9);
  });

  it('go by factors, as the mean does that they are used in', () => {
    // Twice and half of what came are as far off, though one misses by twice as many units; together they hit.
    const times = (model: ModelName, factor: number): ModelEvidence => {
      const forecasts = origins.map((origin) => ({
        origin,
        means: [0, 1, 2, 3].map((step) => factor * (values[origin + step] ?? 0)),
      }));
      return { model, forecasts, failure: null, means: [20, 20, 20, 20] };
    };
    const weights = learnWeights([kinOf(times('theta', 2), times('ets', 0.5))]);
    expect(weights?.theta).toBeCloseTo(0.5, 1);
  });

  it('go by units where a period sold nothing, for any factor on nothing is as good as another', () => {
    const demand = series.demand.map((value, month) => (month === 25 ? 0 : value));
    const empty = { ...series, values: demand, demand };
    // In units 2 is nearer than 3, whatever either is as a factor of nothing.
    const { evidence } = kinOf(offBy('theta', 2), offBy('ets', 3));
    const weights = learnWeights([{ series: empty, evidence }]);
    const inUnits = learnWeights([{ series: { ...empty, isNonNegative: false }, evidence }]);
    expect(weights).toEqual(inUnits);
    expect(weights?.theta).toBeGreaterThan(0.9);
  });

  it('are where the loss and the caution are least together', () => {
    // Errors 1 and 2 to the same side: with weight w on the first the loss is w + 2 (1 - w) = 2 - w in units of the
    // better model's, and the least of 2 - w + 0.2 (w log 2w + (1 - w) log 2(1 - w)) is where
    // log(w / (1 - w)) = 1 / 0.2, w = 1 / (1 + exp(-5)) = 0.99331; of counts 1 / (1 + exp(-20)).
    const counts = kinOf(offBy('theta', 1), offBy('ets', 2));
    expect(learnWeights([asAmounts(counts)])?.theta).toBeCloseTo(0.99331, 3);
    expect(learnWeights([counts])?.theta).toBeCloseTo(1, 3);
  });

  it('go to models that err to different sides', () => {
    const weights = learnWeights([kinOf(offBy('theta', 2), offBy('ets', -2), offBy('mstl', 3))]);
    expect(weights?.ets).toBeGreaterThan(0.4);
    expect(weights?.theta).toBeGreaterThan(weights?.mstl ?? 1);
  });

  it('leave out what was tested on few of the series', () => {
    const common = [offBy('theta', 1), offBy('ets', 2)];
    const kin = [kinOf(...common, offBy('arima', 0)), ...Array.from({ length: 9 }, () => kinOf(...common))];
    expect(Object.keys(learnWeights(kin) ?? {}).sort()).toEqual(['ets', 'theta']);
  });

  it('are none for a single model or no series', () => {
    expect(learnWeights([kinOf(offBy('theta', 1))])).toBeNull();
    expect(learnWeights([])).toBeNull();
  });
});

describe('a combination by the group', () => {
  it('is judged against naive by a loss drawn toward the group’s', () => {
    const backtests = [offBy('seasonal_naive', 2), offBy('theta', 2.2), offBy('ets', 2.2)];
    const contenders = rankContenders(series, backtests);
    const naive = backtests[0]?.forecasts ?? [];
    const weights = { theta: 0.5, ets: 0.5 };
    const among = (relativeLoss: number) =>
      combineAsKin(series, contenders, naive, { weights, memberLosses: {}, relativeLoss });
    expect(among(0.7)?.relativeLoss).toBeGreaterThan(1.01);
    expect(beatsNaive(among(0.7) ?? fail())).toBe(true);
    expect(beatsNaive(among(1.2) ?? fail())).toBe(false);
  });

  it('weighs a model by how it did on the series against the group', () => {
    // About as good as naive both; in the group theta loses half of what naive does. 0.5 / 2 against 0.5 / 1: a third.
    const backtests = [offBy('seasonal_naive', 2), offBy('theta', 2), offBy('ets', -2)];
    const contenders = rankContenders(series, backtests);
    const facts = {
      weights: { theta: 0.5, ets: 0.5 },
      memberLosses: { theta: 0.5, ets: 1 },
      relativeLoss: 1,
    };
    const combination = combineAsKin(series, contenders, backtests[0]?.forecasts ?? [], {
      ...facts,
      weights: { seasonal_naive: 0, ...facts.weights },
    });
    expect(combination?.members).toEqual(['theta', 'ets']);
    expect(combination?.weights[0]).toBeCloseTo(1 / 3, 2);
  });
});

function fail(): never {
  throw new Error('nothing was combined');
}
