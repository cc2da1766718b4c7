/**
 * Writes the exports of a fictional dealership (or a group of two) into a folder: inventory.csv, sales.txt,
 * orders.xlsx, allocation.json, market.parquet and feedback.csv. The same options always give the same files.
 * Stock, deals, orders and their history come from one simulation and agree with each other; the codes used
 * in a file are explained at the head of its writer (sales-file.ts for deal status and sale type).
 */
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { type CalendarDay, dayFromNumber, dayNumber } from '@shared/domain/calendar-day';
import { addPeriods, firstDay, lastDay, periodOf } from '@shared/domain/period';
import { DAYS_PER_MONTH } from './demand';
import { FileSink } from './file-sink';
import { derivedSeed } from './random-source';
import { salesHeader, salesLine } from './sales-file';
import {
  type SampleFile,
  type StoreOutcome,
  writeAllocation,
  writeFeedback,
  writeInventory,
  writeMarket,
  writeOrders,
} from './sample-files';
import { countSale, emptyTotals, isRetail, type SampleTotals } from './sample-totals';
import { simulateStore } from './simulate-store';
import { isWritten, type SizedPlan, sizedPlan } from './sized-plan';
import { STORE_PROFILES, type StoreProfile } from './store-plan';
import type { Sale } from './unit';

export const DEFAULT_SAMPLE = { salesRows: 6_300, seed: 10, stores: 1, asOf: '2026-10-31' } as const;
export const SAMPLE_SIZE_LIMITS = { fewest: 100, most: 1_000_000 } as const;
const HISTORY_MONTHS = 36;
/** The allocation follows the sales of this many days before the data date. */
const ALLOCATION_BASE_DAYS = 91;

export type SampleOptions = {
  outDir: string;
  /** Rows of sales.txt over all stores, 100 to 1,000,000. */
  salesRows?: number;
  seed?: number;
  stores?: 1 | 2;
  /** The data date: last day of sales, and the day for which the stock is told. */
  asOf?: CalendarDay;
};

export type SampleManifest = {
  files: SampleFile[];
  /** Store codes, as they stand in the files. */
  stores: string[];
  asOf: CalendarDay;
  seed: number;
  totals: SampleTotals;
};

type StoreRun = { sized: SizedPlan; wantedDeals: number };

/** Creates the folder if need be and replaces files of those names. Throws RangeError for a bad option. */
export async function writeSample(options: SampleOptions): Promise<SampleManifest> {
  const { outDir } = options;
  const salesRows = options.salesRows ?? DEFAULT_SAMPLE.salesRows;
  const seed = options.seed ?? DEFAULT_SAMPLE.seed;
  const asOf = options.asOf ?? DEFAULT_SAMPLE.asOf;
  if (!(salesRows >= SAMPLE_SIZE_LIMITS.fewest && salesRows <= SAMPLE_SIZE_LIMITS.most)) {
    throw new RangeError(`the number of sales rows must be 100 to 1,000,000, not ${salesRows}`);
  }
  const profiles = STORE_PROFILES.slice(0, options.stores ?? DEFAULT_SAMPLE.stores);
  const runs = sizeRuns(profiles, Math.round(salesRows), seed, asOf);
  const totals = emptyTotals();
  await mkdir(outDir, { recursive: true });
  const { sales, outcomes } = await writeSales(join(outDir, 'sales.txt'), runs, totals);
  const files = [
    await writeInventory(join(outDir, 'inventory.csv'), outcomes, totals),
    sales,
    await writeOrders(join(outDir, 'orders.xlsx'), outcomes, totals),
    await writeAllocation(join(outDir, 'allocation.json'), outcomes, totals),
    await writeMarket(join(outDir, 'market.parquet'), outcomes, totals),
    await writeFeedback(join(outDir, 'feedback.csv'), outcomes, totals),
  ];
  return { files, stores: profiles.map((profile) => profile.code), asOf, seed, totals };
}

function sizeRuns(
  profiles: readonly StoreProfile[],
  salesRows: number,
  seed: number,
  asOf: CalendarDay,
): StoreRun[] {
  const groupShare = profiles.reduce((sum, profile) => sum + profile.groupShare, 0);
  let left = salesRows;
  return profiles.map((profile, storeIndex) => {
    const last = storeIndex === profiles.length - 1;
    const wantedDeals = last ? left : Math.round((salesRows * profile.groupShare) / groupShare);
    left -= wantedDeals;
    const plan = {
      profile,
      seed: derivedSeed(seed, storeIndex),
      firstDay: dayNumber(historyStart(asOf)),
      asOfDay: dayNumber(asOf),
      storeIndex,
      storeCount: profiles.length,
    };
    return { sized: sizedPlan(plan, wantedDeals), wantedDeals };
  });
}

/** 36 months that end on the data date: from the first of a month when the data date is the last of one. */
function historyStart(asOf: CalendarDay): CalendarDay {
  const month = addPeriods(periodOf(asOf, 'month'), -HISTORY_MONTHS);
  if (lastDay(periodOf(asOf, 'month')) === asOf) return firstDay(addPeriods(month, 1));
  return dayFromNumber(dayNumber(firstDay(month)) + Number(asOf.slice(8)));
}

async function writeSales(
  path: string,
  runs: readonly StoreRun[],
  totals: SampleTotals,
): Promise<{ sales: SampleFile; outcomes: StoreOutcome[] }> {
  const sink = await FileSink.create(path);
  sink.add(salesHeader());
  const outcomes: StoreOutcome[] = [];
  for (const run of runs) outcomes.push(await writeStoreSales(sink, run, totals));
  const rows = runs.reduce((sum, run) => sum + run.wantedDeals, 0);
  return { sales: { name: 'sales.txt', rows, bytes: await sink.close() }, outcomes };
}

/** The second run of the plan: deals go to the file day by day and are not kept. */
async function writeStoreSales(sink: FileSink, run: StoreRun, totals: SampleTotals): Promise<StoreOutcome> {
  const { plan, deals } = run.sized;
  const recentSales = new Map<string, number>();
  const days = simulateStore(plan);
  let index = 0;
  for (;;) {
    const step = days.next();
    if (step.done) {
      return { closing: step.value, wantedDeals: run.wantedDeals, monthlySales: perMonth(recentSales) };
    }
    for (const sale of step.value) {
      if (!isWritten(index++, deals, run.wantedDeals)) continue;
      sink.add(salesLine(sale, plan));
      countSale(totals, sale);
      if (plan.asOfDay - sale.contractDay < ALLOCATION_BASE_DAYS) addRecent(recentSales, sale);
    }
    await sink.drain();
  }
}

function addRecent(recentSales: Map<string, number>, sale: Sale): void {
  const { condition, spec } = sale.unit;
  if (condition === 'new' && isRetail(sale))
    recentSales.set(spec.model, (recentSales.get(spec.model) ?? 0) + 1);
}

function perMonth(recentSales: ReadonlyMap<string, number>): Map<string, number> {
  const months = ALLOCATION_BASE_DAYS / DAYS_PER_MONTH;
  return new Map([...recentSales].map(([model, units]) => [model, units / months]));
}
