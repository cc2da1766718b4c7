/**
 * What a unit of each build earns, costs and how long it stays, from the store's own sales and stock.
 *
 * Gross is a mean, not a median, because losses are real money; it is shrunk toward the trim's, the trim's
 * toward the model's and the model's toward the store's (shrinkage.ts). Cost is a median, since it only sizes
 * the budget and the interest.
 */
import type { Build } from '@shared/domain/build';
import { type CalendarDay, daysBetween } from '@shared/domain/calendar-day';
import { type Family, familyOf, groupByFamily, STORE_FAMILY_KEY } from './configuration-tree';
import { interestPerDayCents } from './holding-cost';
import { type SaleRates, saleRates } from './sell-chance';
import { type Sample, sampleOf, shrinkToward } from './shrinkage';
import { addUp, type SoldGroup, type Sum, sumSales } from './sold-groups';
import { medianDays, type Stay, survivalCurve } from './survival';
import type { ConfigurationKey, DaysToSell, InvoicedUnit, SoldUnit, StockStay, UnitEconomics } from './types';

export const ECONOMICS_WINDOW_DAYS = 365;
/** Sales that the parent's gross is worth. */
const GROSS_PRIOR_SALES = 8;
/** Fewest sold units for a days-to-sell figure at a level; with fewer the next level up speaks. */
const DAYS_TO_SELL_MINIMUM = 5;
/** Fewest sales for the erosion of gross to be measured; with fewer it is taken as none. */
const EROSION_MINIMUM_SALES = 30;

type EconomicsTerms = {
  floorPlanAnnualRate: number;
  daysInYear: number;
  freeDays: number;
  otherPerDayCents: number;
  targetDays: number;
};

export type EconomicsInputs = SharedInputs & { sales: readonly SoldUnit[] };

type SharedInputs = {
  builds: ReadonlyMap<ConfigurationKey, Build>;
  stays: readonly StockStay[];
  invoices: readonly InvoicedUnit[];
  today: CalendarDay;
  terms: EconomicsTerms;
};

/** Looks up a build's economics; null when the store knows neither gross nor cost for anything like it. */
export type Economics = {
  unitOf: (build: Build) => UnitEconomics | null;
  daysToSellOf: (build: Build) => DaysToSell | null;
  /** Chance of selling by age, unsold units counted, shrunk toward the build's family. */
  ratesOfSale: (build: Build) => SaleRates;
  storeDaysToSell: DaysToSell | null;
  /** Mean gross of the store's sales; null when none states one. */
  storeGrossCents: number | null;
};

/** From single sales; those older than the window are left out. */
export function economicsOf({ sales, ...inputs }: EconomicsInputs): Economics {
  const recent = sales.filter((sale) => daysBetween(sale.soldOn, inputs.today) < ECONOMICS_WINDOW_DAYS);
  return economicsOfGroups({ ...inputs, sold: sumSales(recent, inputs.terms.targetDays) });
}

/** From the window's sales, one group a configuration. */
export function economicsOfGroups(inputs: SharedInputs & { sold: readonly SoldGroup[] }): Economics {
  const { sold } = inputs;
  const families = new Map([...inputs.builds].map(([key, build]) => [key, familyOf(build)]));
  const family = (row: { configuration: ConfigurationKey }) => families.get(row.configuration);
  const byFamily = groupByFamily(sold, family);
  const grosses = means(byFamily, (group) => group.grossCents);
  const backGrosses = means(byFamily, (group) => group.backGrossCents);
  const costs = costsByFamily(inputs, sold, family);
  const stays = countStays(groupByFamily(staysOf(sold, inputs.stays, inputs.today), family));
  const erosionPerDayCents = erosionOf(sold);

  return {
    unitOf: onceABuild((place) => {
      const gross = expectedGross(grosses, place);
      const unitCostCents = medianCost(costs, place);
      if (gross === null || unitCostCents === null) return null;
      const backGrossCents = expectedGross(backGrosses, place)?.grossCents ?? null;
      return {
        ...gross,
        frontGrossCents: backGrossCents === null ? null : gross.grossCents - backGrossCents,
        backGrossCents,
        unitCostCents,
        interestPerDayCents: interestPerDayCents(unitCostCents, inputs.terms),
        freeDays: inputs.terms.freeDays,
        otherPerDayCents: inputs.terms.otherPerDayCents,
        erosionPerDayCents,
        targetDays: inputs.terms.targetDays,
      };
    }),
    daysToSellOf: onceABuild((family) => daysToSell(stays, family)),
    ratesOfSale: onceABuild((family) => ratesOfFamily(stays, family)),
    storeGrossCents: grosses.get(STORE_FAMILY_KEY)?.count
      ? (grosses.get(STORE_FAMILY_KEY)?.mean ?? null)
      : null,
    storeDaysToSell: daysToSell(stays, {
      build: STORE_FAMILY_KEY,
      trim: STORE_FAMILY_KEY,
      model: STORE_FAMILY_KEY,
      store: STORE_FAMILY_KEY,
    }),
  };
}

/** Of many units of a build each asks the same. */
function onceABuild<Value>(workOut: (family: Family) => Value): (build: Build) => Value {
  const values = new Map<string, Value>();
  return (build) => {
    const family = familyOf(build);
    const known = values.get(family.build);
    if (known !== undefined) return known;
    const value = workOut(family);
    values.set(family.build, value);
    return value;
  };
}

/** Means of the stated grosses, by family key. */
function means(
  groups: ReadonlyMap<string, readonly SoldGroup[]>,
  sumOf: (group: SoldGroup) => Sum,
): Map<string, Sample> {
  return new Map(
    [...groups].map(([key, group]) => {
      const { count, sum } = addUp(group.map(sumOf));
      return [key, { count, mean: count === 0 ? 0 : sum / count }];
    }),
  );
}

