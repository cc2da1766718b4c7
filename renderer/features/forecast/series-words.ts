/** Names of series, and what a back-test says about one. */
import type { ListedForecast } from '@shared/contract/forecast';
import type { Tone } from '../../components/tone';
import { formatDecimal, formatPercent, formatQuantity } from '../../lib/format';

type Named = Pick<ListedForecast, 'level' | 'modelName' | 'trim' | 'id'> &
  Partial<Pick<ListedForecast, 'configuration' | 'condition'>>;

export function seriesName({ level, modelName, trim, id, configuration, condition }: Named): string {
  if (level === 'store') return condition === 'used' ? 'All used units' : 'Whole store';
  if (level === 'build') return configuration ?? `${trim ?? modelName ?? id}, plain`;
  return [modelName, trim].filter(Boolean).join(' ') || id;
}

export type AccuracyWords = { tone: Tone | 'neutral'; word: string; detail: string };

export function describeAccuracy({
  status,
  accuracy,
  level,
  model,
}: Pick<ListedForecast, 'status' | 'accuracy'> &
  Partial<Pick<ListedForecast, 'level' | 'model'>>): AccuracyWords {
  if (level === 'build') {
    return {
      tone: 'neutral',
      word: 'Split from trim',
      detail: 'A build takes its share of the trim’s forecast.',
    };
  }
  if (model === 'launch') {
    return {
      tone: 'neutral',
      word: 'Launch',
      detail: 'Too young for a back-test: its siblings and earlier launches tell.',
    };
  }
  if (model === 'share') {
    return {
      tone: 'neutral',
      word: 'Share of the level above',
      detail: 'It sells too little for a forecast of its own.',
    };
  }
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
    : model === 'seasonal_naive'
      ? {
          tone: 'caution',
          word: 'Naive is used',
          detail: `No method beat repeating last year, so that is used. ${detail}`,
        }
      : { tone: 'caution', word: 'Loses to naive', detail: `No better than repeating last year. ${detail}` };
}
