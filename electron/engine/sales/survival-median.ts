/**
 * Median days to turn with unsold units counted. Days over sold units alone forget the stock that is stuck.
 *
 * Product-limit estimate with delayed entry (Kaplan & Meier 1958; left truncation as in Tsai, Jewell & Wang
 * 1987): a unit is at risk from its age when the window opened, or from 0 when it came later, until it was sold
 * or the window closed. Without the delayed entry a short window would count old stock's early days, on which
 * the units sold before the window are missing, and the median would come out far too long.
 */
export type Stay = {
  /** Age in days from which the unit was watched. */
  entryDays: number;
  /** Age in days when it was sold, or when the window closed. */
  exitDays: number;
  isSold: boolean;
  units: number;
};

type Count = { days: number; units: number };

/** How many came under watch at an age, and how many left it at one, sold or not. Who entered when and left when is not asked. */
export type WatchedUnits = { entered: readonly Count[]; sold: readonly Count[]; unsold: readonly Count[] };

export function watchedUnits(stays: readonly Stay[]): WatchedUnits {
  const left = stays.map(({ exitDays, isSold, units }) => ({ days: exitDays, isSold, units }));
  return {
    // Sold on the day it was first watched still counts as watched on that day.
    entered: stays.map(({ entryDays, exitDays, units }) => ({ days: Math.min(entryDays, exitDays), units })),
    sold: left.filter(({ isSold }) => isSold),
    unsold: left.filter(({ isSold }) => !isSold),
  };
}

/** Smallest age by which half would be sold; null when the estimate never falls that far. */
export function survivalMedianDays({
  entered,
  sold: soldUnits,
  unsold: unsoldUnits,
}: WatchedUnits): number | null {
  const soldAt = new Map<number, number>();
  const atRiskFrom = new Map<number, number>();
  for (const { days, units } of entered) add(atRiskFrom, days, units);
  for (const { days, units } of [...soldUnits, ...unsoldUnits]) add(atRiskFrom, days + 1, -units);
  for (const { days, units } of soldUnits) add(soldAt, days, units);
  let atRisk = 0;
  let unsold = 1;
  for (const days of [...new Set([...soldAt.keys(), ...atRiskFrom.keys()])].sort((a, b) => a - b)) {
    atRisk += atRiskFrom.get(days) ?? 0;
    const sold = soldAt.get(days) ?? 0;
    if (sold > 0) unsold *= 1 - sold / atRisk;
    // A product of fractions such as 3/4 x 2/3 may miss one half by rounding.
    if (unsold <= 0.5 + 1e-12) return days;
  }
  return null;
}

function add(counts: Map<number, number>, key: number, units: number): void {
  counts.set(key, (counts.get(key) ?? 0) + units);
}
