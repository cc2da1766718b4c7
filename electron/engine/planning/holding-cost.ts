/**
 * What a unit costs for each day it stands: floor-plan interest once the maker's free days are over, and the
 * store's other cost per day. All in cents per day; fractions are kept, since a day's interest is a few dollars.
 */
type HoldingTerms = {
  /** 0.07 is 7 % a year. */
  floorPlanAnnualRate: number;
  /** Lenders count 360 or 365. */
  daysInYear: number;
};

/** $20,000 at 6 % over 365 days is $3.29 a day. */
export function interestPerDayCents(unitCostCents: number, terms: HoldingTerms): number {
  return (unitCostCents * terms.floorPlanAnnualRate) / terms.daysInYear;
}

type DailyCosts = {
  interestPerDayCents: number;
  freeDays: number;
  otherPerDayCents: number;
  erosionPerDayCents: number;
  targetDays: number;
};

/** Cost of standing from day `from` to day `to` after arrival, in cents; `to` is at least `from`. */
export function costOfDays(from: number, to: number, costs: DailyCosts): number {
  const beyond = (start: number) => Math.max(0, to - Math.max(from, start));
  return (
    costs.otherPerDayCents * (to - from) +
    costs.interestPerDayCents * beyond(costs.freeDays) +
    costs.erosionPerDayCents * beyond(costs.targetDays)
  );
}
