/**
 * Whether series of a level borrow the season of the store, decided by back-test over all series of the level together: one
 * series of a few units a month could not tell. At each origin the mean of the last year without the store's season is
 * set against the mean of the last year without the series' own (seasonality.ts), both with their season put back.
 */
import { average } from './central-values';
import type { DemandLevel } from './demand-rows';
import type { DemandNode } from './demand-tree';
import { seasonFactors } from './season-factors';
import { removeSeason, restoreSeason, seasonalIndices } from './seasonality';
import type { StoreSeason } from './store-season';

export type SeasonDecision = {
  level: DemandLevel;
  isBorrowed: boolean;
  /** Absolute error with the store's season over that with the series' own; null when it could not be tested. */
  errorRatio: number | null;
  origins: number;
};

const SEASON = { month: 12, week: 52 } as const;
const MOST_ORIGINS = 9;
/**
 * The store's season is as marked as its own evidence allows (store-season.ts), so it stands unless tests of most of a
 * year speak clearly against it.
 */
const FEWEST_ORIGINS = 9;
const CLEARLY_WORSE = 1.02;

export function decideSeason(
  level: DemandLevel,
  nodes: readonly DemandNode[],
  source: StoreSeason,
  horizon: number,
): SeasonDecision {
  let borrowed = 0;
  let own = 0;
  let origins = 0;
  for (const { series } of nodes) {
    const demand = (series.demand ?? series.values).map((value) => value ?? 0);
    const season = SEASON[series.grain];
    for (let back = 1; back <= MOST_ORIGINS; back++) {
      const origin = demand.length - back;
      const steps = Math.min(horizon, back);
      if (origin < season) break;
      const factors = seasonFactors(source, series.start, origin, steps);
      if (!factors) break;
      origins = Math.max(origins, back);
      const actual = demand.slice(origin, origin + steps);
      const history = demand.slice(0, origin);
      const level = average(history.map((value, at) => value / (factors[at] ?? 1)).slice(-season));
      const indices = seasonalIndices(history, season);
      const ownLevel = average(removeSeason(history, indices).slice(-season));
      const ownMeans = restoreSeason(Array<number>(steps).fill(ownLevel), indices, origin);
      borrowed += absoluteError(actual, (step) => level * (factors[origin + step] ?? 1));
      own += absoluteError(actual, (step) => ownMeans[step] ?? 0);
    }
  }
  const errorRatio = own > 0 ? borrowed / own : null;
  const isWorse = origins >= FEWEST_ORIGINS && errorRatio !== null && errorRatio > CLEARLY_WORSE;
  return { level, isBorrowed: !isWorse, errorRatio, origins };
}

function absoluteError(actual: readonly number[], meanOf: (step: number) => number): number {
  return actual.reduce((sum, value, step) => sum + Math.abs(value - meanOf(step)), 0);
}
