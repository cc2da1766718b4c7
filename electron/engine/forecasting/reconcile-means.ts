/**
 * Makes forecasts of a tree add up (trims to model, models to store) with weighted least squares: each mean moves
 * in proportion to the variance of its own forecast error, so that what is known well moves least. For a tree and
 * independent errors this is the minimum-trace solution with a diagonal covariance (Wickramasuriya, Athanasopoulos
 * & Hyndman 2019), found exactly in two passes: estimates combine upward, the rest is shared downward.
 */
export type TreeNode = { mean: number; variance: number; children: TreeNode[] };

/** Keeps a forecast of certain zero from dividing by zero, and lets it move when nothing else can. */
const LEAST_VARIANCE = 1e-6;

type Estimate = { node: TreeNode; mean: number; variance: number; children: Estimate[] };

/**
 * Means by node that add up exactly (but for rounding) and, when all means given are non-negative, stay so: a part
 * that would fall below 0 stops there and the others take its share.
 */
export function reconcileMeans(root: TreeNode): Map<TreeNode, number> {
  const means = new Map<TreeNode, number>();
  const estimate = combineUpward(root);
  shareDownward(estimate, estimate.mean, means);
  return means;
}

function combineUpward(node: TreeNode): Estimate {
  const children = node.children.map(combineUpward);
  const own = Math.max(LEAST_VARIANCE, node.variance);
  if (children.length === 0) return { node, mean: node.mean, variance: own, children };
  const below = children.reduce((sum, child) => sum + child.variance, 0);
  const sum = children.reduce((total, child) => total + child.mean, 0);
  return {
    node,
    mean: (node.mean * below + sum * own) / (own + below),
    variance: (own * below) / (own + below),
    children,
  };
}

function shareDownward(estimate: Estimate, mean: number, means: Map<TreeNode, number>): void {
  means.set(estimate.node, mean);
  const parts = shareDifference(estimate.children, mean);
  estimate.children.forEach((child, index) => {
    shareDownward(child, parts[index] ?? 0, means);
  });
}

function shareDifference(children: readonly Estimate[], mean: number): number[] {
  const parts = children.map((child) => child.mean);
  const isBounded = mean >= 0 && parts.every((part) => part >= 0);
  const free = new Set(children.keys());
  let difference = mean - parts.reduce((sum, part) => sum + part, 0);
  while (free.size > 0 && difference !== 0) {
    const weight = [...free].reduce((sum, index) => sum + (children[index]?.variance ?? 0), 0);
    let rest = 0;
    for (const index of [...free]) {
      const moved = (parts[index] ?? 0) + (difference * (children[index]?.variance ?? 0)) / weight;
      parts[index] = isBounded ? Math.max(0, moved) : moved;
      if (isBounded && moved < 0) {
        rest += moved;
        free.delete(index);
      }
    }
    difference = rest;
  }
  return parts;
}
