/** Writes the five files that describe the evening of the data date; sales.txt is written by the run itself. */
import { writeFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { allocationCycle } from './allocation-file';
import { feedbackHeader, feedbackLine } from './feedback-file';
import { FileSink } from './file-sink';
import { inventoryHeader, inventoryLine } from './inventory-file';
import { marketFacts } from './market-facts';
import { marketParquet } from './market-file';
import { ordersWorkbook } from './orders-file';
import { pastOutcomes } from './past-outcomes';
import { countStock, type SampleTotals } from './sample-totals';
import type { ClosingState } from './simulate-store';

/** A store of the default size has about this many past plan lines; smaller ones have fewer, larger no more. */
const FEEDBACK_ROWS = 300;
const FEWEST_FEEDBACK_ROWS = 24;
const FEEDBACK_ROWS_PER_DEAL = 1 / 20;

export type SampleFile = { name: string; rows: number; bytes: number };

export type StoreOutcome = {
  closing: ClosingState;
  wantedDeals: number;
  /** New retail sales a month of each model over the last months. */
  monthlySales: ReadonlyMap<string, number>;
};

export async function writeInventory(
  path: string,
  outcomes: readonly StoreOutcome[],
  totals: SampleTotals,
): Promise<SampleFile> {
  const sink = await FileSink.create(path);
  sink.add(inventoryHeader());
  let rows = 0;
  for (const { closing } of outcomes) {
    for (const stocked of closing.inStock) {
      sink.add(inventoryLine(stocked, closing.plan));
      countStock(totals, stocked, closing.plan.asOfDay);
      rows++;
      await sink.drain();
    }
    totals.lostCustomers += closing.lostCustomers;
  }
  return { name: basename(path), rows, bytes: await sink.close() };
}

export async function writeOrders(
  path: string,
  outcomes: readonly StoreOutcome[],
  totals: SampleTotals,
): Promise<SampleFile> {
  const stores = outcomes.map(({ closing }) => ({ plan: closing.plan, orders: closing.openOrders }));
  const orders = stores.flatMap((store) => store.orders);
  totals.openOrders = orders.length;
  totals.soldOrders = orders.filter((order) => order.sold).length;
  return writeWhole(path, orders.length, await ordersWorkbook(stores));
}

export async function writeAllocation(
  path: string,
  outcomes: readonly StoreOutcome[],
  totals: SampleTotals,
): Promise<SampleFile> {
  const cycles = outcomes.map(({ closing, monthlySales }) => allocationCycle(closing.plan, monthlySales));
  const lines = cycles.flatMap((cycle) => cycle.allocations);
  totals.allocatedUnits = lines.reduce((sum, line) => sum + line.units, 0);
  const document = cycles.length === 1 ? cycles[0] : cycles;
  return writeWhole(path, lines.length, Buffer.from(`${JSON.stringify(document, null, 2)}\n`, 'utf8'));
}

export async function writeMarket(
  path: string,
  outcomes: readonly StoreOutcome[],
  totals: SampleTotals,
): Promise<SampleFile> {
  const facts = outcomes.flatMap(({ closing }) => marketFacts(closing.plan));
  totals.marketRows = facts.length;
  return writeWhole(path, facts.length, marketParquet(facts));
}

export async function writeFeedback(
  path: string,
  outcomes: readonly StoreOutcome[],
  totals: SampleTotals,
): Promise<SampleFile> {
  const lines = outcomes.flatMap(({ closing, wantedDeals }) => {
    const share = Math.round(wantedDeals * FEEDBACK_ROWS_PER_DEAL);
    const count = Math.max(FEWEST_FEEDBACK_ROWS, Math.min(FEEDBACK_ROWS, share));
    return pastOutcomes(closing.plan, count).map(feedbackLine);
  });
  totals.feedbackRows = lines.length;
  return writeWhole(path, lines.length, Buffer.from(feedbackHeader() + lines.join(''), 'utf8'));
}

async function writeWhole(path: string, rows: number, bytes: Uint8Array): Promise<SampleFile> {
  await writeFile(path, bytes);
  return { name: basename(path), rows, bytes: bytes.byteLength };
}
