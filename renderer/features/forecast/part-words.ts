/** The parts of a forecast in words: what each is, and why it is as large as it is. */
import type { ForecastDetail } from '@shared/contract/forecast';
import type { ForecastPart } from '@shared/contract/forecast-details';
import { formatDecimal, formatPercent, formatQuantity } from '../../lib/format';

export type PartWords = { part: ForecastPart | 'adjusted'; label: string; reason: string; units: number };

type Explained = Pick<ForecastDetail, 'details' | 'points' | 'grain' | 'total' | 'unadjustedMean'>;

const LABELS: Record<ForecastPart, string> = {
  recent_sales: 'Pace of the last year',
  stock_outs: 'Days without stock',
  season: 'Season ahead',
  model: 'Trend, as the methods see it',
  running_period: 'The period under way',
  run_out: 'Run-out',
  levels_adding_up: 'Levels made to add up',
};

/** In the order in which they were worked out; they add up to the total. */
export function describeParts(series: Explained): PartWords[] {
  const { details, total, unadjustedMean } = series;
  const parts = details.parts.map(
    ({ part, units }): PartWords => ({
      part,
      label: LABELS[part],
      reason: reasonOf(part, series),
      units,
    }),
  );
  if (unadjustedMean === null) return parts;
  return [
    ...parts,
    {
      part: 'adjusted',
      label: 'Adjusted by hand',
      reason: 'What was entered under Adjust, here or at a level above or below',
      units: total.mean - unadjustedMean,
    },
  ];
}

function reasonOf(part: ForecastPart, { details, points, grain }: Explained): string {
  const ahead = formatQuantity(points.length, grain);
  switch (part) {
    case 'recent_sales':
      return `Units sold in the last year, at that pace over ${ahead}`;
    case 'stock_outs':
      return details.inStockShare === null
        ? 'Days in stock are not known'
        : `Some unit of it stood on ${formatPercent(details.inStockShare)} of days; with every build there on every day, ${formatDecimal(details.stockOutUnits)} more would have sold in the last year`;
    case 'season':
      return seasonReason(details.season);
    case 'model':
      return 'What the chosen methods make of the recent level and its direction';
    case 'running_period':
      return 'What has sold so far in it, by the selling days that have passed';
    case 'run_out':
      return 'Built no more: only what stands is left to sell';
    case 'levels_adding_up':
      return 'Trims, models and the store are brought to one sum; what is known best moves least';
  }
}

function seasonReason({ basis, errorRatio }: ForecastDetail['details']['season']): string {
  if (basis === 'none') return 'No season was found; months count by their selling days';
  if (basis === 'own') return 'The season of its own history';
  const gain = errorRatio === null ? null : 1 - errorRatio;
  const tested =
    gain === null
      ? ''
      : gain >= 0.005
        ? `; on the past the error was ${formatPercent(gain)} smaller with it`
        : '';
  return `The season of the whole store and its selling days${tested}`;
}
