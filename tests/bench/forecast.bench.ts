/**
 * Accuracy and calibration on real series, and the time a store's forecasts take. The series are read from the
 * folder that DOSO_SERIES_DIR names: CSV files with the columns series_id,start,h,train,test, values separated by
 * spaces. A sample of each file is forecast, all of it by `npm run prove`.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { naiveScale, pinballLoss } from '@engine/forecasting/accuracy';
import { average } from '@engine/forecasting/central-values';
import { runForecasts } from '@engine/forecasting/run-forecasts';
import type { DemandSeries, SeriesForecast } from '@engine/forecasting/types';
import { describe, it } from 'vitest';
import { isFullSize, recordFigure } from '../helpers/record-figure';

const SAMPLE = 60;
const SEASON = 12;
const run = { workerDirectory: path.resolve('out/main'), threads: 2 };
const folder = process.env.DOSO_SERIES_DIR ?? '';
const files = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.csv')) : [];

type TestedSeries = { series: DemandSeries; actual: number[] };
type Score = {
  smape: number;
  mase: number | null;
  pinball: number | null;
  inside: boolean[];
  isTotalInside: boolean;
};

describe('forecast', () => {
  it('a store of 13 upper series and 60 trims, 36 months', async () => {
    const tasks = Array.from({ length: 73 }, (_, index) => ({
      series: syntheticSeries(index),
      options: { horizon: 6, model: 'auto' as const },
    }));
    const startedAt = performance.now();
    await runForecasts(tasks, run);
    const value = (performance.now() - startedAt) / 1000;
    recordFigure({ area: 'forecast', name: 'a store, all models on all levels', value, unit: 's', most: 60 });
  }, 600_000);

  it.skipIf(files.length > 0)(
    'real series: set DOSO_SERIES_DIR to a folder of series to measure accuracy',
    () => {},
  );

  it.each(files)(
    '%s',
    async (file) => {
      const tested = sampleOf(readTested(path.join(folder, file)));
      const tasks = tested.map(({ series, actual }) => ({
        series,
        options: { horizon: actual.length, model: 'auto' as const },
      }));
      const startedAt = performance.now();
      const forecasts = await runForecasts(tasks, run);
      const seconds = (performance.now() - startedAt) / 1000;
      const scores = tested.flatMap(({ series, actual }, index) => {
        const forecast = forecasts[index];
        return forecast?.status === 'ok' ? [score(series, actual, forecast)] : [];
      });
      record(path.basename(file, '.csv'), scores, seconds / tested.length);
    },
    7_200_000,
  );
});

function record(name: string, scores: readonly Score[], secondsPerSeries: number): void {
  const of = (what: string) => `${name}, ${scores.length} series: ${what}`;
  const known = (values: (number | null)[]) => average(values.filter((value) => value !== null));
  const share = (flags: boolean[]) => (100 * flags.filter(Boolean).length) / flags.length;
  const figures = [
    { name: of('sMAPE'), value: average(scores.map(({ smape }) => smape)), unit: '%' },
    { name: of('MASE'), value: known(scores.map(({ mase }) => mase)), unit: '' },
    { name: of('scaled quantile loss'), value: known(scores.map(({ pinball }) => pinball)), unit: '' },
    { name: of('inside the 90 % interval'), value: share(scores.flatMap(({ inside }) => inside)), unit: '%' },
    {
      name: of('sum inside its 90 % interval'),
      value: share(scores.map(({ isTotalInside }) => isTotalInside)),
      unit: '%',
    },
    { name: of('time for one'), value: secondsPerSeries, unit: 's' },
  ];
  for (const figure of figures) recordFigure({ area: 'forecast', ...figure });
}

/** Mean over the horizon; the quantile loss is divided by the mean absolute one-step change of the history. */
function score({ values }: DemandSeries, actual: readonly number[], forecast: SeriesForecast): Score {
  const history = values.map((value) => value ?? 0);
  const scale = naiveScale(history, SEASON);
  const change = naiveScale(history, 1);
  const steps = actual.map((value, step) => {
    const point = forecast.points[step];
    const mean = point?.mean ?? 0;
    const size = Math.abs(value) + Math.abs(mean);
    return {
      error: Math.abs(value - mean),
      smape: size > 0 ? (200 * Math.abs(value - mean)) / size : 0,
      pinball: pinballLoss(value, Object.values(point?.quantiles ?? {})),
      isInside: isInside(value, point?.quantiles ?? {}),
    };
  });
  return {
    smape: average(steps.map((step) => step.smape)),
    mase: scale && average(steps.map((step) => step.error)) / scale.absolute,
    pinball: change && average(steps.map((step) => step.pinball)) / change.absolute,
    inside: steps.map((step) => step.isInside),
    isTotalInside: isInside(
      actual.reduce((sum, value) => sum + value, 0),
      forecast.total.quantiles,
    ),
  };
}

function isInside(value: number, quantiles: Record<string, number>): boolean {
  return value >= (quantiles['0.05'] ?? 0) && value <= (quantiles['0.95'] ?? 0);
}

function readTested(file: string): TestedSeries[] {
  const [, ...lines] = readFileSync(file, 'utf8').trim().split('\n');
  return lines.map((line) => {
    const [id = '', start = '', , train = '', test = ''] = line.split(',');
    return {
      series: { id, grain: 'month', start, values: train.split(' ').map(toValue) },
      actual: toNumbers(test),
    };
  });
}

function toValue(text: string): number | null {
  return text === '' || text === 'NA' ? null : Number(text);
}

function toNumbers(text: string): number[] {
  return text.trim().split(' ').map(Number);
}

/** Evenly spaced, so that every kind of series in a file has its part. */
function sampleOf(all: readonly TestedSeries[]): TestedSeries[] {
  const step = isFullSize ? 1 : Math.max(1, Math.floor(all.length / SAMPLE));
  return all.filter((_, index) => index % step === 0);
}

/** Thirteen series of some units a month, sixty of hardly any. */
function syntheticSeries(index: number): DemandSeries {
  const level = index < 13 ? 8 + index : 0.4 + (index % 5) / 2;
  const values = Array.from({ length: 36 }, (_, month) => {
    const noise = (((month * 37 + index * 11) % 17) - 8) / 8;
    return Math.max(0, Math.round(level * (1 + 0.2 * Math.sin((month * Math.PI) / 6) + 0.5 * noise)));
  });
  return { id: `series ${index}`, grain: 'month', start: '2023-01', values };
}
