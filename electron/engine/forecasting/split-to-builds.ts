/**
 * A trim's forecast split over its builds, which sell too little for a forecast of their own: to each its share of the
 * rates at which they sell on open days, older periods counting half as much for each half-life,
 *
 *     rate(i) = (s + sum w * sold) / (s / r + sum w * open share),     share(i) = rate(i) / sum rate
 *
 * with r the builds' pooled rate and s the units that its word is worth (gamma-Poisson as in stock-out-correction.ts). Where
 * days in stock are not known every period counts as open. A build that neither stood nor sold for long loses its share by
 * the same half-life: it is likely discontinued. Shares add up to 1, so means of builds add up to their
 * trim's. A build's count is the trim's thinned: of a mean m and variance v a share p keeps p m and p m + p^2 (v - m).
 */
import { UNTESTED_SCORES } from './accuracy';
import type { DemandNode } from './demand-tree';
import { describeForecast } from './forecast-series';
import type { StockEvidence } from './stock-days';
import { openRate } from './stock-out-correction';
import type { ForecastSpread, SeriesForecast } from './types';

/** Units of weight given to the builds' pooled rate. */
const POOLED_UNITS = 1;
const HALF_LIFE = { month: 6, week: 26 } as const;
/** A build that is not allocated for so long is still asked for; beyond, what is built no more fades. */
const QUIET = { month: 4, week: 17 } as const;

export type BuildForecast = { node: DemandNode; forecast: SeriesForecast };

export function splitToBuilds(trim: SeriesForecast, builds: readonly DemandNode[]): BuildForecast[] {
  const shares = buildShares(builds);
  return builds.map((node, index) => ({ node, forecast: shareOf(trim, node, shares[index] ?? 0) }));
}

/** In the order of `builds`; they add up to 1. */
export function buildShares(builds: readonly DemandNode[]): number[] {
  const evidence = builds.map((node) => node.evidence ?? alwaysOpen(node));
  const weightIn = (length: number, grain: 'week' | 'month') => (index: number) =>
    0.5 ** ((length - 1 - index) / HALF_LIFE[grain]);
  let sold = 0;
  let open = 0;
  builds.forEach(({ series }, build) => {
    const own = evidence[build] ?? [];
    const weightOf = weightIn(own.length, series.grain);
    own.forEach(({ openUnits, openShare }, index) => {
      sold += weightOf(index) * openUnits;
      open += weightOf(index) * openShare;
    });
  });
  const pooled = { mean: Math.max(sold, POOLED_UNITS) / Math.max(open, 1), units: POOLED_UNITS };
  const rates = builds.map(({ series }, build) => {
    const own = evidence[build] ?? [];
    const rate = openRate(
      own,
      own.map(() => 1),
      pooled,
      weightIn(own.length, series.grain),
    );
    return rate * 0.5 ** (Math.max(0, silentPeriods(own) - QUIET[series.grain]) / HALF_LIFE[series.grain]);
  });
  const total = rates.reduce((sum, rate) => sum + rate, 0);
  return rates.map((rate) => rate / total);
}

/** Periods since it last stood or sold. */
function silentPeriods(own: readonly StockEvidence[]): number {
  const reversed = [...own].reverse();
  const last = reversed.findIndex(({ units, inStockShare }) => units > 0 || inStockShare > 0);
  return last < 0 ? 0 : last;
}

function alwaysOpen({ series }: DemandNode): StockEvidence[] {
  return series.values.map((value) => {
    const units = value ?? 0;
    return { units, openUnits: units, openShare: 1, inStockShare: 1 };
  });
}

function shareOf(trim: SeriesForecast, node: DemandNode, share: number): SeriesForecast {
  const { points, total } = trim;
  const spread = trim.spread && thinSpread(trim, trim.spread, share);
  const first = points[0]?.period;
  const means = points.map(({ mean }) => mean * share);
  const isSplit = spread !== null && first !== undefined;
  return {
    ...trim,
    id: node.series.id,
    model: trim.model,
    note: `${(100 * share).toFixed(share < 0.1 ? 1 : 0)} % of the trim's forecast, by recent sales on days in stock`,
    points: [],
    total: { mean: total.mean * share, quantiles: {} },
    ...(isSplit ? describeForecast(first, means, spread) : {}),
    accuracy: { ...UNTESTED_SCORES, beatsNaive: null },
    candidates: [],
    history: node.series.values.map((units, index) => ({
      period: trim.history[trim.history.length - node.series.values.length + index]?.period ?? '',
      units,
      demand: node.series.demand?.[index] ?? units ?? 0,
    })),
    spread,
  };
}

function thinSpread(
  { points, total }: SeriesForecast,
  spread: ForecastSpread,
  share: number,
): ForecastSpread {
  const thin = (mean: number, deviation: number) =>
    Math.sqrt(share * mean + share ** 2 * Math.max(0, deviation ** 2 - mean));
  return {
    ...spread,
    deviations: points.map(({ mean }, step) => thin(mean, spread.deviations[step] ?? 0)),
    totalDeviation: thin(total.mean, spread.totalDeviation),
    isCount: true,
    isNonNegative: true,
  };
}
