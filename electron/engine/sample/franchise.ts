/** The new-car range that a store of a given size carries: all builds, or only the most wanted ones. */
import { CROSSOVER_LINES } from './crossover-lines';
import { PASSENGER_CAR_LINES } from './passenger-car-lines';
import { TRUCK_LINES } from './truck-lines';
import type { ModelLine, Variant } from './vehicle-spec';

const FEWEST_BUILDS = 6;
/** Builds carried per unit of scale; a build that sells less than one in half a year is not stocked. */
const BUILDS_PER_SCALE = 150;

export const FRANCHISE_LINES: readonly ModelLine[] = [
  ...TRUCK_LINES,
  ...CROSSOVER_LINES,
  ...PASSENGER_CAR_LINES,
];

/** Dropped builds hand their customers to those that stay, so that the range's demand is the same. */
export function franchiseLines(scale: number): readonly ModelLine[] {
  const builds = FRANCHISE_LINES.flatMap((line) => line.variants.map((variant) => demandOf(line, variant)));
  const kept = Math.max(FEWEST_BUILDS, Math.ceil(BUILDS_PER_SCALE * scale));
  if (kept >= builds.length) return FRANCHISE_LINES;
  const ranked = [...builds].sort((a, b) => b - a);
  const bar = ranked[kept - 1] ?? 0;
  const lift = sum(builds) / sum(ranked.slice(0, kept));
  return FRANCHISE_LINES.flatMap((line) => {
    const variants = line.variants.filter((variant) => demandOf(line, variant) >= bar);
    return variants.length === 0 ? [] : [{ ...line, monthlyDemand: line.monthlyDemand * lift, variants }];
  });
}

function demandOf(line: ModelLine, variant: Variant): number {
  return line.monthlyDemand * variant.share;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
