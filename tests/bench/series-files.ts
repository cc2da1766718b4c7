/**
 * Real series for the benchmarks, from the folder that DOSO_SERIES_DIR names: CSV files with the columns
 * series_id,start,h,train,test, values separated by spaces; all are monthly. `test` holds what came after `train`.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { DemandSeries } from '@engine/forecasting/types';
import { isFullSize } from '../helpers/record-figure';

export type TestedSeries = { series: DemandSeries; actual: number[] };

const SAMPLE = 60;
const folder = process.env.DOSO_SERIES_DIR ?? '';

/** Names without their ending; none when the folder is not there. */
export const seriesFiles: readonly string[] = existsSync(folder)
  ? readdirSync(folder)
      .filter((name) => name.endsWith('.csv'))
      .map((name) => path.basename(name, '.csv'))
  : [];

/** All series at the full size; else some, evenly spaced, so that every kind of series in a file has its part. */
export function readTestedSeries(name: string): TestedSeries[] {
  const [, ...lines] = readFileSync(path.join(folder, `${name}.csv`), 'utf8')
    .trim()
    .split('\n');
  const step = isFullSize ? 1 : Math.max(1, Math.floor(lines.length / SAMPLE));
  return lines.filter((_, index) => index % step === 0).map(toTested);
}

/** The same series known to the end of `cut` periods fewer, tested on the `horizon` that follows. */
export function cutBack({ series, actual }: TestedSeries, cut: number, horizon: number): TestedSeries {
  const all = [...series.values.map((value) => value ?? 0), ...actual];
  const length = all.length - horizon - cut;
  return { series: { ...series, values: all.slice(0, length) }, actual: all.slice(length, length + horizon) };
}

function toTested(line: string): TestedSeries {
  const [id = '', start = '', , train = '', test = ''] = line.split(',');
  const numbers = (text: string) => text.trim().split(' ').map(Number);
  return { series: { id, grain: 'month', start, values: numbers(train) }, actual: numbers(test) };
}
