/** Sums over the lines of an order plan, for the whole of it and for the part that a filter lets through. Money in cents. */

export type PlanTotals = { units: number; costCents: number; expectedValueCents: number };

/** Expected net of the 1st, 2nd, ... further unit, and what one costs. */
type ValuedLine = { unitCostCents: number; marginalValuesCents: readonly number[] };

/** By the quantity that `quantityOf` picks. */
export function planTotals<Line extends ValuedLine>(
  lines: readonly Line[],
  quantityOf: (line: Line) => number,
): PlanTotals {
  return lines.reduce(
    (sum, line) => ({
      units: sum.units + quantityOf(line),
      costCents: sum.costCents + quantityOf(line) * line.unitCostCents,
      expectedValueCents: sum.expectedValueCents + valueOfFirst(line.marginalValuesCents, quantityOf(line)),
    }),
    { units: 0, costCents: 0, expectedValueCents: 0 },
  );
}

/** Expected net cents of the first `quantity` units. */
export function valueOfFirst(marginalValuesCents: readonly number[], quantity: number): number {
  return marginalValuesCents.slice(0, quantity).reduce((sum, value) => sum + value, 0);
}
