/**
 * What is left of a build's stock when an order placed today arrives. Week by week demand is taken from stock
 * and what cannot be served is lost (a buyer does not wait: he takes another build or another store), and units
 * on their way are added in the week they come. Counting demand up to the order's arrival as if it could still
 * be served would order for buyers who are gone.
 */
import { poissonProbabilities } from './demand-rates';

const STEP_DAYS = 7;

export type StockPosition = {
  onHand: number;
  /** Days from today to the arrival of each unit on its way; those after `leadDays` count as there by then. */
  arrivalsInDays: readonly number[];
};

/**
 * Distribution of the units in stock after `leadDays`, before the order is added: entry j is P(j units).
 * `demandBy(t)` is the mean demand of the first t days.
 */
export function leftoverDistribution(
  position: StockPosition,
  leadDays: number,
  demandBy: (days: number) => number,
): number[] {
  const highest = position.onHand + position.arrivalsInDays.length;
  let stock: number[] = Array.from({ length: highest + 1 }, () => 0);
  stock[position.onHand] = 1;
  for (let from = 0; from < leadDays; from += STEP_DAYS) {
    const to = Math.min(leadDays, from + STEP_DAYS);
    stock = afterDemand(stock, demandBy(to) - demandBy(from));
    const arrived = position.arrivalsInDays.filter(
      (day) => (day > from || (from === 0 && day === 0)) && day <= to,
    ).length;
    stock = shifted(stock, arrived);
  }
  return shifted(stock, position.arrivalsInDays.filter((day) => day > leadDays).length);
}

function afterDemand(stock: readonly number[], mean: number): number[] {
  if (mean <= 0) return [...stock];
  const demand = poissonProbabilities(mean, stock.length);
  const next = stock.map(() => 0);
  stock.forEach((probability, units) => {
    if (probability === 0) return;
    let served = 0;
    for (let sold = 0; sold < units; sold++) {
      const chance = demand[sold] ?? 0;
      served += chance;
      next[units - sold] = (next[units - sold] ?? 0) + probability * chance;
    }
    next[0] = (next[0] ?? 0) + probability * Math.max(0, 1 - served);
  });
  return next;
}

/** Adds `units` to stock; the array is long enough because it was sized for all arrivals. */
function shifted(stock: readonly number[], units: number): number[] {
  if (units === 0) return [...stock];
  return stock.map((_, index) => stock[index - units] ?? 0);
}
