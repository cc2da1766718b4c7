/**
 * Finds the launches in a tree of demand and gives them the forecast of one (launch-ramp.ts): series that began a few periods
 * ago, or are only on their way, well after the store's history did, and go on with no predecessor's.
 */
import { addPeriods, type Period, periodOrdinal } from '@shared/domain/period';
import { average } from './central-values';
import type { DemandNode } from './demand-tree';
import { forecastLaunch, type Launch, measureRamp, YOUNG_PERIODS } from './launch-ramp';
import { listNodes, type PreparedDemand } from './prepare-demand';
import { seasonFactors } from './season-factors';
import type { SeriesForecast } from './types';

/** What began within so many periods of the history's start may have been there before. */
const KNOWN_AFTER = { month: 2, week: 8 } as const;
const LAUNCHED_LEVELS: readonly DemandNode['level'][] = ['model', 'trim'];

/** In the order of the map; other series stay as they are. */
export function applyLaunches(
  { root, window }: Pick<PreparedDemand, 'root' | 'window'>,
  fitted: ReadonlyMap<string, SeriesForecast>,
): Map<string, SeriesForecast> {
  const changed = new Map(fitted);
  const grain = root.series.grain;
  const isLaunched = ({ level, series }: DemandNode) =>
    LAUNCHED_LEVELS.includes(level) &&
    periodOrdinal(series.start) - periodOrdinal(window.first) > KNOWN_AFTER[grain];
  const nodes = listNodes(root);
  const ramp = measureRamp(
    nodes.filter((node) => node.level === 'trim' && isLaunched(node)).map(plainDemand),
    grain,
  );
  const horizon = Math.max(0, ...[...fitted.values()].map(({ points }) => points.length));
  for (const parent of nodes) {
    for (const node of parent.children) {
      const forecast = fitted.get(node.series.id);
      const isYoung = node.series.values.length < YOUNG_PERIODS[grain];
      if (!forecast || horizon === 0 || !isYoung || !isLaunched(node)) continue;
      const launch = describeLaunch(node, grownSiblings(node, parent, nodes), horizon, window.last);
      changed.set(node.series.id, forecastLaunch(forecast, launch, ramp));
    }
  }
  return changed;
}

/** Of the same parent; where that is as young, all of the level. */
function grownSiblings(node: DemandNode, parent: DemandNode, nodes: readonly DemandNode[]): DemandNode[] {
  const isGrown = ({ level, series }: DemandNode) =>
    level === node.level && series.values.length >= YOUNG_PERIODS[series.grain];
  const own = parent.children.filter(isGrown);
  return own.length > 0 ? own : nodes.filter(isGrown);
}

function describeLaunch(
  node: DemandNode,
  siblings: readonly DemandNode[],
  horizon: number,
  last: Period,
): Launch {
  const young = YOUNG_PERIODS[node.series.grain];
  const levels = siblings.map((sibling) => average(plainDemand(sibling).slice(-2 * young)));
  const length = node.series.values.length;
  const { storeSeason, start } = node.series;
  const factors = storeSeason ? seasonFactors(storeSeason, start, length, horizon) : null;
  return {
    demand: plainDemand(node),
    coming: node.coming,
    siblingLevel: average(levels),
    siblings: siblings.length,
    seasonAhead: factors?.slice(length) ?? Array<number>(horizon).fill(1),
    first: addPeriods(last, 1),
  };
}

/** Demand without the season that the series borrows. */
function plainDemand({ series }: DemandNode): number[] {
  const demand = (series.demand ?? series.values).map((units) => units ?? 0);
  const factors =
    series.storeSeason && demand.length > 0
      ? seasonFactors(series.storeSeason, series.start, demand.length, 0)
      : null;
  return demand.map((units, index) => units / (factors?.[index] ?? 1));
}
