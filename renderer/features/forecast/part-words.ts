/** The parts of a forecast in words: what each is, and why it is as large as it is. */
import type { ForecastDetail } from '@shared/contract/forecast';
import type { ForecastPart } from '@shared/contract/forecast-details';
import { formatDecimal, formatPercent, formatQuantity } from '../../lib/format';
import { texts } from '../../texts/texts';

const words = texts.forecast.series.parts;

export type PartWords = { part: ForecastPart | 'adjusted'; label: string; reason: string; units: number };

type Explained = Pick<ForecastDetail, 'details' | 'points' | 'grain' | 'total' | 'unadjustedMean' | 'model'>;

const LABELS: Record<ForecastPart, string> = words.labels;

/** In the order in which they were worked out; they add up to the total. */
export function describeParts(series: Explained): PartWords[] {
  const { details, total, unadjustedMean } = series;
  const parts = details.parts.map(
    ({ part, units }): PartWords => ({
      part,
      label: part === 'model' && series.model === 'launch' ? words.labels.launch : LABELS[part],
      reason: reasonOf(part, series),
      units,
    }),
  );
  if (unadjustedMean === null) return parts;
  return [
    ...parts,
    {
      part: 'adjusted',
      label: words.labels.adjusted,
      reason: words.reasons.adjusted,
      units: total.mean - unadjustedMean,
    },
  ];
}

function reasonOf(part: ForecastPart, { details, points, grain, model }: Explained): string {
  const ahead = formatQuantity(points.length, grain);
  switch (part) {
    case 'recent_sales':
      return words.reasons.recentSales(ahead);
    case 'stock_outs':
      return details.inStockShare === null
        ? words.reasons.stockOutsUnknown
        : words.reasons.stockOuts(formatPercent(details.inStockShare), formatDecimal(details.stockOutUnits));
    case 'season':
      return seasonReason(details.season);
    case 'model':
      return model === 'launch' ? words.reasons.launch : words.reasons.model;
    case 'running_period':
      return words.reasons.runningPeriod;
    case 'run_out':
      return words.reasons.runOut;
    case 'levels_adding_up':
      return words.reasons.levels;
  }
}

function seasonReason({ basis, errorRatio }: ForecastDetail['details']['season']): string {
  if (basis === 'none') return words.reasons.noSeason;
  if (basis === 'own') return words.reasons.ownSeason;
  const gain = errorRatio === null ? null : 1 - errorRatio;
  return words.reasons.storeSeason(gain !== null && gain >= 0.005 ? formatPercent(gain) : null);
}
