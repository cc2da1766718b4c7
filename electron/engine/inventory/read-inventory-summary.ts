/** Stock figures of a store as of a day, one summary for new and one for used. */
import type { InventorySummary } from '@shared/contract/inventory';
import type { Condition } from '@shared/contract/primitives';
import type { DbOrTransaction } from '../database/database';
import { assertDataBy } from '../figures/assert-data-by';
import { toFigure } from '../figures/figure-definition';
import type { ResolvedScope } from '../stores/resolve-scope';
import { toAgeBuckets } from './age-buckets';
import { inventoryFigures as figures } from './figure-definitions';
import { describeHoldingRates, holdingRatesOf } from './holding-rates';
import {
  type ModelRow,
  readBucketCounts,
  readModelRows,
  readSoldCounts,
  readStatusCounts,
  readStockTotals,
  type SoldCount,
  type StockTotals,
} from './read-stock-rows';
import { daysSupply, turnFlow } from './stock-rates';

const STATUSES = ['available', 'sold_not_delivered', 'on_hold', 'demo', 'loaner', 'in_transit'] as const;

export async function readInventorySummaries(
  db: DbOrTransaction,
  scope: ResolvedScope,
): Promise<InventorySummary[]> {
  await assertDataBy(db, scope);
  const totals = await readStockTotals(db, scope);
  const statuses = await readStatusCounts(db, scope);
  const buckets = await readBucketCounts(db, scope);
  const models = await readModelRows(db, scope);
  const sold = await readSoldCounts(db, scope);
  return (['new', 'used'] as const).map((condition) => {
    const { settings } = scope;
    const isNew = condition === 'new';
    const agedDays = isNew ? settings.agedDaysNew : settings.agedDaysUsed;
    const ofCondition = <Row extends { condition: Condition }>(row: Row) => row.condition === condition;
    return {
      condition,
      ...toFigures(condition, scope, totals.find(ofCondition), sold.find(ofCondition)),
      agedDays,
      ...toHoldingCost(condition, scope, totals.find(ofCondition)),
      statuses: STATUSES.map((status) => {
        const row = statuses.find((candidate) => ofCondition(candidate) && candidate.status === status);
        return { status, units: row?.units ?? 0, costCents: row?.costCents ?? 0 };
      }),
      ageBuckets: toAgeBuckets(
        isNew ? settings.ageBucketsNew : settings.ageBucketsUsed,
        agedDays,
        buckets.filter(ofCondition),
      ),
      models: models.filter(ofCondition).map((row) => toModel(row, settings.daysSupplyWindowDays)),
    };
  });
}

function toFigures(
  condition: Condition,
  { settings }: ResolvedScope,
  totals: StockTotals | undefined,
  sold: SoldCount | undefined,
) {
  const units = totals?.units ?? 0;
  const available = totals?.available ?? 0;
  const windowDays = settings.daysSupplyWindowDays;
  const agedDays = condition === 'new' ? settings.agedDaysNew : settings.agedDaysUsed;
  const yearDays = sold?.yearDays ?? 365;
  return {
    unitsInStock: toFigure(figures.unitsInStock, condition, { value: units, sampleSize: units }),
    availableUnits: toFigure(figures.availableUnits, condition, { value: available, sampleSize: units }),
    stockCost: toFigure(
      figures.stockCost,
      condition,
      sumKnown(totals?.costCents, totals?.unitsWithCost, units, 'cost'),
    ),
    stockPrice: toFigure(
      figures.stockPrice,
      condition,
      sumKnown(totals?.priceCents, totals?.unitsWithPrice, units, 'price'),
    ),
    medianAge: toFigure(figures.medianAge, condition, {
      value: totals?.medianAgeDays ?? null,
      sampleSize: units,
      note: units === 0 ? 'no units in stock' : null,
    }),
    agedUnits: toFigure(figures.agedUnits, condition, {
      value: totals?.agedUnits ?? 0,
      sampleSize: units,
      population: `units on the ground for more than ${agedDays} days`,
      note: `over ${agedDays} days`,
    }),
    daysSupply: toFigure(figures.daysSupply, condition, {
      value: daysSupply(available, sold?.inWindow ?? 0, windowDays),
      sampleSize: sold?.inWindow ?? 0,
      windowDays,
      note: sold?.inWindow ? null : `no sales in ${windowDays} days`,
    }),
    turnFlow: toFigure(figures.turnFlow, condition, {
      value: turnFlow(sold?.inYear ?? 0, yearDays, units),
      sampleSize: sold?.inYear ?? 0,
      windowDays: yearDays,
      note: turnNote(sold?.inYear ?? 0, units),
    }),
  };
}

/** The rates stand in the notes of the parts: without them the money says nothing. */
function toHoldingCost(condition: Condition, scope: ResolvedScope, totals: StockTotals | undefined) {
  const units = totals?.units ?? 0;
  const unitsWithCost = totals?.unitsWithCost ?? 0;
  const rates = holdingRatesOf(scope);
  const words = describeHoldingRates(rates);
  const missing = missingNote(unitsWithCost, units, 'cost');
  return {
    holdingCostPerDay: toFigure(figures.holdingCostPerDay, condition, {
      value: totals?.holdingCentsPerDay ?? 0,
      sampleSize: units,
      note: [missing, words.origin].filter(Boolean).join('; ') || null,
    }),
    holdingInterestPerDay: toFigure(figures.holdingInterestPerDay, condition, {
      value: totals?.interestCentsPerDay ?? 0,
      sampleSize: unitsWithCost,
      note: [missing, words.interest, words.origin].filter(Boolean).join('; '),
    }),
    otherHoldingCostPerDay: toFigure(figures.otherHoldingCostPerDay, condition, {
      value: units * rates.otherHoldingCostPerDayCents,
      sampleSize: units,
      note: [words.other, words.origin].filter(Boolean).join('; '),
    }),
    holdingRates: rates,
  };
}

function toModel({ available, ...row }: ModelRow, windowDays: number): InventorySummary['models'][number] {
  const { condition: _, ...model } = row;
  return {
    ...model,
    availableUnits: available,
    daysSupply: daysSupply(available, row.soldInWindow, windowDays),
  };
}

function sumKnown(cents: number | undefined, known: number | undefined, units: number, what: string) {
  const sampleSize = known ?? 0;
  return {
    value: units > 0 && sampleSize === 0 ? null : (cents ?? 0),
    sampleSize,
    note: missingNote(sampleSize, units, what),
  };
}

function missingNote(known: number, units: number, what: string): string | null {
  const missing = units - known;
  if (missing === 0) return null;
  return missing === 1 ? `1 unit has no ${what}` : `${missing} units have no ${what}`;
}

function turnNote(soldInYear: number, units: number): string | null {
  if (soldInYear === 0) return 'no sales in 365 days';
  return units === 0 ? 'no units in stock' : null;
}
