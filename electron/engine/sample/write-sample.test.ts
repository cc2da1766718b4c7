import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { addDays } from '@shared/domain/calendar-day';
import { hasValidCheckDigit, vinModelYear } from '@shared/domain/vin';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { counted, isoDay, type Row, readMarket, readOrders, readRows, SAMPLE_FILE_NAMES } from './read-back';
import { type SampleManifest, type SampleOptions, writeSample } from './write-sample';

/** A busy machine may take long over a whole store. */
const PATIENCE_MS = 60_000;
const folders: string[] = [];

async function freshSample(options: Omit<SampleOptions, 'outDir'>): Promise<[string, SampleManifest]> {
  const outDir = mkdtempSync(join(tmpdir(), 'doso-sample-'));
  folders.push(outDir);
  return [outDir, await writeSample({ ...options, outDir })];
}

afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

describe('a small group of two stores', { timeout: PATIENCE_MS }, () => {
  let dir = '';
  let manifest: SampleManifest;
  let stock: Row[] = [];
  let deals: Row[] = [];

  beforeAll(async () => {
    [dir, manifest] = await freshSample({ salesRows: 2_000, seed: 42, stores: 2, asOf: '2026-06-15' });
    stock = readRows(join(dir, 'inventory.csv'), ',');
    deals = readRows(join(dir, 'sales.txt'), '\t');
  }, PATIENCE_MS);

  it('writes six files with the rows it reports', async () => {
    expect(readdirSync(dir).sort()).toEqual(SAMPLE_FILE_NAMES);
    const rows = Object.fromEntries(manifest.files.map((file) => [file.name, file.rows]));
    expect(deals).toHaveLength(2_000);
    expect(rows['sales.txt']).toBe(2_000);
    expect(stock).toHaveLength(rows['inventory.csv'] ?? -1);
    expect(await readOrders(join(dir, 'orders.xlsx'))).toHaveLength(rows['orders.xlsx'] ?? -1);
    expect(await readMarket(join(dir, 'market.parquet'))).toHaveLength(rows['market.parquet'] ?? -1);
    expect(readRows(join(dir, 'feedback.csv'), ',')).toHaveLength(rows['feedback.csv'] ?? -1);
    for (const file of manifest.files) expect(statSync(join(dir, file.name)).size).toBe(file.bytes);
  });

  it('names both stores in every file', async () => {
    expect(manifest.stores).toEqual(['HARBOR', 'SUMMIT']);
    const orders = await readOrders(join(dir, 'orders.xlsx'));
    const feedback = readRows(join(dir, 'feedback.csv'), ',');
    const allocation: { store: string }[] = JSON.parse(readFileSync(join(dir, 'allocation.json'), 'utf8'));
    for (const named of [
      stock.map((row) => row.DealerId),
      deals.map((row) => row['Vendor Dealer ID']),
      orders.map((row) => row['Selling Dealer']),
      feedback.map((row) => row.store),
      allocation.map((cycle) => cycle.store),
    ]) {
      expect([...new Set(named)].sort()).toEqual(manifest.stores);
    }
  });

  it('counts in its totals what the files hold', () => {
    const retail = deals.filter(
      (row) => counted(row) && (row['Sale Type'] === 'R' || row['Sale Type'] === 'L'),
    );
    expect(manifest.totals).toMatchObject({
      newSales: retail.filter((row) => row['New/Used'] === 'N').length,
      usedSales: retail.filter((row) => row['New/Used'] === 'U').length,
      wholesaleDeals: deals.filter((row) => row['Sale Type'] === 'W').length,
      pendingDeals: deals.filter((row) => row['Deal Status'] === 'P').length,
      unwoundDeals: deals.filter((row) => row['Deal Status'] === 'U').length,
      newInStock: stock.filter((row) => row['New/Used'] === 'N').length,
      usedInStock: stock.filter((row) => row['New/Used'] === 'U').length,
      soldNotDelivered: stock.filter((row) => row['DMS Status'] === 'SOLD NOT DELIVERED').length,
      overNinetyDays: stock.filter((row) => Number(row.Age) > 90).length,
    });
    expect(manifest.totals.wholesaleDeals).toBeGreaterThan(0);
    expect(manifest.totals.unwoundDeals).toBeGreaterThan(0);
  });

  it('gives every car a VIN that passes, of its model year, in one place only', () => {
    for (const row of [...stock, ...deals]) {
      expect(hasValidCheckDigit(row.VIN ?? '')).toBe(true);
      expect(vinModelYear(row.VIN ?? '')).toBe(Number(row.Year));
    }
    expect(new Set(stock.map((row) => row.VIN)).size).toBe(stock.length);
    expect(new Set(stock.map((row) => `${row.DealerId}|${row['Stock #']}`)).size).toBe(stock.length);
    expect(new Set(deals.map((row) => `${row['DV Dealer ID']}|${row['Deal Number']}`)).size).toBe(
      deals.length,
    );
  });

  it('sells each car after it came in, within the 36 months, known dates only', () => {
    for (const row of deals) {
      const contract = isoDay(row['Contract Date'] ?? '');
      expect(isoDay(row['Inventory Date'] ?? '') < contract).toBe(true);
      expect(contract >= '2023-06-16' && contract <= '2026-06-15').toBe(true);
      for (const column of ['Delivery Date', 'Booked Date', 'Finalized Date', 'Accounting Date']) {
        const known = row[column] ?? '';
        if (known !== '') expect(isoDay(known) >= contract && isoDay(known) <= '2026-06-15').toBe(true);
      }
      expect(row['Deal Status'] === 'P').toBe(row['Booked Date'] === '');
    }
  });

  it('has no sold car in stock unless undelivered, unwound or taken back in trade', () => {
    const stockByVin = new Map(stock.map((row) => [row.VIN, row]));
    const undelivered = stock
      .filter((row) => row['DMS Status'] === 'SOLD NOT DELIVERED')
      .map((row) => row.VIN);
    for (const deal of deals.filter((row) => row['Deal Status'] !== 'U')) {
      const standing = stockByVin.get(deal.VIN);
      if (standing === undefined || undelivered.includes(deal.VIN)) continue;
      expect(isoDay(standing['Inventory Date'] ?? '') >= isoDay(deal['Contract Date'] ?? '')).toBe(true);
    }
  });

  it('states ages and dates of stock that agree', () => {
    for (const row of stock) {
      expect(addDays(isoDay(row['Inventory Date'] ?? ''), Number(row.Age))).toBe('2026-06-15');
    }
  });

  it('adds up: price = cost + pack + front, total = front + back where given', () => {
    const cents = (text: string | undefined) => Math.round(Number(text === '' ? 0 : text) * 100);
    for (const row of deals) {
      const front = cents(row['Front Gross']);
      expect(cents(row['Sales Price'])).toBe(cents(row.Cost) + cents(row['Pack Amount']) + front);
      expect(cents(row['Gross Profit'])).toBe(front + cents(row['Back Gross']));
      if (row['Total Profit'] !== '') expect(row['Total Profit']).toBe(row['Gross Profit']);
    }
    expect(deals.filter((row) => row['Total Profit'] === '').length).toBeGreaterThan(10);
  });

  it('keeps orders open: ordered by, and due after, the data date', async () => {
    for (const row of await readOrders(join(dir, 'orders.xlsx'))) {
      expect(isoDay(row['Order Date'] ?? '') <= '2026-06-15').toBe(true);
      expect(isoDay(row['Estimated Delivery'] ?? '') > '2026-06-15').toBe(true);
      expect(row.Status).toMatch(/^[2-4][0-9A-Z]{3}$/);
    }
  });

  it('gives past plan lines unique references and declined ones no outcome', () => {
    const feedback = readRows(join(dir, 'feedback.csv'), ',');
    expect(new Set(feedback.map((row) => row.plan_reference)).size).toBe(feedback.length);
    for (const row of feedback) {
      if (row.decision === 'declined')
        expect([row.quantity_ordered, row.arrived_on, row.units_sold]).toEqual(['0', '', '']);
      if (row.units_sold !== '')
        expect(Number(row.units_sold)).toBeLessThanOrEqual(Number(row.quantity_ordered));
    }
  });

  it("reports 24 whole months of each store's region", async () => {
    const market = await readMarket(join(dir, 'market.parquet'));
    const periods = [...new Set(market.map((fact) => String(fact.period)))].sort();
    expect([periods.length, periods[0], periods.at(-1)]).toEqual([24, '2024-06', '2026-05']);
    expect([...new Set(market.map((fact) => fact.region))].sort()).toEqual(['Front Range', 'Great Lakes']);
    expect(market.every((fact) => Number.isInteger(fact.units) && Number(fact.average_price) > 15_000)).toBe(
      true,
    );
  });

  it('allots the month after the data date', () => {
    const allocation: { cycle: string; cycle_start: string; cycle_end: string }[] = JSON.parse(
      readFileSync(join(dir, 'allocation.json'), 'utf8'),
    );
    expect(allocation[0]).toMatchObject({
      cycle: '2026-07',
      cycle_start: '2026-07-01',
      cycle_end: '2026-07-31',
    });
  });
});

describe('size and seed', { timeout: PATIENCE_MS }, () => {
  it.each([100, 137, 900])('writes exactly %i rows of sales', async (salesRows) => {
    const [dir, manifest] = await freshSample({ salesRows, seed: 5 });
    expect(readRows(join(dir, 'sales.txt'), '\t')).toHaveLength(salesRows);
    expect(manifest.totals.newDeals + manifest.totals.usedDeals).toBe(salesRows);
    expect(manifest.totals.newInStock).toBeGreaterThan(0);
  });

  it('differs by seed', async () => {
    const [first] = await freshSample({ salesRows: 200, seed: 1 });
    const [second] = await freshSample({ salesRows: 200, seed: 2 });
    expect(readFileSync(join(first, 'sales.txt'), 'utf8')).not.toBe(
      readFileSync(join(second, 'sales.txt'), 'utf8'),
    );
  });

  it.each([99, 1_000_001, Number.NaN])('refuses %d rows', async (salesRows) => {
    await expect(writeSample({ outDir: join(tmpdir(), 'never-made'), salesRows })).rejects.toThrow(
      RangeError,
    );
  });
});
