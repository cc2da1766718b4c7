/** Names of series, and what a back-test says about one. */
import type { ListedForecast } from '@shared/contract/forecast';
import type { Tone } from '../../components/tone';
import { formatDecimal, formatPercent, formatQuantity } from '../../lib/format';
import { texts } from '../../texts/texts';

const words = texts.forecast.series;

type Named = Pick<ListedForecast, 'level' | 'modelName' | 'trim' | 'id'> &
  Partial<Pick<ListedForecast, 'configuration' | 'condition'>>;

export function seriesName({ level, modelName, trim, id, configuration, condition }: Named): string {
  if (level === 'store') return condition === 'used' ? words.names.allUsed : words.names.wholeStore;
  if (level === 'build') return configuration ?? words.names.plain(trim ?? modelName ?? id);
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
      word: words.split.word,
      detail: words.split.detail,
    };
  }
  if (model === 'launch') {
    return {
      tone: 'neutral',
      word: words.launch.word,
      detail: words.launch.detail,
    };
  }
  if (model === 'share') {
    return {
      tone: 'neutral',
      word: words.share.word,
      detail: words.share.detail,
    };
  }
  if (status === 'not_enough_data' || accuracy.beatsNaive === null) {
    return { tone: 'neutral', word: words.untested.word, detail: words.untested.detail };
  }
  const detail = [
    words.test.error(formatDecimal(accuracy.mase, 2)),
    words.test.band(formatPercent(accuracy.coverage80)),
    words.test.times(formatQuantity(accuracy.origins, 'test')),
  ].join(', ');
  return accuracy.beatsNaive
    ? { tone: 'good', word: words.better.word, detail: words.better.detail(detail) }
    : model === 'seasonal_naive'
      ? {
          tone: 'caution',
          word: words.naive.word,
          detail: words.naive.detail(detail),
        }
      : { tone: 'caution', word: words.worse.word, detail: words.worse.detail(detail) };
}
