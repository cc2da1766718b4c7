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
import { medianDays, type Stay, survivalCurve } from './survival';
import type { ConfigurationKey, DaysToSell, InvoicedUnit, SoldUnit, StockStay, UnitEconomics } from './types';

const ECONOMICS_WINDOW_DAYS = 365;
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

export type EconomicsInputs = {
  builds: ReadonlyMap<ConfigurationKey, Build>;
  sales: readonly SoldUnit[];
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

export function economicsOf(inputs: EconomicsInputs): Economics {
  const families = new Map([...inputs.builds].map(([key, build]) => [key, familyOf(build)]));
  const family = (row: { configuration: ConfigurationKey }) => families.get(row.configuration);
  const recent = inputs.sales.filter(
    (sale) => daysBetween(sale.soldOn, inputs.today) < ECONOMICS_WINDOW_DAYS,
  );
  const grosses = grossSamples(groupByFamily(recent, family), (sale) => sale.grossCents);
  const backGrosses = grossSamples(groupByFamily(recent, family), (sale) => sale.backGrossCents ?? null);
  const costs = costsByFamily(inputs, recent, family);
  const stays = groupByFamily(staysOf(recent, inputs.stays, inputs.today), family);
  const erosionPerDayCents = erosionOf(recent, inputs.terms.targetDays);

  return {
    unitOf: (build) => {
      const place = familyOf(build);
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
    },
    daysToSellOf: (build) => daysToSell(stays, familyOf(build)),
    ratesOfSale: (build) => ratesOfFamily(stays, familyOf(build)),
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

/** Means of the stated grosses, by family key. */
function grossSamples(
  sales: ReadonlyMap<string, readonly SoldUnit[]>,
  grossOf: (sale: SoldUnit) => number | null,
): Map<string, Sample> {
  const stated = (group: readonly SoldUnit[]) => group.map(grossOf).filter((gross) => gross !== null);
  return new Map([...sales].map(([key, group]) => [key, sampleOf(stated(group))]));
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
  inputs: EconomicsInputs,
  recent: readonly SoldUnit[],
  family: (row: { configuration: ConfigurationKey }) => Family | undefined,
): Map<string, number[]>[] {
  const costed = (rows: readonly { configuration: ConfigurationKey; costCents: number | null }[]) =>
    rows.flatMap((row) =>
      row.costCents === null ? [] : [{ configuration: row.configuration, cents: row.costCents }],
    );
  const sources = [
    inputs.invoices.map((row) => ({ configuration: row.configuration, cents: row.invoiceCents })),
    costed(inputs.stays.filter((stay) => stay.closedOn === null)),
    costed(recent),
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
  sales: readonly SoldUnit[],
  stays: readonly StockStay[],
  today: CalendarDay,
): ConfiguredStay[] {
  const sold = sales.flatMap((sale) =>
    sale.daysInStock === null || sale.daysInStock < 0
      ? []
      : [{ configuration: sale.configuration, days: sale.daysInStock, isSold: true }],
  );
  const unsold = stays
    .filter((stay) => stay.closedOn === null && stay.isAvailable)
    .map((stay) => ({
      configuration: stay.configuration,
      days: Math.max(0, daysBetween(stay.receivedOn, today)),
      isSold: false,
    }));
  return [...sold, ...unsold];
}

function ratesOfFamily(stays: ReadonlyMap<string, ConfiguredStay[]>, family: Family): SaleRates {
  const levels = [family.store, family.model, family.trim, family.build];
  return saleRates(levels.map((key) => stays.get(key) ?? []));
}

function daysToSell(stays: ReadonlyMap<string, ConfiguredStay[]>, family: Family): DaysToSell | null {
  for (const level of ['build', 'trim', 'model', 'store'] as const) {
    const group = stays.get(family[level]) ?? [];
    const soldUnits = group.filter((stay) => stay.isSold).length;
    if (soldUnits < DAYS_TO_SELL_MINIMUM) continue;
    const median = medianDays(survivalCurve(group));
    return {
      medianDays: median ?? Math.max(...group.map((stay) => stay.days)),
      isLowerBound: median === null,
      soldUnits,
      unsoldUnits: group.length - soldUnits,
      level,
    };
  }
  return null;
}

/**
 * Cents of gross lost per day beyond the target: least squares of gross on days beyond it, within builds (each
 * build's own means taken off, so that a slow build with a thin gross is not mistaken for ageing). Never below 0.
 */
function erosionOf(sales: readonly SoldUnit[], targetDays: number): number {
  const builds = new Map<ConfigurationKey, { x: number; y: number }[]>();
  let count = 0;
  for (const sale of sales) {
    if (sale.grossCents === null || sale.daysInStock === null) continue;
    const point = { x: Math.max(0, sale.daysInStock - targetDays), y: sale.grossCents };
    const group = builds.get(sale.configuration);
    if (group) group.push(point);
    else builds.set(sale.configuration, [point]);
    count += 1;
  }
  if (count < EROSION_MINIMUM_SALES) return 0;
  let products = 0;
  let squares = 0;
  for (const group of builds.values()) {
    const meanX = sampleOf(group.map((point) => point.x)).mean;
    const meanY = sampleOf(group.map((point) => point.y)).mean;
    for (const point of group) {
      products += (point.x - meanX) * (point.y - meanY);
      squares += (point.x - meanX) ** 2;
    }
  }
  return squares === 0 ? 0 : Math.max(0, -products / squares);
}
