/**
 * Demand behind sales when the lot was empty for part of a period. Sales are then a lower bound: nothing can be
 * sold without stock, so a zero of an empty lot says nothing about demand.
 *
 * With a share a of the period's days in stock, Poisson demand at rate r per period and sales y only on those
 * days, the expected demand of the whole period given what was seen is
 *
 *     E[demand | y, a] = y + (1 - a) * r
 *
 * (the expectation step for censored Poisson counts: Conrad 1976, "Sales data and the estimation of demand";
 * Nahmias 1994). The rate is local, estimated by exposure: sum(w * y) / sum(w * a) over the periods around t with
 * weights w that fall linearly to nothing at `reach` periods, t included. Unlike y / a this does not multiply a
 * lucky sale, and it does not leave a zero a zero.
 */

/** Below this local exposure (in whole periods of stock) the rate of all periods is used instead. */
const LEAST_EXPOSURE = 1;

/**
 * @param sales units per period, null for a gap
 * @param inStockShare 0..1 beside `sales`; null is taken as always in stock
 * @param reach periods on each side that inform the local rate
 * @returns expected demand beside `sales`; never below it; gaps stay null
 */
export function correctStockOuts(
  sales: readonly (number | null)[],
  inStockShare: readonly (number | null)[],
  reach: number,
): (number | null)[] {
  const exposure = sales.map((_, index) => clampShare(inStockShare[index] ?? 1));
  const overall = rateWithin(sales, exposure, 0, Number.POSITIVE_INFINITY);
  return sales.map((units, index) => {
    if (units === null) return null;
    const share = exposure[index] ?? 1;
    if (share >= 1) return units;
    const local = rateWithin(sales, exposure, index, reach);
    const rate = local.exposure >= LEAST_EXPOSURE ? local.rate : overall.rate;
    return units + (1 - share) * rate;
  });
}

function rateWithin(
  sales: readonly (number | null)[],
  exposure: readonly number[],
  center: number,
  reach: number,
): { rate: number; exposure: number } {
  let sold = 0;
  let exposed = 0;
  sales.forEach((units, index) => {
    const distance = Math.abs(index - center);
    if (units === null || distance > reach) return;
    const weight = Number.isFinite(reach) ? 1 - distance / (reach + 1) : 1;
    sold += weight * units;
    exposed += weight * (exposure[index] ?? 1);
  });
  return { rate: exposed > 0 ? sold / exposed : 0, exposure: exposed };
}

function clampShare(share: number): number {
  return Number.isFinite(share) ? Math.min(1, Math.max(0, share)) : 1;
}
