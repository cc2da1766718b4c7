/**
 * Random forest for regression (Breiman 2001): trees grown on samples drawn with replacement, each split the best of a
 * few features drawn for it by the reduction of squared error; the forecast is the mean of the trees. Seeded: the same
 * samples and seed grow the same forest.
 */
import { RandomSource } from '../sample/random-source';

export type ForestOptions = {
  trees: number;
  /** Fewest samples in a leaf. */
  leafSize: number;
  /** Features drawn for each split. */
  splitFeatures: number;
  seed: number;
};

type Tree = { value: number } | { feature: number; threshold: number; low: Tree; high: Tree };

export type Forest = { predict: (features: readonly number[]) => number };

/**
 * @param weights how often each sample is drawn beside the others; all alike when absent
 * @param features rows of equal length; `targets` beside them
 */
export function growForest(
  features: readonly (readonly number[])[],
  targets: readonly number[],
  options: ForestOptions,
  weights?: readonly number[],
): Forest {
  const source = new RandomSource(options.seed);
  const total = weights?.reduce((sum, weight) => sum + weight, 0) ?? 0;
  const trees = Array.from({ length: options.trees }, () => {
    const drawn = targets.map(() =>
      weights ? source.weightedIndex(weights, total) : source.integer(0, targets.length - 1),
    );
    return growTree({ features, targets, options, source }, drawn);
  });
  return {
    predict: (row) => trees.reduce((sum, tree) => sum + valueAt(tree, row), 0) / trees.length,
  };
}

type Growing = {
  features: readonly (readonly number[])[];
  targets: readonly number[];
  options: ForestOptions;
  source: RandomSource;
};

function growTree(growing: Growing, samples: readonly number[]): Tree {
  const split = bestSplit(growing, samples);
  if (!split) return { value: meanOf(growing.targets, samples) };
  const { feature, threshold } = split;
  const isLow = (sample: number) => (growing.features[sample]?.[feature] ?? 0) <= threshold;
  return {
    feature,
    threshold,
    low: growTree(growing, samples.filter(isLow)),
    high: growTree(
      growing,
      samples.filter((sample) => !isLow(sample)),
    ),
  };
}

type Split = { feature: number; threshold: number; gain: number };

function bestSplit(growing: Growing, samples: readonly number[]): Split | null {
  const { features, options, source } = growing;
  if (samples.length < 2 * options.leafSize) return null;
  const width = features[0]?.length ?? 0;
  let best: Split | null = null;
  for (const feature of drawFeatures(source, width, options.splitFeatures)) {
    const split = splitAlong(growing, samples, feature);
    if (split && split.gain > (best?.gain ?? 1e-12)) best = split;
  }
  return best;
}

/** The threshold between two neighbours in order whose halves have the least squared error. */
function splitAlong(
  { features, targets, options }: Growing,
  samples: readonly number[],
  feature: number,
): Split | null {
  const at = (sample: number | undefined) => features[sample ?? -1]?.[feature] ?? 0;
  const ordered = [...samples].sort((a, b) => at(a) - at(b));
  const total = ordered.reduce((sum, sample) => sum + (targets[sample] ?? 0), 0);
  const count = ordered.length;
  let below = 0;
  let best: Split | null = null;
  for (let place = 1; place < count; place++) {
    below += targets[ordered[place - 1] ?? -1] ?? 0;
    if (place < options.leafSize || count - place < options.leafSize) continue;
    const low = at(ordered[place - 1]);
    const high = at(ordered[place]);
    if (low === high) continue;
    // Squared error falls by n1 n2 / n (mean1 - mean2)^2.
    const difference = below / place - (total - below) / (count - place);
    const gain = ((place * (count - place)) / count) * difference ** 2;
    if (gain > (best?.gain ?? 0)) best = { feature, threshold: (low + high) / 2, gain };
  }
  return best;
}

function drawFeatures(source: RandomSource, width: number, count: number): number[] {
  const left = Array.from({ length: width }, (_, feature) => feature);
  return Array.from({ length: Math.min(count, width) }, () => {
    const [drawn = 0] = left.splice(source.integer(0, left.length - 1), 1);
    return drawn;
  });
}

function valueAt(tree: Tree, row: readonly number[]): number {
  let node = tree;
  while (!('value' in node)) node = (row[node.feature] ?? 0) <= node.threshold ? node.low : node.high;
  return node.value;
}

function meanOf(targets: readonly number[], samples: readonly number[]): number {
  return samples.reduce((sum, sample) => sum + (targets[sample] ?? 0), 0) / samples.length;
}
