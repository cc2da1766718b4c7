/**
 * Chance that a unit sells within so many days, given how long it has stood. The rate of sale is taken as even within
 * bands of age; in each it is units sold over days watched, units still unsold counting for the days they were
 * watched, and it is shrunk toward the next level up:
 *
 *   rate(build) = (sold + k x rate(trim)) / (days + k)
 *
 * so that a build with two sales speaks with its trim's voice and one with forty with its own. k is the days that five
 * units would spend in the band. The last band is open. (Occurrence over exposure, the usual piecewise exponential
 * estimate; Friedman, Ann. Stat. 10 (1982).)
 */
import type { Stay } from './survival';

/** Ages in days at which bands begin: close together where most units sell. */
const BAND_STARTS = [0, 14, 28, 42, 60, 90, 120, 180, 270];
/** Width that the open last band counts with. */
const OPEN_BAND_DAYS = 120;
const PRIOR_UNITS = 5;
/** Before anything is known: a median of 35 days. */
const UNKNOWN_RATE = Math.LN2 / 35;

/** Sales a day of each band of age. */
export type SaleRates = readonly number[];

/** Rates of the last group, each group shrunk toward the one before it: store, model, trim, build. */
export function saleRates(widestFirst: readonly (readonly Stay[])[]): SaleRates {
  const unknown: SaleRates = BAND_STARTS.map(() => UNKNOWN_RATE);
  return widestFirst.reduce<SaleRates>((parent, stays) => shrunk(stays, parent), unknown);
}

function shrunk(stays: readonly Stay[], parent: SaleRates): SaleRates {
  return parent.map((rate, band) => {
    const start = BAND_STARTS[band] ?? 0;
    const end = BAND_STARTS[band + 1] ?? Number.POSITIVE_INFINITY;
    let sold = 0;
    let watched = 0;
    for (const { days, isSold, units = 1 } of stays) {
      // Sold on day 0 counts for half a day: no sale takes no time.
      const stood = Math.max(days, 0.5);
      watched += units * Math.max(0, Math.min(stood, end) - start);
      if (isSold && stood > start && stood <= end) sold += units;
    }
    const prior = PRIOR_UNITS * (Number.isFinite(end) ? end - start : OPEN_BAND_DAYS);
    return (sold + prior * rate) / (watched + prior);
  });
}

/** Probability that a unit of `ageDays` sells in the next `days`. */
export function chanceOfSale(rates: SaleRates, ageDays: number, days: number): number {
  return 1 - Math.exp(-salesBetween(rates, ageDays, ageDays + days));
}

/** Expected sales of a unit that is replaced at once whenever it sells. */
export function salesBetween(rates: SaleRates, from: number, to: number): number {
  return rates.reduce((sum, rate, band) => {
    const start = BAND_STARTS[band] ?? 0;
    const end = band === rates.length - 1 ? Number.POSITIVE_INFINITY : (BAND_STARTS[band + 1] ?? to);
    return sum + rate * Math.max(0, Math.min(to, end) - Math.max(from, start));
  }, 0);
}
