/** Forecasts of real series by the product's own workers, each beside what came. Series of one call are one group. */
import path from 'node:path';
import { runGroup } from '@engine/forecasting/run-group';
import type { ForecastOptions } from '@engine/forecasting/types';
import { type Score, scoreForecast } from './score-forecast';
import type { TestedSeries } from './series-files';

export const run = { workerDirectory: path.resolve('out/main'), threads: 2 };
export const HOUR = 3_600_000;

export async function forecastAndScore(
  tested: readonly TestedSeries[],
  model: ForecastOptions['model'] = 'auto',
): Promise<Score[]> {
  const tasks = tested.map(({ series, actual }) => ({
    series,
    options: { horizon: actual.length, model },
  }));
  const forecasts = await runGroup(tasks, run);
  return tested.flatMap((one, index) => {
    const forecast = forecasts[index];
    return forecast?.status === 'ok' ? [scoreForecast(one, forecast)] : [];
  });
}

export function percent(flags: readonly boolean[]): number {
  return (100 * flags.filter(Boolean).length) / flags.length;
}
