/**
 * How a model's demand stands against its long mean, and where it is going. Either it has been level, or it took a turn:
 * in some month of the last two years it began to fade or to grow by so much a month, down or up to an end. Each case is
 * a path f(t), with units sold y and units expected by long rates x of each half month,
 *
 *     level | path ~ gamma(k + sum y, k + sum x f)
 *
 * and cases weigh by how likely they make what was sold (the marginal likelihood, in closed form), times how often models
 * turn. Old evidence stays whole: a slow fade shows after half a year in sales that one month alone would not tell from
 * chance. Turns down are the likelier ones, for a model that is not renewed loses to those that are. Counts scatter more
 * than Poisson's, so the evidence counts for a little less than it says. Bayesian change points: Smith 1975.
 */
import { logGamma } from './incomplete-gamma';
import { BIN_DAYS } from './open-evidence';

const MONTH_DAYS = 30;
/** Change a month in parts of the level, where it ends, and how likely it begins in a given month. */
const TURNS = [
  { aMonth: -0.07, end: 0.5, chance: 0.012 },
  { aMonth: -0.15, end: 0.4, chance: 0.004 },
  { aMonth: -0.04, end: 0.7, chance: 0.004 },
  { aMonth: 0.07, end: 1.5, chance: 0.004 },
] as const;
/** How long ago a turn may have begun, and how far back sales speak of it. */
const TURN_MONTHS = 24;
const WINDOW_BINS = 60;
const PRIOR_UNITS = 3;
const EVIDENCE = 0.9;
/** Days ahead for which the variance is worked out: an order's arrival and half a review period. */
const VARIANCE_DAYS = 75;
/** Cases less likely than this change nothing. */
const NEGLIGIBLE = 1e-6;

export type DriftingLevel = {
  /** Mean level in each half month of the past. */
  path: number[];
  /** Mean level so many days ahead. */
  at: (days: number) => number;
  /** Variance over squared mean, at an order's arrival. */
  dispersion: number;
};

/** @param trust 0..1: part of the evidence that counts, less where `expected` itself is unsure */
export function driftingLevel(
  sold: readonly number[],
  expected: readonly number[],
  trust = 1,
): DriftingLevel {
  const months = Math.floor((Math.min(sold.length, WINDOW_BINS) * BIN_DAYS) / MONTH_DAYS);
  const cases = casesOf(Math.min(TURN_MONTHS, months)).map((one) =>
    fitCase(one, { sold, expected, evidence: EVIDENCE * trust }),
  );
  const best = Math.max(...cases.map(({ log }) => log));
  const total = cases.reduce((sum, { log }) => sum + Math.exp(log - best), 0);
  const likely = cases.flatMap((one) => {
    const weight = Math.exp(one.log - best) / total;
    return weight > NEGLIGIBLE ? [{ ...one, weight }] : [];
  });
  const meanOver = (figureOf: (one: FittedCase) => number) =>
    likely.reduce((sum, one) => sum + one.weight * figureOf(one), 0);
  const at = (days: number) => meanOver(({ mean, path }) => mean * path(-days / MONTH_DAYS));
  const square = meanOver(
    ({ mean, units, path }) => (mean * path(-VARIANCE_DAYS / MONTH_DAYS)) ** 2 * (1 + 1 / units),
  );
  return {
    path: sold.map((_, bin) => meanOver(({ mean, path }) => mean * path(monthsAgo(bin, sold.length)))),
    at,
    dispersion: Math.max(0, square / at(VARIANCE_DAYS) ** 2 - 1),
  };
}

/** `path(months)` is the level so many months ago over that before any turn; negative months are ahead. */
type Case = { path: (months: number) => number; chance: number };
type FittedCase = Case & { log: number; mean: number; units: number };

function casesOf(months: number): Case[] {
  const turns = TURNS.flatMap(({ aMonth, end, chance }) =>
    Array.from({ length: months }, (_, index): Case => {
      const began = index + 1;
      const isDown = aMonth < 0;
      return {
        chance,
        path: (ago) => {
          const moved = 1 + aMonth * Math.max(0, began - ago);
          return isDown ? Math.max(end, moved) : Math.min(end, moved);
        },
      };
    }),
  );
  const turned = turns.reduce((sum, { chance }) => sum + chance, 0);
  return [{ path: () => 1, chance: 1 - turned }, ...turns];
}

/** Likelihoods leave out what is the same in all cases. */
type Counts = { sold: readonly number[]; expected: readonly number[]; evidence: number };

function fitCase({ path, chance }: Case, { sold, expected, evidence }: Counts): FittedCase {
  let units = PRIOR_UNITS;
  let exposure = PRIOR_UNITS;
  let log = Math.log(chance);
  for (let bin = Math.max(0, sold.length - WINDOW_BINS); bin < sold.length; bin++) {
    const level = path(monthsAgo(bin, sold.length));
    const count = evidence * (sold[bin] ?? 0);
    units += count;
    exposure += evidence * (expected[bin] ?? 0) * level;
    if (count > 0) log += count * Math.log(level);
  }
  log += logGamma(units) - units * Math.log(exposure);
  return { path, chance, log, mean: units / exposure, units };
}

/** From the middle of the half month. */
function monthsAgo(bin: number, bins: number): number {
  return ((bins - 1 - bin + 0.5) * BIN_DAYS) / MONTH_DAYS;
}
