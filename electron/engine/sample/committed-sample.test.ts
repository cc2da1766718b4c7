import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { counted, readMarket, readOrders, readRows, SAMPLE_FILE_NAMES } from './read-back';
import { writeSample } from './write-sample';

/** A busy machine may take long over a whole store. */
const PATIENCE_MS = 60_000;
const COMMITTED = join(import.meta.dirname, '../../../sample-data');

describe('the committed sample', () => {
  it('is what a default run writes', { timeout: PATIENCE_MS }, async () => {
    const outDir = mkdtempSync(join(tmpdir(), 'doso-sample-'));
    onTestFinished(() => rmSync(outDir, { recursive: true, force: true }));
    await writeSample({ outDir });
    expect(readdirSync(COMMITTED).sort()).toEqual(SAMPLE_FILE_NAMES);
    for (const name of ['inventory.csv', 'sales.txt', 'allocation.json', 'feedback.csv']) {
      expect(readFileSync(join(outDir, name)).equals(readFileSync(join(COMMITTED, name))), name).toBe(true);
    }
    expect(await readOrders(join(outDir, 'orders.xlsx'))).toEqual(
      await readOrders(join(COMMITTED, 'orders.xlsx')),
    );
    expect(await readMarket(join(outDir, 'market.parquet'))).toEqual(
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
    const bytes = SAMPLE_FILE_NAMES.reduce((sum, name) => sum + statSync(join(COMMITTED, name)).size, 0);
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
