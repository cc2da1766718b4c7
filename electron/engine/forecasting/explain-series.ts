/**
 * Why a forecast says what it says: its history and its future taken apart into level and season, and its sum over the
 * horizon into parts that add up. Pure; worked out beside the forecast from what it was made of.
 */
import type { ForecastDetails, ForecastPart } from '@shared/contract/forecast-details';
import { average } from './central-values';
import { flagOutliers } from './flag-outliers';
import type { DemandSeriesStages } from './forecast-stages';
import { seasonFactors } from './season-factors';
import { seasonalIndices } from './seasonality';
import type { DemandSeries, SeriesForecast } from './types';

const SEASON = { month: 12, week: 52 } as const;
/** Periods on each side of a level. */
const LEVEL_REACH = { month: 6, week: 13 } as const;

export function explainSeries(
  series: DemandSeries,
  stages: DemandSeriesStages,
  errorRatio: number | null,
  predecessors: ForecastDetails['predecessors'],
): ForecastDetails {
  const { history, points } = stages.final;
  const { factors, basis } = factorsOf(series, history, points.length);
  const season = SEASON[series.grain];
  const lastYear = history.slice(-season);
  const shares = series.inStockShare?.slice(-season);
  return {
    season: { basis, errorRatio },
    decomposition: decompose(series, stages.final, factors),
    parts: partsOf(lastYear, stages, factors.slice(history.length)),
    chosenThrough: stages.fitted.method?.through ?? null,
    outliers: flagOutliers(history, factors),
    inStockShare: shares && shares.length > 0 ? average(shares) : null,
    stockOutUnits: lastYear.reduce(
      (sum, { units, demand }) => sum + (units === null ? 0 : demand - units),
      0,
    ),
    predecessors,
  };
}

function factorsOf(
  series: DemandSeries,
  history: SeriesForecast['history'],
  horizon: number,
): { factors: number[]; basis: ForecastDetails['season']['basis'] } {
  const [first] = history;
  const borrowed =
    series.storeSeason && first && seasonFactors(series.storeSeason, first.period, history.length, horizon);
  if (borrowed) return { factors: borrowed, basis: 'store' };
  const indices = seasonalIndices(
    history.map(({ demand }) => demand),
    SEASON[series.grain],
  );
  const factors = Array.from(
    { length: history.length + horizon },
    (_, at) => indices[at % indices.length] ?? 1,
  );
  return { factors, basis: indices.some((index) => index !== 1) ? 'own' : 'none' };
}

function decompose(
  { grain }: DemandSeries,
  { history, points }: SeriesForecast,
  factors: readonly number[],
): ForecastDetails['decomposition'] {
  const adjusted = history.map(({ demand }, at) => demand / (factors[at] ?? 1));
  const reach = LEVEL_REACH[grain];
  const past = history.map(({ period, demand }, at) => {
    const level = average(adjusted.slice(Math.max(0, at - reach), at + reach + 1));
    const season = factors[at] ?? 1;
    return { period, level, season, rest: level > 0 ? demand / (level * season) : null };
  });
  const ahead = points.map(({ period, mean }, step) => {
    const season = factors[history.length + step] ?? 1;
    return { period, level: mean / season, season, rest: null };
  });
  return [...past, ...ahead];
}

function partsOf(
  lastYear: SeriesForecast['history'],
  { fitted, updated, ended, final }: DemandSeriesStages,
  ahead: readonly number[],
): ForecastDetails['parts'] {
  const horizon = final.points.length;
  if (horizon === 0) return [];
  const sold = average(lastYear.map(({ units, demand }) => units ?? demand)) * horizon;
  const wanted = average(lastYear.map(({ demand }) => demand)) * horizon;
  const seasonal =
    average(lastYear.map(({ demand }) => demand)) * ahead.reduce((sum, factor) => sum + factor, 0);
  const steps: [ForecastPart, number][] = [
    ['recent_sales', sold],
    ['stock_outs', wanted],
    ['season', seasonal],
    ['model', fitted.total.mean],
    ['running_period', updated.total.mean],
    ['run_out', ended.total.mean],
    ['levels_adding_up', final.total.mean],
  ];
  return steps.flatMap(([part, value], index) => {
    const units = value - (index === 0 ? 0 : (steps[index - 1]?.[1] ?? 0));
    return index === 0 || Math.abs(units) > 1e-9 ? [{ part, units }] : [];
  });
}
