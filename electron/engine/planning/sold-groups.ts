/**
 * A year's sales of each build, summed: all that its economics ask for, whether the sums were made here from single
 * sales or by the database. Pure.
 */
import type { ConfigurationKey, SoldUnit } from './types';

/** How many state a value, and its sum. */
export type Sum = { count: number; sum: number };

export type SoldGroup = {
  configuration: ConfigurationKey;
  grossCents: Sum;
  backGrossCents: Sum;
  /** Sold units by whole days in stock, where those are known. */
  days: readonly { days: number; units: number }[];
  ageing: Ageing;
  /** Stated costs; may be left out where stock or invoices tell what the build costs, for they go first. */
  costsCents: readonly number[];
};

/** Sums over sales that state both gross and days: x is the days beyond the target, y the gross in cents. */
export type Ageing = { count: number; x: number; y: number; xx: number; xy: number };

const NOTHING = {
  grossCents: { count: 0, sum: 0 },
  backGrossCents: { count: 0, sum: 0 },
  days: [],
  ageing: { count: 0, x: 0, y: 0, xx: 0, xy: 0 },
  costsCents: [],
};

export function sumSales(sales: readonly SoldUnit[], targetDays: number): SoldGroup[] {
  return mergeGroups(sales.map((sale) => groupOfOne(sale, targetDays)));
}

function groupOfOne(sale: SoldUnit, targetDays: number): SoldGroup {
  const { configuration, grossCents, backGrossCents = null, costCents, daysInStock } = sale;
  const sumOf = (value: number | null): Sum => ({ count: value === null ? 0 : 1, sum: value ?? 0 });
  const x = Math.max(0, (daysInStock ?? 0) - targetDays);
  return {
    configuration,
    grossCents: sumOf(grossCents),
    backGrossCents: sumOf(backGrossCents),
    days: daysInStock === null || daysInStock < 0 ? [] : [{ days: daysInStock, units: 1 }],
    ageing:
      grossCents === null || daysInStock === null
        ? NOTHING.ageing
        : { count: 1, x, y: grossCents, xx: x * x, xy: x * grossCents },
    costsCents: costCents === null ? [] : [costCents],
  };
}

/** One group a configuration, in the order in which they first come. */
export function mergeGroups(groups: readonly SoldGroup[]): SoldGroup[] {
  const merged = new Map<ConfigurationKey, SoldGroup[]>();
  for (const group of groups) {
    const same = merged.get(group.configuration);
    if (same) same.push(group);
    else merged.set(group.configuration, [group]);
  }
  return [...merged].map(([configuration, same]) => ({
    configuration,
    grossCents: addUp(same.map((group) => group.grossCents)),
    backGrossCents: addUp(same.map((group) => group.backGrossCents)),
    days: same.flatMap((group) => group.days),
    ageing: same.reduce<Ageing>(
      (sum, { ageing: { count, x, y, xx, xy } }) => ({
        count: sum.count + count,
        x: sum.x + x,
        y: sum.y + y,
        xx: sum.xx + xx,
        xy: sum.xy + xy,
      }),
      NOTHING.ageing,
    ),
    costsCents: same.flatMap((group) => group.costsCents),
  }));
}

export function addUp(sums: readonly Sum[]): Sum {
  return sums.reduce<Sum>(
    (total, { count, sum }) => ({ count: total.count + count, sum: total.sum + sum }),
    NOTHING.grossCents,
  );
}
