/**
 * Gives every series of a tree its demand: sales raised for days without stock, each series against its siblings (the
 * store, which has none, against itself). Where days in stock are not known, sales are taken as they are.
 */
import type { DemandNode } from './demand-tree';
import { seasonFactors } from './season-factors';
import { correctStockOuts, priorOfSiblings } from './stock-out-correction';
import type { StoreSeason } from './store-season';

/** Periods on each side that inform the rate behind a stock-out. */
const REACH = { month: 6, week: 13 } as const;

export function correctDemand(
  node: DemandNode,
  season: StoreSeason | null,
  siblings: readonly DemandNode[] = [node],
): DemandNode {
  const { series, evidence } = node;
  const demand = evidence && demandOf(node, evidence, season, siblings);
  return {
    ...node,
    series: demand ? { ...series, demand } : series,
    children: node.children.map((child) => correctDemand(child, season, node.children)),
  };
}

function demandOf(
  { series }: DemandNode,
  evidence: NonNullable<DemandNode['evidence']>,
  season: StoreSeason | null,
  siblings: readonly DemandNode[],
): number[] {
  const length = evidence.length;
  const factors = season && seasonFactors(season, series.start, length, 0);
  const prior = priorOfSiblings(
    evidence,
    siblings.flatMap((sibling) => (sibling.evidence ? [sibling.evidence] : [])),
  );
  return correctStockOuts(evidence, factors ?? Array<number>(length).fill(1), prior, REACH[series.grain]);
}
