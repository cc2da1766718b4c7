/**
 * What a sale out of a build's own units is worth. Without them the buyer is lost, or takes a sibling: another build
 * of the model, when one stands there. So
 *
 *   worth = gross + lost-sale cost - share x P(a sibling stands there) x (the sibling's gross + lost-sale cost)
 *
 * share: buyers who take a sibling when theirs is missing, a setting of the store. Lost-sale cost: what goes with a
 * lost buyer beyond the gross of the sale (trade-in, service, the next allocation), a setting too. Cents.
 *
 * Siblings are as stock and pipeline leave them, without this order, so that builds stay independent of each other
 * in the plan. What a build would sell to the buyers of missing siblings is therefore not credited.
 */
export type Sibling = {
  grossCents: number;
  /** Probability that one stands there half a review period after the order's arrival. */
  chanceInStock: number;
};

export type SubstitutionTerms = { substitutionShare: number; lostSaleCostCents: number };

export function saleWorthCents(
  grossCents: number,
  siblings: readonly Sibling[],
  { substitutionShare, lostSaleCostCents }: SubstitutionTerms,
): number {
  const present = siblings.reduce((sum, one) => sum + one.chanceInStock, 0);
  if (present <= 0) return grossCents + lostSaleCostCents;
  const chanceOfNone = siblings.reduce((none, one) => none * (1 - one.chanceInStock), 1);
  const siblingGross = siblings.reduce((sum, one) => sum + one.chanceInStock * one.grossCents, 0) / present;
  const keptAnyway = substitutionShare * (1 - chanceOfNone) * (siblingGross + lostSaleCostCents);
  return Math.round(grossCents + lostSaleCostCents - keptAnyway);
}
