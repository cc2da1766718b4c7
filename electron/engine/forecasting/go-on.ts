/**
 * What a series that was forecast before needs this time. Most of a forecast's cost is the choice of its methods, which
 * are tested at many origins; a further month seldom changes that choice. So
 *
 * - a series as it was keeps its forecast,
 * - one that merely grew keeps its methods, which are fitted to the longer history (their errors so far, and those of the
 *   forecast before against what came, make the new spread),
 * - all is done anew when the choice is old, when what came lay outside the 90 % band, or when the history was restated.
 *
 * Nothing that was chosen on a longer history is used for a shorter one, so a forecast as of an earlier day stays honest.
 */
import { addPeriods, type Grain, type Period, periodOrdinal } from '@shared/domain/period';
import type { PreparedSeries } from './prepare-series';
import type { Contender } from './select-model';
import type { DemandSeries, SeriesForecast } from './types';

/** The methods of a series and what they were chosen by. */
export type KeptMethod = {
  /** First and last period of the history that they were chosen on. */
  start: Period;
  through: Period;
  choice: Contender;
  /** All that were tried. */
  contenders: readonly TriedMethod[];
  notes: readonly string[];
};

export type TriedMethod = Pick<Contender, 'method' | 'scores' | 'failure'>;

/** A forecast as its models left it, before levels were made to add up. */
export type FittedBefore = Pick<SeriesForecast, 'history' | 'points' | 'method'>;

/** Periods after which methods are chosen anew: a quarter. */
const REVIEW_AFTER: Record<Grain, number> = { month: 3, week: 13 };
/** Share of a history's units that may be restated, by late deals, before methods are chosen anew. */
const RESTATED = 0.05;
/** A season or a stock-out correction this much different is the same one. */
const SAME = 0.01;

/** The methods to go on with; null when they are to be chosen anew. */
export function methodToGoOn(series: PreparedSeries, before: FittedBefore | undefined): KeptMethod | null {
  const method = before?.method;
  // Few methods suit intermittent series, and those are quick.
  if (!before || !method || series.isIntermittent || method.start !== series.start) return null;
  const length = series.demand.length;
  const since = periodOrdinal(series.start) + length - 1 - periodOrdinal(method.through);
  if (since < 0 || since > REVIEW_AFTER[series.grain] || length < before.history.length) return null;
  if (isRestated(series, before) || isSurprised(series, before)) return null;
  const origin = before.history.length;
  const isKnown = origin === length || method.choice.forecasts.some((forecast) => forecast.origin === origin);
  if (isKnown) return method;
  const means = before.points.map(({ mean }) => mean);
  const forecasts = [{ origin, means }, ...method.choice.forecasts];
  return { ...method, choice: { ...method.choice, forecasts } };
}

/** Whether a forecast made before stands as it is: no new period, the same units, and the same season, in effect. */
export function isAsBefore(
  series: Pick<DemandSeries, 'start' | 'values' | 'demand'>,
  season: readonly number[],
  before: Pick<SeriesForecast, 'history'> & { season: readonly number[] },
): boolean {
  const { history } = before;
  return (
    history.length === series.values.length &&
    history[0]?.period === series.start &&
    history.every(({ units, demand }, index) => {
      const wanted = series.demand?.[index] ?? series.values[index] ?? demand;
      return units === series.values[index] && Math.abs(wanted - demand) <= SAME * Math.max(1, demand);
    }) &&
    season.length === before.season.length &&
    season.every((factor, index) => Math.abs(factor - (before.season[index] ?? 0)) <= SAME)
  );
}

function isRestated({ values }: PreparedSeries, { history }: FittedBefore): boolean {
  let changed = 0;
  let total = 0;
  history.forEach(({ units }, index) => {
    changed += Math.abs((values[index] ?? 0) - (units ?? 0));
    total += Math.abs(units ?? 0);
  });
  return changed > RESTATED * total;
}

function isSurprised(
  { demand, start, observed }: PreparedSeries,
  { history, points }: FittedBefore,
): boolean {
  const bands = new Map(points.map(({ period, quantiles }) => [period, quantiles]));
  return demand.slice(history.length).some((units, step) => {
    const at = history.length + step;
    const quantiles = bands.get(addPeriods(start, at));
    const [low, high] = [quantiles?.['0.05'], quantiles?.['0.95']];
    if (low === undefined || high === undefined) return true;
    return observed[at] === true && (units < low || units > high);
  });
}
