/** How the level moved over the last year and how it goes on: the trend, in words. */
import type { ForecastDetail } from '@shared/contract/forecast';
import { formatPercent, formatSigned } from '../../lib/format';
import { texts } from '../../texts/texts';

const words = texts.forecast.series.trend;

type Row = ForecastDetail['details']['decomposition'][number];

const PERIODS_A_YEAR = { month: 12, week: 52 } as const;

export function trendWords(rows: readonly Row[], grain: 'month' | 'week'): string {
  const past = rows.filter(({ rest }) => rest !== null);
  const [now, before, ahead] = [past.at(-1), past.at(-1 - PERIODS_A_YEAR[grain]), rows.at(-1)];
  if (!now || now.level <= 0) return words.unknown;
  const change = (from: number, to: number) => formatSigned(to / from - 1, (value) => formatPercent(value));
  return [
    before && before.level > 0 ? words.onYearBefore(change(before.level, now.level)) : null,
    ahead && ahead.rest === null ? words.byTheEnd(change(now.level, ahead.level)) : null,
  ]
    .filter(Boolean)
    .join(', ');
}
