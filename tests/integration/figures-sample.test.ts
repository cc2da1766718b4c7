/**
 * The sample store's figures against a second computation, straight from the raw files: other code, other data
 * structures, no database. Where they differ, one of the two reads the files wrongly.
 */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { importFiles } from '@engine/importing/import-files';
import { readInventorySummaries } from '@engine/inventory/read-inventory-summary';
import { readSalesSummaries } from '@engine/sales/read-sales-summary';
import { defaultStoreSettings } from '@engine/stores/default-store-settings';
import { resolveScope } from '@engine/stores/resolve-scope';
import { importOptionsSchema } from '@shared/contract/imports';
import type { InventorySummary } from '@shared/contract/inventory';
import type { SalesSummary } from '@shared/contract/sales';
import { dayNumber } from '@shared/domain/calendar-day';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestDatabase, type TestDatabase } from '../helpers/test-database';

type Row = Record<string, string>;

const WINDOW_DAYS = 90;
const folder = path.resolve('sample-data');
const stockRows = readTable(path.join(folder, 'inventory.csv'), ',');
const saleRows = readTable(path.join(folder, 'sales.txt'), '\t');

let test: TestDatabase;
let summaries: { stock: InventorySummary[]; sales: SalesSummary[] };
let asOf: number;

beforeAll(async () => {
  test = await openTestDatabase();
  const files = ['inventory.csv', 'sales.txt'].map((name) => path.join(folder, name));
  await importFiles(
    { database: test.database, now: () => new Date('2030-01-01T00:00:00Z') },
    files,
    importOptionsSchema.parse({ coverage: 'full' }),
    { signal: new AbortController().signal, onProgress: () => undefined },
  );
  const scope = await resolveScope(test.database.db, {});
  asOf = dayNumber(scope.asOf);
  summaries = {
    stock: await readInventorySummaries(test.database.db, scope),
    sales: await readSalesSummaries(test.database.db, scope, WINDOW_DAYS),
  };
});
afterAll(() => test.dispose());

