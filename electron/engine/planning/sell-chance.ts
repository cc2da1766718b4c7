/**
 * Chance that a unit sells within so many days, given how long it has stood: a life table by fortnights. Each
 * fortnight's hazard is the share of units that entered it unsold and sold in it, units still unsold counting for
 * the time they were watched (half a fortnight where they left the watch), and is shrunk toward the next level up:
 *
 *   hazard(build) = (sold + k x hazard(trim)) / (at risk + k)
 *
 * so that a build with two sales speaks with its trim's voice and one with forty with its own. Hazards of the last
 * fortnight go on beyond the table. Cutler & Ederer, J. Chron. Dis. 8 (1958) for the half unit of withdrawals.
 */
import type { Stay } from './survival';

const FORTNIGHT_DAYS = 14;
const FORTNIGHTS = 26;
/** Units at risk that the parent's hazard is worth. */
const PRIOR_UNITS = 5;
/** Before anything is known: one unit in four sells in a fortnight, a median of about 34 days. */
const UNKNOWN_HAZARD = 0.25;

/** Hazard of each fortnight of age; the last holds for every later one. */
export type SaleHazards = readonly number[];

/** Hazards of the last group, each group shrunk toward the one before it: store, model, trim, build. */
export function saleHazards(widestFirst: readonly (readonly Stay[])[]): SaleHazards {
  const unknown: SaleHazards = Array.from({ length: FORTNIGHTS }, () => UNKNOWN_HAZARD);
  return widestFirst.reduce<SaleHazards>((parent, stays) => shrunk(stays, parent), unknown);
}

function shrunk(stays: readonly Stay[], parent: SaleHazards): SaleHazards {
  const sold = parent.map(() => 0);
  const atRisk = parent.map(() => 0);
  for (const { days, isSold } of stays) {
    const last = Math.min(FORTNIGHTS - 1, Math.floor(days / FORTNIGHT_DAYS));
    for (let index = 0; index < last; index++) atRisk[index] = (atRisk[index] ?? 0) + 1;
    atRisk[last] = (atRisk[last] ?? 0) + (isSold ? 1 : 0.5);
    if (isSold) sold[last] = (sold[last] ?? 0) + 1;
  }
  return parent.map(
    (hazard, index) => ((sold[index] ?? 0) + PRIOR_UNITS * hazard) / ((atRisk[index] ?? 0) + PRIOR_UNITS),
  );
}

/** Probability that a unit of `ageDays` sells in the next `days`; within a fortnight sales come evenly. */
export function chanceOfSale(hazards: SaleHazards, ageDays: number, days: number): number {
  return 1 - stillUnsold(hazards, ageDays + days) / stillUnsold(hazards, ageDays);
}

/** Mean days that a unit of `ageDays` stands in the next `days`, whether it sells in them or not. */
export function expectedDaysStanding(hazards: SaleHazards, ageDays: number, days: number): number {
  const there = stillUnsold(hazards, ageDays);
  let sum = 0;
  for (let day = 0; day < days; day++) {
    sum += (stillUnsold(hazards, ageDays + day) + stillUnsold(hazards, ageDays + day + 1)) / 2 / there;
  }
  return sum;
}

/** Probability that a unit is unsold at an age; hazards below 1 keep it above 0. */
function stillUnsold(hazards: SaleHazards, ageDays: number): number {
  let unsold = 1;
  let from = 0;
  for (let index = 0; from < ageDays; index++) {
    const hazard = Math.min(0.999, hazards[Math.min(index, hazards.length - 1)] ?? 0);
    const share = Math.min(1, (ageDays - from) / FORTNIGHT_DAYS);
    unsold *= (1 - hazard) ** share;
    from += FORTNIGHT_DAYS;
  }
  return unsold;
}