/** Mean gross shrunk down the family; null when no sale of the store states a gross. */
function expectedGross(
  samples: ReadonlyMap<string, Sample>,
  family: Family,
): { grossCents: number; grossSampleSize: number } | null {
  const sampleAt = (key: string) => samples.get(key) ?? sampleOf([]);
  const store = sampleAt(family.store);
  if (store.count === 0) return null;
  const model = shrinkToward(sampleAt(family.model), store.mean, GROSS_PRIOR_SALES);
  const trim = shrinkToward(sampleAt(family.trim), model, GROSS_PRIOR_SALES);
  const own = sampleAt(family.build);
  return {
    grossCents: Math.round(shrinkToward(own, trim, GROSS_PRIOR_SALES)),
    grossSampleSize: own.count,
  };
}

/** Invoices tell best what the next unit costs; then what units in stock and sold units did cost. */
function costsByFamily(
  inputs: SharedInputs,
  sold: readonly SoldGroup[],
  family: (row: { configuration: ConfigurationKey }) => Family | undefined,
): Map<string, number[]>[] {
  const sources = [
    inputs.invoices.map((row) => ({ configuration: row.configuration, cents: row.invoiceCents })),
    inputs.stays.flatMap(({ configuration, closedOn, costCents }) =>
      closedOn !== null || costCents === null ? [] : [{ configuration, cents: costCents }],
    ),
    sold.flatMap(({ configuration, costsCents }) => costsCents.map((cents) => ({ configuration, cents }))),
  ];
  return sources.map((rows) => {
    const groups = groupByFamily(rows, family);
    return new Map([...groups].map(([key, group]) => [key, group.map((row) => row.cents)]));
  });
}

function medianCost(sources: readonly ReadonlyMap<string, number[]>[], family: Family): number | null {
  for (const key of [family.build, family.trim, family.model]) {
    for (const source of sources) {
      const cents = source.get(key);
      if (cents && cents.length > 0) return medianOf(cents);
    }
  }
  return null;
}

/** Rounded to the cent. */
function medianOf(values: readonly number[]): number {
  const ordered = [...values].sort((a, b) => a - b);
  const upper = ordered[Math.floor(ordered.length / 2)] ?? 0;
  const lower = ordered[Math.floor((ordered.length - 1) / 2)] ?? 0;
  return Math.round((lower + upper) / 2);
}

type ConfiguredStay = Stay & { configuration: ConfigurationKey };

function staysOf(
  sold: readonly SoldGroup[],
  stays: readonly StockStay[],
  today: CalendarDay,
): ConfiguredStay[] {
  const gone = sold.flatMap(({ configuration, days }) =>
    days.map((one) => ({ configuration, ...one, isSold: true })),
  );
  const unsold = stays
    .filter((stay) => stay.closedOn === null && stay.isAvailable)
    .map((stay) => ({
      configuration: stay.configuration,
      days: Math.max(0, daysBetween(stay.receivedOn, today)),
      isSold: false,
      units: 1,
    }));
  return [...gone, ...unsold];
}

/** Stays of as many days become one row: a large store has a row a day and not a row a unit. */
function countStays(groups: ReadonlyMap<string, readonly ConfiguredStay[]>): Map<string, Stay[]> {
  return new Map(
    [...groups].map(([key, group]) => {
      const counts = new Map<string, { days: number; isSold: boolean; units: number }>();
      for (const { days, isSold, units = 1 } of group) {
        const name = `${days}${isSold}`;
        const count = counts.get(name);
        if (count) count.units += units;
        else counts.set(name, { days, isSold, units });
      }
      return [key, [...counts.values()]];
    }),
  );
}

function ratesOfFamily(stays: ReadonlyMap<string, Stay[]>, family: Family): SaleRates {
  const levels = [family.store, family.model, family.trim, family.build];
  return saleRates(levels.map((key) => stays.get(key) ?? []));
}

function daysToSell(stays: ReadonlyMap<string, Stay[]>, family: Family): DaysToSell | null {
  for (const level of ['build', 'trim', 'model', 'store'] as const) {
    const group = stays.get(family[level]) ?? [];
    const units = unitsOf(group);
    const soldUnits = unitsOf(group.filter((stay) => stay.isSold));
    if (soldUnits < DAYS_TO_SELL_MINIMUM) continue;
    const median = medianDays(survivalCurve(group));
    return {
      medianDays: median ?? Math.max(...group.map((stay) => stay.days)),
      isLowerBound: median === null,
      soldUnits,
      unsoldUnits: units - soldUnits,
      level,
    };
  }
  return null;
}

function unitsOf(stays: readonly Stay[]): number {
  return stays.reduce((sum, { units = 1 }) => sum + units, 0);
}

/**
 * Cents of gross lost per day beyond the target: least squares of gross on days beyond it, within builds (each
 * build's own means taken off, so that a slow build with a thin gross is not mistaken for ageing). Never below 0.
 */
function erosionOf(sold: readonly SoldGroup[]): number {
  const stated = sold.map((group) => group.ageing).filter(({ count }) => count > 0);
  if (stated.reduce((sum, { count }) => sum + count, 0) < EROSION_MINIMUM_SALES) return 0;
  let products = 0;
  let squares = 0;
  for (const { count, x, y, xx, xy } of stated) {
    products += xy - (x * y) / count;
    squares += xx - (x * x) / count;
  }
  return squares <= 0 ? 0 : Math.max(0, -products / squares);
}
