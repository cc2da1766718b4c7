/**
 * A forecast made from whole periods, brought up to what the period under way has sold so far. The level is known up to a
 * factor G, gamma with mean 1 and the variance v that the spread of the horizon's sum leaves beyond Poisson scatter; y
 * units in a share e of the period's selling days, of which e m were expected, make its mean
 *
 *     g = (1 / v + y) / (1 / v + e m)
 *
 * (conjugate gamma-Poisson). The running period becomes y + (1 - e) g m, the others g m. A few quiet days hardly move a
 * forecast that is well known, and none falls below what was sold already.
 */
import { describeForecast } from './forecast-series';
import type { SeriesForecast } from './types';

/** Units sold so far and the share of the period's selling days that they took, 0..1. */
export type RunningPeriod = { units: number; elapsed: number };

/** No level is known better, or worse, than this. */
const LEAST_VARIANCE = 0.002;
const MOST_VARIANCE = 0.5;

export function updateWithRunning(forecast: SeriesForecast, running: RunningPeriod): SeriesForecast {
  const { points, total, spread } = forecast;
  const [first] = points;
  if (!first || !spread || running.elapsed <= 0) return forecast;
  const factor = levelFactor(first.mean, total.mean, spread.totalDeviation, running);
  const { units, elapsed } = running;
  const means = points.map(({ mean }, step) =>
    step === 0 ? units + (1 - elapsed) * factor * mean : factor * mean,
  );
  const left = Math.sqrt(1 - elapsed);
  const deviations = spread.deviations.map((deviation, step) => (step === 0 ? left * deviation : deviation));
  return {
    ...forecast,
    ...describeForecast(first.period, means, { ...spread, deviations }),
    spread: { ...spread, deviations },
  };
}

export function levelFactor(
  mean: number,
  totalMean: number,
  totalDeviation: number,
  { units, elapsed }: RunningPeriod,
): number {
  if (totalMean <= 0) return 1;
  const beyond = (totalDeviation ** 2 - totalMean) / totalMean ** 2;
  const precision = 1 / Math.min(MOST_VARIANCE, Math.max(LEAST_VARIANCE, beyond));
  return (precision + units) / (precision + elapsed * mean);
}
