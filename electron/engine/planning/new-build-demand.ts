/**
 * Demand of the builds of a model that is new to the store, from its first announced unit on. Before anything was sold
 * a build is taken for one of the store's usual ones, known only within wide bounds: its rate is gamma with the mean of
 * the store's builds, worth PRIOR_UNITS. How demand moves after a launch is one of several shapes f(months): level,
 * hot at first and settling, or slow at first and growing. Each shape's rates follow from units sold s and days in stock
 * by half month, e = sum of days x f,
 *
 *     rate | shape ~ gamma(k + s, k / m + e)
 *
 * and shapes weigh by how likely they make what was sold (the marginal likelihood, in closed form). Selling out in
 * days moves both: to a higher rate and to shapes that are hot at first, which will settle by the time an order arrives.
 */
import { logGamma } from './incomplete-gamma';
import { BIN_DAYS, type BuildEvidence } from './open-evidence';

/** Builds of a store differ about as much as a gamma variable with this shape: standard deviation 0.9 of the mean. */
const PRIOR_UNITS = 1.2;
const MONTH_DAYS = 30;
/** Days ahead for which the variance is worked out: an order's arrival and half a review period. */
const VARIANCE_DAYS = 75;

type Shape = (months: number) => number;

const settling =
  (first: number, halfLife: number): Shape =>
  (months) =>
    1 + (first - 1) * 0.5 ** (months / halfLife);
const growing =
  (first: number, last: number, over: number): Shape =>
  (months) =>
    Math.min(last, first + ((last - first) * months) / over);

/** Of the rate that the build comes to; equally likely before a sale. */
const SHAPES: readonly Shape[] = [
  () => 1,
  settling(1.6, 2),
  settling(1.6, 4),
  settling(2.6, 2),
  settling(2.6, 4),
  growing(0.25, 1, 4),
  growing(0.25, 1, 8),
  growing(0.55, 1, 4),
  growing(0.55, 1, 8),
  growing(0.3, 1.5, 4),
  growing(0.3, 1.5, 8),
];

export type NewBuildDemand = {
  /** Mean units a day, so many days ahead. */
  perDay: (days: number) => number;
  /** Variance of the rate over its squared mean, at an order's arrival. */
  dispersion: number;
};

/**
 * @param builds of one model, in which `open` are days weighed by season
 * @param usualPerDay mean units a day of the store's established builds while in stock, above 0
 * @param ageDays since the model's first unit came; 0 before
 */
export function newBuildDemand(
  builds: readonly Pick<BuildEvidence, 'sold' | 'open'>[],
  usualPerDay: number,
  ageDays: number,
): NewBuildDemand[] {
  const fits = SHAPES.map((shape) => fitShape(shape, builds, usualPerDay, ageDays / MONTH_DAYS));
  const best = Math.max(...fits.map(({ log }) => log));
  const total = fits.reduce((sum, { log }) => sum + Math.exp(log - best), 0);
  const meanOver = (figureOf: (fit: ShapeFit) => number) =>
    fits.reduce((sum, fit) => sum + (Math.exp(fit.log - best) / total) * figureOf(fit), 0);
  return builds.map((_, build) => {
    const rateOf = ({ shape, rates }: ShapeFit, days: number) =>
      (rates[build]?.mean ?? 0) * shape((ageDays + days) / MONTH_DAYS);
    const mean = meanOver((fit) => rateOf(fit, VARIANCE_DAYS));
    const square = meanOver(
      (fit) => rateOf(fit, VARIANCE_DAYS) ** 2 * (1 + 1 / (fit.rates[build]?.units ?? PRIOR_UNITS)),
    );
    return {
      perDay: (days) => meanOver((fit) => rateOf(fit, days)),
      dispersion: Math.max(0, square / mean ** 2 - 1),
    };
  });
}

type ShapeFit = { shape: Shape; log: number; rates: { mean: number; units: number }[] };

function fitShape(
  shape: Shape,
  builds: readonly Pick<BuildEvidence, 'sold' | 'open'>[],
  usualPerDay: number,
  age: number,
): ShapeFit {
  const prior = PRIOR_UNITS / usualPerDay;
  let log = 0;
  const rates = builds.map(({ sold, open }) => {
    let units = 0;
    let exposure = 0;
    sold.forEach((count, bin) => {
      const ago = ((sold.length - 1 - bin + 0.5) * BIN_DAYS) / MONTH_DAYS;
      const factor = shape(Math.max(0, age - ago));
      units += count;
      exposure += factor * (open[bin] ?? 0);
      if (count > 0) log += count * Math.log(factor);
    });
    log += logGamma(PRIOR_UNITS + units) - (PRIOR_UNITS + units) * Math.log(prior + exposure);
    return { mean: (PRIOR_UNITS + units) / (prior + exposure), units: PRIOR_UNITS + units };
  });
  return { shape, log, rates };
}
