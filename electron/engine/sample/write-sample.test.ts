import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { addDays } from '@shared/domain/calendar-day';
import { hasValidCheckDigit, vinModelYear } from '@shared/domain/vin';
import ExcelJS from 'exceljs';
import { parquetReadObjects } from 'hyparquet';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type SampleManifest, type SampleOptions, writeSample } from './write-sample';

const COMMITTED = join(__dirname, '../../../sample-data');
const FILES = [
  'allocation.json',
  'feedback.csv',
  'inventory.csv',
  'market.parquet',
  'orders.xlsx',
  'sales.txt',
];
const folders: string[] = [];

type Row = Record<string, string>;

async function freshSample(options: Omit<SampleOptions, 'outDir'>): Promise<[string, SampleManifest]> {
  const outDir = mkdtempSync(join(tmpdir(), 'doso-sample-'));
  folders.push(outDir);
  return [outDir, await writeSample({ ...options, outDir })];
}

/** Reads delimited text with quotes; its rows must not hold line ends. */
function readRows(path: string, separator: string): Row[] {
  const [header = [], ...lines] = readFileSync(path, 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => cells(line, separator));
  return lines.map((line) => Object.fromEntries(header.map((name, index) => [name, line[index] ?? ''])));
}

function cells(line: string, separator: string): string[] {
  const found: string[] = [];
  let cell = '';
  let quoted = false;
  for (const character of line) {
    if (character === '"') quoted = !quoted;
    else if (character === separator && !quoted) {
      found.push(cell);
      cell = '';
    } else cell += character;
  }
  return [...found, cell];
}

async function readOrders(path: string): Promise<Row[]> {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.readFile(path);
  const sheet = workbook.worksheets[0];
  const rows: string[][] = [];
  sheet?.eachRow((row) => {
    rows.push((row.values as unknown[]).slice(1).map((value) => String(value ?? '')));
  });
  const [header = [], ...lines] = rows;
  return lines.map((line) => Object.fromEntries(header.map((name, index) => [name, line[index] ?? ''])));
}

async function readMarket(path: string): Promise<Record<string, unknown>[]> {
  const bytes = readFileSync(path);
  return parquetReadObjects({
    file: bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer,
  });
}

function isoDay(text: string): string {
  return `${text.slice(6)}-${text.slice(0, 2)}-${text.slice(3, 5)}`;
}

function counted(row: Row): boolean {
  return row['Deal Status'] === 'F' || row['Deal Status'] === 'B';
}

afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

describe('a small group of two stores', () => {
  let dir = '';
  let manifest: SampleManifest;
  let stock: Row[] = [];
  let deals: Row[] = [];

  beforeAll(async () => {
    [dir, manifest] = await freshSample({ salesRows: 2_000, seed: 42, stores: 2, asOf: '2026-06-15' });
    stock = readRows(join(dir, 'inventory.csv'), ',');
    deals = readRows(join(dir, 'sales.txt'), '\t');
  });

  it('writes six files with the rows it reports', async () => {
    expect(readdirSync(dir).sort()).toEqual(FILES);
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

describe('size and seed', () => {
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

describe('the committed sample', () => {
  it('is what a default run writes', async () => {
    const [dir] = await freshSample({});
    expect(readdirSync(COMMITTED).sort()).toEqual(FILES);
    for (const name of ['inventory.csv', 'sales.txt', 'allocation.json', 'feedback.csv']) {
      expect(readFileSync(join(dir, name)).equals(readFileSync(join(COMMITTED, name))), name).toBe(true);
    }
    expect(await readOrders(join(dir, 'orders.xlsx'))).toEqual(
      await readOrders(join(COMMITTED, 'orders.xlsx')),
    );
    expect(await readMarket(join(dir, 'market.parquet'))).toEqual(
      await readMarket(join(COMMITTED, 'market.parquet')),
    );
  });

  it('is of the size that is promised', () => {
    const stock = readRows(join(COMMITTED, 'inventory.csv'), ',');
    const deals = readRows(join(COMMITTED, 'sales.txt'), '\t').filter(counted);
    const monthly = (condition: string) =>
      deals.filter((row) => row['New/Used'] === condition && /[RL]/.test(row['Sale Type'] ?? '')).length / 36;
    expect(Math.abs(monthly('N') - 90)).toBeLessThan(8);
    expect(Math.abs(monthly('U') - 70)).toBeLessThan(8);
    expect(Math.abs(stock.filter((row) => row['New/Used'] === 'N').length - 240)).toBeLessThan(25);
    expect(Math.abs(stock.filter((row) => row['New/Used'] === 'U').length - 120)).toBeLessThan(15);
    expect(stock.filter((row) => Number(row.Age) > 90).length).toBeGreaterThan(20);
    expect(stock.filter((row) => Number(row.Age) > 180).length).toBeGreaterThan(3);
    const statuses = new Set(stock.map((row) => row['DMS Status']));
    expect([...statuses].sort()).toEqual(['AVAILABLE', 'DEMO', 'HOLD', 'LOANER', 'SOLD NOT DELIVERED']);
    const bytes = FILES.reduce((sum, name) => sum + statSync(join(COMMITTED, name)).size, 0);
    expect(bytes).toBeLessThan(3_000_000);
  });

  it('peaks in December and dips in January', () => {
    const byMonth = new Map<string, number>();
    for (const row of readRows(join(COMMITTED, 'sales.txt'), '\t').filter(counted)) {
      const month = (row['Contract Date'] ?? '').slice(0, 2);
      byMonth.set(month, (byMonth.get(month) ?? 0) + 1);
    }
    const ranked = [...byMonth].sort((a, b) => a[1] - b[1]).map(([month]) => month);
    expect(ranked[0]).toBe('01');
    expect(ranked.slice(-3)).toContain('12');
  });
});