describe.each([
  ['new', 'N'],
  ['used', 'U'],
] as const)('the sample store, %s', (condition, code) => {
  let stock: InventorySummary;
  let sales: SalesSummary;
  beforeAll(() => {
    stock = ofCondition(summaries.stock, condition);
    sales = ofCondition(summaries.sales, condition);
  });

  const units = () => stockRows.filter((row) => row['New/Used'] === code);
  const deals = () =>
    saleRows.filter(
      (row) =>
        row['New/Used'] === code &&
        ['B', 'F'].includes(row['Deal Status'] ?? '') &&
        ['R', 'L'].includes(row['Sale Type'] ?? ''),
    );
  const soldWithin = (days: number) =>
    deals().filter((row) => asOf - saleDay(row) < days && saleDay(row) <= asOf);

  it('has the units, money and ages of the inventory file', () => {
    const ages = units().map((row) => asOf - usDay(row['Inventory Date']));
    const costs = units().map((row) => cents(row.SALESCOST));
    const { agedDaysNew, agedDaysUsed, floorPlanAnnualRate, otherHoldingCostPerDayCents } =
      defaultStoreSettings;
    const limit = condition === 'new' ? agedDaysNew : agedDaysUsed;
    expect(stock.unitsInStock.value).toBe(units().length);
    expect(stock.availableUnits.value).toBe(
      units().filter((row) => row['DMS Status'] === 'AVAILABLE').length,
    );
    expect(stock.stockCost.value).toBe(sum(costs));
    expect(stock.stockPrice.value).toBe(sum(units().map((row) => cents(row.Price))));
    expect(stock.medianAge.value).toBe(median(ages));
    expect(stock.agedUnits.value).toBe(ages.filter((age) => age > limit).length);
    expect(stock.holdingCostPerDay.value).toBe(
      Math.round(sum(costs.map((cost) => (cost * floorPlanAnnualRate) / 365 + otherHoldingCostPerDayCents))),
    );
  });

  it('has the counts and gross of the sales file', () => {
    const sold = soldWithin(WINDOW_DAYS);
    expect(sales.unitsSold.value).toBe(sold.length);
    expect(sales.totalGross.value).toBe(sum(sold.map(totalGross)));
    expect(sales.frontGrossPerUnit.value).toBe(
      Math.round(sum(sold.map((row) => cents(row['Front Gross']))) / sold.length),
    );
    expect(sales.medianDaysToTurn.value).toBe(
      median(sold.map((row) => Math.max(0, saleDay(row) - usDay(row['Inventory Date'])))),
    );
    const apart = saleRows.filter((row) => row['New/Used'] === code && asOf - saleDay(row) < WINDOW_DAYS);
    expect(sum(sales.excluded.map((row) => row.units))).toBe(apart.length - sold.length);
    expect(sum(sales.months.map((month) => month.units))).toBe(deals().length);
  });

  it('has the rates of both', () => {
    const available = units().filter((row) => row['DMS Status'] === 'AVAILABLE').length;
    const { daysSupplyWindowDays } = defaultStoreSettings;
    const supply = (available * daysSupplyWindowDays) / soldWithin(daysSupplyWindowDays).length;
    expect(stock.daysSupply.value).toBeCloseTo(supply, 10);
    expect(stock.turnFlow.value).toBeCloseTo(soldWithin(365).length / units().length, 10);
  });

  it('has the Kaplan-Meier median of units watched through the window', () => {
    const opened = asOf - WINDOW_DAYS + 1;
    const stay = (came: number, left: number, isSold: boolean) => {
      const exit = Math.max(0, left - came);
      return { entry: Math.min(Math.max(0, opened - came), exit), exit, isSold };
    };
    const stays = [
      ...soldWithin(WINDOW_DAYS).map((row) => stay(usDay(row['Inventory Date']), saleDay(row), true)),
      ...units()
        .filter((row) => row['DMS Status'] !== 'SOLD NOT DELIVERED')
        .map((row) => stay(usDay(row['Inventory Date']), asOf, false)),
    ];
    let unsold = 1;
    let age = -1;
    while (unsold > 0.5 + 1e-12) {
      age += 1;
      const atRisk = stays.filter(({ entry, exit }) => entry <= age && age <= exit).length;
      const sold = stays.filter(({ exit, isSold }) => isSold && exit === age).length;
      if (atRisk > 0) unsold *= 1 - sold / atRisk;
    }
    expect(sales.survivalMedianDaysToTurn).toMatchObject({ value: age, sampleSize: stays.length });
  });
});

function ofCondition<Summary extends { condition: string }>(
  summaries: Summary[],
  condition: string,
): Summary {
  const found = summaries.find((summary) => summary.condition === condition);
  if (!found) throw new Error(`no summary of ${condition}`);
  return found;
}

/** A quoted cell may hold the delimiter and doubled quotes; no cell of the sample spans lines. */
function readTable(file: string, delimiter: string): Row[] {
  const [header, ...lines] = readFileSync(file, 'utf8').trim().split(/\r?\n/);
  const names = splitLine(header ?? '', delimiter);
  return lines.map((line) => {
    const cells = splitLine(line, delimiter);
    return Object.fromEntries(names.map((name, index) => [name, cells[index] ?? '']));
  });
}

function splitLine(line: string, delimiter: string): string[] {
  const cells: string[] = [];
  let cell = '';
  let isQuoted = false;
  for (const character of line) {
    if (character === '"') isQuoted = !isQuoted;
    else if (character === delimiter && !isQuoted) {
      cells.push(cell);
      cell = '';
    } else cell += character;
  }
  return [...cells, cell];
}

function usDay(text: string | undefined): number {
  const [month, day, year] = (text ?? '').split('/');
  return dayNumber(`${year}-${month}-${day}`);
}

function saleDay(row: Row): number {
  return usDay(row['Contract Date'] || row['Accounting Date'] || row['Delivery Date']);
}

function cents(text: string | undefined): number {
  return Math.round(Number(text || 0) * 100);
}

/** As stated; front and back where the file leaves the total out. */
function totalGross(row: Row): number {
  return row['Total Profit']
    ? cents(row['Total Profit'])
    : cents(row['Front Gross']) + cents(row['Back Gross']);
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = (sorted.length - 1) / 2;
  return ((sorted[Math.floor(middle)] ?? 0) + (sorted[Math.ceil(middle)] ?? 0)) / 2;
}
