/**
 * From rows of sales and stock to the series that are forecast: the tree, demand behind sales, and the season that series
 * of each level borrow from the store. Pure.
 */
import type { CalendarDay } from '@shared/domain/calendar-day';
import type { Grain } from '@shared/domain/period';
import { correctDemand } from './correct-demand';
import { decideSeason, type SeasonDecision } from './decide-season';
import type { DemandLevel, DemandRows } from './demand-rows';
import { buildDemandTree, type DemandNode, type DemandTree } from './demand-tree';
import { type SeasonSource, seasonSource } from './season-source';

export type PreparedDemand = DemandTree & {
  source: SeasonSource | null;
  /** One for each level that has series of its own. */
  decisions: SeasonDecision[];
};

export type DemandRequest = {
  grain: Grain;
  horizon: number;
  asOf: CalendarDay;
  deepest: DemandLevel;
  idPrefix?: string;
};

/** Null when no period is complete yet. */
export function prepareDemand(
  rows: DemandRows,
  { grain, horizon, asOf, deepest, idPrefix }: DemandRequest,
): PreparedDemand | null {
  const tree = buildDemandTree(rows, grain, asOf, deepest, idPrefix);
  if (!tree) return null;
  const source = seasonSource(rows, tree.window, horizon);
  const root = correctDemand(tree.root, source?.season ?? null);
  if (!source) return { ...tree, root, source, decisions: [] };
  const levels = [...new Set(listNodes(root).map(({ level }) => level))].filter((level) => level !== 'build');
  const decisions = levels.map((level) =>
    decideSeason(
      level,
      listNodes(root).filter((node) => node.level === level),
      source.season,
      horizon,
    ),
  );
  const borrowing = new Set(decisions.flatMap(({ level, isBorrowed }) => (isBorrowed ? [level] : [])));
  return { ...tree, root: lendSeason(root, source, borrowing), source, decisions };
}

function lendSeason(node: DemandNode, source: SeasonSource, borrowing: ReadonlySet<DemandLevel>): DemandNode {
  const series = borrowing.has(node.level) ? { ...node.series, storeSeason: source.season } : node.series;
  return { ...node, series, children: node.children.map((child) => lendSeason(child, source, borrowing)) };
}

/** The node and all below it, upper levels first. */
export function listNodes(root: DemandNode): DemandNode[] {
  const levels: DemandNode[][] = [[root]];
  for (let at = levels[0]; at && at.length > 0; at = levels.at(-1)) {
    levels.push(at.flatMap((node) => node.children));
  }
  return levels.flat();
}
