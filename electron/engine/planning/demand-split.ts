/**
 * Splits a trim's demand over its builds. Counts at build level are mostly 0 or 1 a month, so shares come from
 * smoothed rates rather than from counts:
 *
 *   rate(build) = (e + s) / (x + s / r)
 *
 * e: units sold, each weighing 0.5 ^ (age / half-life), so that old tastes fade;
 * x: share of the (equally weighted) days on which the build was in stock, because what was not there could not
 *    sell; r: the trim's mean rate, sum(e) / sum(x); s: units that the trim's word is worth.
 *
 * A build without history gets the trim's mean rate; one that stood in stock and never sold gets next to
 * nothing. Shares are rates over their sum, so that builds add up to their trim.
 */
import { type CalendarDay, daysBetween } from '@shared/domain/calendar-day';
import type { ConfigurationKey, SoldUnit, StockStay } from './types';

const SPLIT_HALF_LIFE_DAYS = 180;
export const SPLIT_LOOKBACK_DAYS = 730;
/** Units of weight given to the trim's mean rate. */
const SPLIT_PRIOR_UNITS = 1;

/** Keeps the trim's mean rate finite and above 0 where nothing was sold or nothing stood in stock. */
const LEAST_EVIDENCE = 0.01;

type BuildEvidence = {
  /** e of the formula. */
  decayedUnits: number;
  /** x of the formula, 0..1. */
  presence: number;
};

export type BuildShare = {
  share: number;
  /** Variance of the build's rate over its squared mean: 1 / (e + s), as of a gamma posterior. */
  rateDispersion: number;
};

/** Evidence for each build named in `keys`; sales and stays of other builds are passed over. */
export function splitEvidence(
  keys: readonly ConfigurationKey[],
  sales: readonly SoldUnit[],
  stays: readonly StockStay[],
  today: CalendarDay,
): Map<ConfigurationKey, BuildEvidence> {
  const weights = dayWeights();
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const units = new Map<ConfigurationKey, number>(keys.map((key) => [key, 0]));
  for (const sale of sales) {
    const before = units.get(sale.configuration);
    const weight = weights[daysBetween(sale.soldOn, today)];
    if (before !== undefined && weight !== undefined) units.set(sale.configuration, before + weight);
  }
  const present = presentDays(keys, stays, today);
  return new Map(
    keys.map((key) => {
      const days = present.get(key);
      const presence = weights.reduce((sum, weight, age) => sum + (days?.[age] ? weight : 0), 0) / total;
      return [key, { decayedUnits: units.get(key) ?? 0, presence }];
    }),
  );
}

/** Shares of one trim's builds, in the order of `evidence`; they sum to 1. */
export function buildShares(evidence: readonly BuildEvidence[]): BuildShare[] {
  const units = evidence.reduce((sum, one) => sum + one.decayedUnits, 0);
  const presence = evidence.reduce((sum, one) => sum + one.presence, 0);
  const meanRate = Math.max(units, LEAST_EVIDENCE) / Math.max(presence, LEAST_EVIDENCE);
  const rates = evidence.map(
    (one) => (one.decayedUnits + SPLIT_PRIOR_UNITS) / (one.presence + SPLIT_PRIOR_UNITS / meanRate),
  );
  const sum = rates.reduce((total, rate) => total + rate, 0);
  return evidence.map((one, index) => ({
    share: (rates[index] ?? 0) / sum,
    rateDispersion: 1 / (one.decayedUnits + SPLIT_PRIOR_UNITS),
  }));
}

function dayWeights(): number[] {
  return Array.from({ length: SPLIT_LOOKBACK_DAYS }, (_, age) => 0.5 ** (age / SPLIT_HALF_LIFE_DAYS));
}

/** For each build, by age in days: 1 when at least one unit was in stock that day. */
function presentDays(
  keys: readonly ConfigurationKey[],
  stays: readonly StockStay[],
  today: CalendarDay,
): Map<ConfigurationKey, Uint8Array> {
  const present = new Map(keys.map((key) => [key, new Uint8Array(SPLIT_LOOKBACK_DAYS)]));
  for (const stay of stays) {
    const days = present.get(stay.configuration);
    if (!days) continue;
    const oldest = Math.min(SPLIT_LOOKBACK_DAYS - 1, daysBetween(stay.receivedOn, today));
    const newest = stay.closedOn === null ? 0 : Math.max(0, daysBetween(stay.closedOn, today));
    if (oldest >= newest) days.fill(1, newest, oldest + 1);
  }
  return present;
}
