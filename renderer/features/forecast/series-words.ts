/** Names of series and models, and what a back-test says about one. */
import type { ForecastSeries } from '@shared/contract/forecast';
import type { Tone } from '../../components/tone';
import { formatDecimal, formatPercent, formatQuantity } from '../../lib/format';

type Named = Pick<ForecastSeries, 'level' | 'modelName' | 'trim' | 'id'>;

export function seriesName({ level, modelName, trim, id }: Named): string {
  if (level === 'store') return 'Whole store';
  return [modelName, trim].filter(Boolean).join(' ') || id;
}

const MODEL_WORDS: Record<string, string> = {
  'seasonal-naive': 'Seasonal naive',
  naive: 'Naive',
  ets: 'ETS',
  arima: 'ARIMA',
  theta: 'Theta',
  prophet: 'Prophet',
  mstl: 'MSTL',
  tsb: 'TSB',
  mean: 'Mean',
  'recent-mean': 'Recent mean',
  ensemble: 'Ensemble',
  combination: 'Combination',
};

/** Known models by their names, others as the engine writes them; a combination is named by its parts. */
export function modelWord(model: string): string {
  const [whole, parts] = model.split(' of ');
  const word = wordOf(whole ?? model);
  if (!parts) return word;
  return `${word} of ${parts.split(', ').map(wordOf).join(', ')}`;
}

function wordOf(model: string): string {
  return MODEL_WORDS[model.replace(/_/g, '-')] ?? model;
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
    `MASE ${formatDecimal(accuracy.mase, 2)} (below 1 is better than naive)`,
    `the 80% band held ${formatPercent(accuracy.coverage80)} of the time`,
    `over ${formatQuantity(accuracy.origins, 'origin')}`,
  ].join(', ');
  return accuracy.beatsNaive
    ? { tone: 'good', word: 'Beats naive', detail }
    : { tone: 'caution', word: 'Naive is as good', detail };
}
