/**
 * Against R 4.2.2 with forecast 8.20 on thirty simulated series: expected values and the script that made them are
 * in tests/fixtures/forecasting.
 */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type ArimaOrder, orderName } from './arima/arima-order';
import { chooseDifferences } from './arima/choose-differences';
import { fitBestArima, fitGivenArima, forecastGivenArima } from './arima/recall-arima';
import { formName, possibleForms } from './exponential-smoothing/ets-form';
import { createWorkspace, deviance, LEVEL, SLOPE } from './exponential-smoothing/ets-recursion';
import { type EtsFit, fitAllEts, fitBestEts, forecastEts } from './exponential-smoothing/fit-ets';
import { unavailableLibraries } from './libraries/unavailable-libraries.test-data';
import { smoothIntervals } from './models/croston';
import { sba } from './models/sba';
import { forecastTheta, theta } from './models/theta';
import { decomposeSeason, seasonalStrength } from './seasonal-decomposition';
import { removeSeason, restoreSeason, seasonalIndices } from './seasonality';

type Expected = {
  name: string;
  values: number[];
  form: string;
  aicc: number;
  logLikelihood: number;
  parameters: number[];
  etsForecast: number[];
  /** Log-likelihood and AICc by form. */
  forms: Record<string, [number, number]>;
  thetaAlpha: number;
  thetaFirstLevel: number;
  thetaForecast: number[];
  /** p, d, q, P, D, Q and whether there is a constant. */
  arimaOrder: number[];
  arimaLogLikelihood: number;
  arimaAicc: number;
  arimaForecast: number[];
  /** Given orders, written the same way, each with its log-likelihood. */
  arimaOrders: number[][];
  seasonalStrength: number;
  croston?: number[];
};

const SEASON = 12;
const HORIZON = 12;
const file = new URL('../../../tests/fixtures/forecasting/expected.json', import.meta.url);
const expected: Expected[] = JSON.parse(readFileSync(file, 'utf8'));
const context = { season: SEASON, horizon: HORIZON, start: '2020-01', libraries: unavailableLibraries };

describe.each(expected)('$name', (series) => {
  it('has the same likelihood and forecasts at the parameters of R', () => {
    const form = possibleForms(series.values, SEASON).find((one) => formName(one) === series.form);
    if (!form) throw new Error(`no form ${series.form}`);
    const season = form.season === 'N' ? 1 : SEASON;
    const work = createWorkspace(Float64Array.from(series.values), season);
    const parameters = Float64Array.from([...series.parameters, ...(season === 1 ? [0] : [])]);
    expect(deviance(work, form, parameters) / -2).toBeCloseTo(series.logLikelihood, 4);
    const seasons = [...work.seasons.subarray(series.values.length)];
    const slope = work.slopes[series.values.length] ?? 0;
    const fit: EtsFit = {
      form,
      season,
      parameters,
      logLikelihood: 0,
      aicc: 0,
      level: work.lastLevel,
      slope,
      seasons,
    };
    // With a multiplicative season R adds the covariance of level and season, some ten-thousandths of the mean.
    expectNear(forecastEts(fit, HORIZON), series.etsForecast, form.season === 'M' ? 5e-4 : 1e-6);
  });

  it('finds a form whose AICc is no worse than that of R by more than 0.5', () => {
    const fit = fitBestEts(series.values, SEASON);
    expect(fit?.aicc).toBeLessThanOrEqual(
      series.aicc + (fit && formName(fit.form) === series.form ? 2e-3 : 0.5),
    );
  });

  it('finds a likelihood no less than that of R for every form', () => {
    const found = new Map(fitAllEts(series.values, SEASON).map((fit) => [formName(fit.form), fit]));
    expect([...found.keys()].sort()).toEqual(Object.keys(series.forms).sort());
    for (const [name, [logLikelihood]] of Object.entries(series.forms))
      expect(found.get(name)?.logLikelihood, name).toBeGreaterThanOrEqual(logLikelihood - 1e-3);
  });

  it('differences ARIMA as R does, by the same seasonal strength', () => {
    const { d, D } = orderOf(series.arimaOrder);
    expect(chooseDifferences(series.values, SEASON)).toEqual({ d, D });
    const strength = seasonalStrength(decomposeSeason(series.values, SEASON));
    expect(strength).toBeCloseTo(series.seasonalStrength, 9);
  });

  it('finds an ARIMA order whose AICc is no worse than that of R by more than 0.5', () => {
    const fit = fitBestArima(series.values, SEASON);
    const isSame = fit && orderName(fit.order) === orderName(orderOf(series.arimaOrder));
    expect(fit?.aicc).toBeLessThanOrEqual(series.arimaAicc + (isSame ? 2e-3 : 0.5));
  });

  it('finds a likelihood no less than that of R for every ARIMA order', () => {
    const orders = [[...series.arimaOrder, series.arimaLogLikelihood], ...series.arimaOrders];
    for (const numbers of orders) {
      const order = orderOf(numbers);
      const fit = fitGivenArima(series.values, SEASON, order);
      expect(fit?.logLikelihood, orderName(order)).toBeGreaterThanOrEqual((numbers[7] ?? 0) - 1e-3);
    }
  });

  it('forecasts by the ARIMA order of R as R does', () => {
    const order = orderOf(series.arimaOrder);
    expectNear(forecastGivenArima(series.values, SEASON, order, HORIZON), series.arimaForecast, 1e-3);
  });

  it('forecasts by theta within 0.1 %, and to a millionth at the smoothing of R', () => {
    expectNear(theta.forecast(series.values, context), series.thetaForecast, 1e-3);
    const indices = seasonalIndices(series.values, SEASON);
    const adjusted = removeSeason(series.values, indices);
    const alpha = series.thetaAlpha;
    const level = adjusted.reduce(
      (before, value) => before + alpha * (value - before),
      series.thetaFirstLevel,
    );
    const line = forecastTheta(adjusted, HORIZON, { alpha, level });
    expectNear(restoreSeason(line, indices, series.values.length), series.thetaForecast, 1e-6);
  });
});

const counts = expected.flatMap(({ name, values, croston }) => (croston ? [{ name, values, croston }] : []));

describe.each(counts)('$name', ({ values, croston }) => {
  it('forecasts by Croston as R does, and by SBA 5 % less', () => {
    const [mean = 0] = croston;
    expectNear([smoothIntervals(values, 0.1)], [mean], 1e-6);
    expectNear([sba.forecast(values, context)[0] ?? 0], [0.95 * mean], 1e-6);
  });
});

describe('the levels and slopes of a fit', () => {
  it('are in units of the history', () => {
    const values = Array.from({ length: 60 }, (_, t) => 1000 + 5 * t + ((t * 37) % 11));
    const large = fitBestEts(values, 1);
    const small = fitBestEts(
      values.map((value) => value / 1000),
      1,
    );
    for (const place of [LEVEL, SLOPE])
      expect(large?.parameters[place]).toBeCloseTo(1000 * (small?.parameters[place] ?? 0), 3);
  });
});

function orderOf([p = 0, d = 0, q = 0, P = 0, D = 0, Q = 0, constant = 0]: readonly number[]): ArimaOrder {
  return { p, d, q, P, D, Q, hasConstant: constant === 1 };
}

function expectNear(found: readonly number[], wanted: readonly number[], tolerance: number): void {
  expect(found).toHaveLength(wanted.length);
  wanted.forEach((value, index) => {
    expect(Math.abs((found[index] ?? Number.NaN) - value) / Math.abs(value)).toBeLessThan(tolerance);
  });
}
