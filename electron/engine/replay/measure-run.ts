/**
 * What one life of the store came to, over the replayed days alone. Money is cents.
 *
 *   net gross = gross of the units sold - cost of the days that all units stood - erosion of what still stands
 *
 * Interest begins after the floor plan's free days. Units left at the end are worth what they cost, less the gross
 * that their age has already taken; the gross that they may still bring is nobody's yet.
 */
import { costOfDays, interestPerDayCents } from '../planning/holding-cost';
import { erosionOf } from './simulate';
import type { LotUnit, ReplayRun, ReplayWorld } from './types';

export type RunMeasures = {
  netGrossCents: number;
  grossCents: number;
  interestCents: number;
  otherHoldingCents: number;
  soldUnits: number;
  lostSales: number;
  orderedUnits: number;
  /** Mean units standing. */
  meanStock: number;
  /** Units sold in a year at this pace, over the mean stock. */
  turn: number | null;
  /** Units that passed the store's aged days within the replayed days. */
  agedUnits: number;
  /** How often learning put other weights in use. */
  weightChanges: number;
};

export function measureRun(world: ReplayWorld, run: ReplayRun): RunMeasures {
  const { openingDay, days, settings } = world;
  const end = openingDay + days;
  const sum = { gross: 0, interest: 0, other: 0, erosion: 0, stockDays: 0, sold: 0, aged: 0 };
  for (const unit of run.units) {
    const from = Math.max(unit.receivedDay, openingDay);
    const to = Math.min(unit.soldDay ?? end, end);
    const costs = costsOf(world, unit, from, to);
    sum.interest += costs.interest;
    sum.other += costs.other;
    sum.stockDays += to - from;
    if (unit.soldDay === null) sum.erosion += erosionOf(world, end - unit.receivedDay);
    else sum.sold += 1;
    sum.gross += unit.grossCents ?? 0;
    const agedDay = unit.receivedDay + settings.agedDaysNew + 1;
    if (agedDay >= openingDay && agedDay <= to) sum.aged += 1;
  }
  const meanStock = sum.stockDays / days;
  return {
    netGrossCents: Math.round(sum.gross - sum.interest - sum.other - sum.erosion),
    grossCents: Math.round(sum.gross),
    interestCents: Math.round(sum.interest),
    otherHoldingCents: Math.round(sum.other),
    soldUnits: sum.sold,
    lostSales: run.lostSales,
    orderedUnits: run.orderedUnits,
    meanStock,
    turn: meanStock > 0 ? (sum.sold * 365) / days / meanStock : null,
    agedUnits: sum.aged,
    weightChanges: run.weightChanges,
  };
}

function costsOf(
  world: ReplayWorld,
  unit: LotUnit,
  from: number,
  to: number,
): { interest: number; other: number } {
  const { settings } = world;
  const perDay = interestPerDayCents(world.builds[unit.build]?.unitCostCents ?? 0, settings);
  const none = { erosionPerDayCents: 0, targetDays: 0, otherPerDayCents: 0, interestPerDayCents: 0 };
  const ages = [from - unit.receivedDay, to - unit.receivedDay] as const;
  return {
    interest: costOfDays(...ages, {
      ...none,
      freeDays: settings.floorPlanFreeDays,
      interestPerDayCents: perDay,
    }),
    other: costOfDays(...ages, {
      ...none,
      freeDays: 0,
      otherPerDayCents: settings.otherHoldingCostPerDayCents,
    }),
  };
}
