/**
 * Demand behind sales when the lot was empty for part of a period. Sales are then a lower bound: nothing can be
 * sold without stock, so a zero of an empty lot says nothing about demand.
 *
 * Customers come at a rate r per period, Poisson, and are only seen on open days (stock-days.ts). With a gamma prior
 * of mean m worth k units the rate given what was seen is gamma again, with mean
 *
 *     r = (k + sum w * sold) / (k / m + sum w * exposure)
 *
 * (conjugate gamma-Poisson; the exposure is the open share of the period times its season). First the whole history
 * against the rate of the series' siblings, then the periods around t, with weights w that fall linearly to
 * nothing at `reach` periods, against the whole history. A series that was hardly ever open thus keeps to its
 * siblings, and one lucky sale is not multiplied. The demand of the period is
 *
 *     max(units, units on open days + (1 - open share) * season * r)
 *
 * since the customers of a closed day either ordered, and are among the units, or were lost (the expectation step
 * for censored Poisson counts: Conrad 1976; Nahmias 1994).
 */
import type { StockEvidence } from './stock-days';

/** What is expected of a series before its own sales are seen: mean units a period, worth `units` units sold. */
export type RatePrior = { mean: number; units: number };

/** What the whole history's word is worth beside the periods around. */
const HISTORY_UNITS = 8;

/**
 * @param evidence of each period
 * @param season factor about 1 beside each
 * @param reach periods on each side that inform the local rate
 * @returns expected demand of each period, never below the units sold
 */
export function correctStockOuts(
  evidence: readonly StockEvidence[],
  season: readonly number[],
  prior: RatePrior,
  reach: number,
): number[] {
  const whole = openRate(evidence, season, prior);
  const around: RatePrior = { mean: whole, units: HISTORY_UNITS };
  return evidence.map(({ units, openUnits, openShare }, index) => {
    if (openShare >= 1) return units;
    const rate = openRate(evidence, season, around, (at) => 1 - Math.abs(at - index) / (reach + 1));
    return Math.max(units, openUnits + (1 - openShare) * (season[index] ?? 1) * rate);
  });
}

/** Posterior mean of units a period of mean season, were it open every day. */
export function openRate(
  evidence: readonly StockEvidence[],
  season: readonly number[],
  prior: RatePrior,
  weightOf: (index: number) => number = () => 1,
): number {
  if (prior.mean <= 0) return 0;
  let sold = prior.units;
  let exposure = prior.units / prior.mean;
  evidence.forEach(({ openUnits, openShare }, index) => {
    const weight = Math.max(0, weightOf(index));
    sold += weight * openUnits;
    exposure += weight * openShare * (season[index] ?? 1);
  });
  return sold / exposure;
}

/**
 * What the siblings' sales make of a series' own: its share of units sold, raised as much as open days raise the sales
 * of all siblings together,
 *
 *     m = (own units + 1/2) / periods x (pooled rate on open days / pooled units a period)
 *
 * A dealer seldom stocks what seldom sells, so a trim that was hardly ever there is taken for one that few ask for.
 */
export function priorOfSiblings(
  own: readonly StockEvidence[],
  siblings: readonly (readonly StockEvidence[])[],
): RatePrior {
  const rates = siblings.map((evidence) => {
    const sum = (key: keyof StockEvidence) => evidence.reduce((total, period) => total + period[key], 0);
    const open = sum('openShare');
    return {
      open: open > 0 ? sum('openUnits') / open : 0,
      sold: sum('units') / Math.max(1, evidence.length),
      weight: open,
    };
  });
  const open = rates.reduce((total, rate) => total + rate.weight * rate.open, 0);
  const sold = rates.reduce((total, rate) => total + rate.weight * rate.sold, 0);
  const uplift = sold > 0 ? Math.max(1, open / sold) : 1;
  const units = own.reduce((total, period) => total + period.units, 0);
  return { mean: (uplift * (units + 0.5)) / Math.max(1, own.length), units: SIBLINGS_UNITS };
}

const SIBLINGS_UNITS = 6;
