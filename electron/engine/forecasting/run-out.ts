/** A trim that is built no more sells what is left of it: its forecast, cut where the last unit goes. */
import { describeForecast } from './forecast-series';
import type { SeriesForecast } from './types';

/** @param unitsLeft units on the ground; what was sold in the period under way is not among them */
export function runOut(forecast: SeriesForecast, unitsLeft: number, reason: string): SeriesForecast {
  const { points, spread } = forecast;
  const first = points[0]?.period;
  if (first === undefined || spread === null) return forecast;
  let left = unitsLeft;
  const means = points.map(({ mean }) => {
    const sold = Math.min(mean, left);
    left -= sold;
    return sold;
  });
  const scale = (before: number, after: number) => (before > 0 ? Math.sqrt(after / before) : 0);
  const total = means.reduce((sum, mean) => sum + mean, 0);
  const cut = {
    ...spread,
    deviations: spread.deviations.map(
      (deviation, step) => deviation * scale(points[step]?.mean ?? 0, means[step] ?? 0),
    ),
    totalDeviation: spread.totalDeviation * scale(forecast.total.mean, total),
  };
  const note = [forecast.note, reason].filter(Boolean).join('; ');
  return { ...forecast, ...describeForecast(first, means, cut), spread: cut, note };
}
