/**
 * Forecasts of a tree of series (store, models, trims) made to add up, period by period. Means are reconciled by
 * weighted least squares; quantiles are drawn again around the new means with each series' own spread, since
 * quantiles of parts do not add up to those of the whole. A series without a forecast of its own gets its share of
 * the parent's. Accuracy stays that of the series' own forecast.
 */
import type { Period } from '@shared/domain/period';
import { demandShares } from './demand-shares';
import { describeForecast } from './forecast-series';
import { deviationOfSum } from './forecast-spread';
import { reconcileMeans, type TreeNode } from './reconcile-means';
import type { ForecastSpread, SeriesForecast } from './types';

/** Correlation of the errors of two parts: counts scatter alone, but a market turns for all. */
const COMMON_ERROR = 0.05;
/** The spreads of one or two parts know no more than the whole's own. */
const FEWEST_PARTS = 3;

export type ForecastTree = { forecast: SeriesForecast; children: ForecastTree[] };

/**
 * @param tree every forecast that is 'ok' has the same periods
 * @param halfLife periods after which demand counts half in shares
 * @returns reconciled forecasts by series id; all as they were when the root has no forecast
 */
export function reconcileForecasts(tree: ForecastTree, halfLife: number): Map<string, SeriesForecast> {
  const results = new Map<string, SeriesForecast>();
  const complete = fillFromParent(tree, halfLife);
  const periods = complete.forecast.points.map((point) => point.period);
  const means = new Map<ForecastTree, number[]>();
  periods.forEach((_, step) => {
    const nodes = new Map<TreeNode, ForecastTree>();
    const root = treeAt(complete, step, nodes);
    for (const [node, mean] of reconcileMeans(root)) {
      const owner = nodes.get(node);
      if (owner) means.set(owner, [...(means.get(owner) ?? []), mean]);
    }
  });
  collect(complete, periods[0], means, results);
  return results;
}

function treeAt(tree: ForecastTree, step: number, nodes: Map<TreeNode, ForecastTree>): TreeNode {
  const { points, spread } = tree.forecast;
  const node: TreeNode = {
    mean: points[step]?.mean ?? 0,
    variance: (spread?.deviations[step] ?? 0) ** 2,
    children: tree.children.map((child) => treeAt(child, step, nodes)),
  };
  nodes.set(node, tree);
  return node;
}

function collect(
  tree: ForecastTree,
  first: Period | undefined,
  means: ReadonlyMap<ForecastTree, number[]>,
  results: Map<string, SeriesForecast>,
): ForecastSpread | null {
  const { forecast, children } = tree;
  // Set before those below, so that a parent stands above its parts.
  results.set(forecast.id, forecast);
  const parts = children.map((child) => collect(child, first, means, results));
  const own = means.get(tree);
  const spread = forecast.spread && agreeWithParts(forecast.spread, parts);
  if (own !== undefined && first !== undefined && spread !== null)
    results.set(forecast.id, { ...forecast, ...describeForecast(first, own, spread), spread });
  return spread;
}

/**
 * The spread of a whole that agrees with those of its parts: there is a correlation of their errors, from none to full, with
 * which they add up to it. A whole of one part is that part.
 */
function agreeWithParts(own: ForecastSpread, below: readonly (ForecastSpread | null)[]): ForecastSpread {
  const parts = below.flatMap((spread) => spread ?? []);
  const [only] = parts;
  if (!only || parts.length < below.length) return own;
  if (parts.length === 1) return only;
  return {
    ...own,
    deviations: own.deviations.map((deviation, step) =>
      agreeOnDeviation(
        deviation,
        parts.map(({ deviations }) => deviations[step] ?? 0),
      ),
    ),
    totalDeviation: agreeOnDeviation(
      own.totalDeviation,
      parts.map(({ totalDeviation }) => totalDeviation),
    ),
  };
}

/**
 * Two words on how far a sum may be off: its own back-test, of few origins, and the spreads of its parts, of many series,
 * added up with the correlation of errors that a common market brings. Their geometric mean is taken, the parts weighing as
 * the root of their number.
 */
function agreeOnDeviation(own: number, parts: readonly number[]): number {
  const sum = deviationOfSum(parts, COMMON_ERROR);
  const weight = parts.length < FEWEST_PARTS ? 1 : 1 / (1 + Math.sqrt(parts.length));
  const met = own > 0 && sum > 0 ? own ** weight * sum ** (1 - weight) : own;
  return Math.min(deviationOfSum(parts, 1), Math.max(deviationOfSum(parts, 0), met));
}

/** Gives each child without a forecast its share of the parent's means, with the spread of a Poisson count. */
function fillFromParent(tree: ForecastTree, halfLife: number): ForecastTree {
  const shares = demandShares(
    tree.children.map(({ forecast }) => forecast.history.map(({ demand }) => demand)),
    halfLife,
  );
  const children = tree.children.map((child, index) => {
    const isMissing = child.forecast.status === 'not_enough_data' && tree.forecast.status === 'ok';
    const forecast = isMissing ? shareOf(tree.forecast, child.forecast, shares[index] ?? 0) : child.forecast;
    return fillFromParent({ ...child, forecast }, halfLife);
  });
  return { ...tree, children };
}

function shareOf(parent: SeriesForecast, child: SeriesForecast, share: number): SeriesForecast {
  const means = parent.points.map((point) => point.mean * share);
  const sum = means.reduce((total, mean) => total + mean, 0);
  const spread: ForecastSpread = {
    deviations: means.map((mean) => Math.sqrt(Math.max(0, mean))),
    totalDeviation: Math.sqrt(Math.max(0, sum)),
    shape: parent.spread?.shape ?? [],
    isCount: parent.spread?.isCount ?? false,
    isNonNegative: parent.spread?.isNonNegative ?? false,
  };
  return {
    ...child,
    status: 'ok',
    model: 'share',
    note: [child.note, 'split from the level above by recent share'].filter(Boolean).join('; '),
    ...describeForecast(parent.points[0]?.period ?? '', means, spread),
    spread,
  };
}
