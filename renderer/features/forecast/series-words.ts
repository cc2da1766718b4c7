/** Names of series, and what a back-test says about one. */
import type { ForecastSeries } from '@shared/contract/forecast';
import type { Tone } from '../../components/tone';
import { formatDecimal, formatPercent, formatQuantity } from '../../lib/format';

type Named = Pick<ForecastSeries, 'level' | 'modelName' | 'trim' | 'id'>;

export function seriesName({ level, modelName, trim, id }: Named): string {
  if (level === 'store') return 'Whole store';
  return [modelName, trim].filter(Boolean).join(' ') || id;
}

export type AccuracyWords = { tone: Tone | 'neutral'; word: string; detail: string };

export function describeAccuracy({
  status,
  accuracy,
}: Pick<ForecastSeries, 'status' | 'accuracy'>): AccuracyWords {
  if (status === 'not_enough_data' || accuracy.beatsNaive === null) {
    return { tone: 'neutral', word: 'Not tested', detail: 'The history is too short for a back-test.' };
  }
  const detail = [
    `Typical error against repeating last year: ${formatDecimal(accuracy.mase, 2)}`,
    `the 80% band held ${formatPercent(accuracy.coverage80)} of the time`,
    `over ${formatQuantity(accuracy.origins, 'test')} on the past`,
  ].join(', ');
  return accuracy.beatsNaive
    ? { tone: 'good', word: 'Beats naive', detail: `Better than repeating last year. ${detail}` }
    : { tone: 'caution', word: 'Naive is as good', detail: `No better than repeating last year. ${detail}` };
}
