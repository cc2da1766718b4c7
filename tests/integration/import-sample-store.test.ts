/** The sample store's six files, as they lie in the repository, into a real database and out again. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { listBatches, listProblems } from '@engine/importing/list-batches';
import { undoBatch } from '@engine/importing/undo-batch';
import { type ImportReport, importReportSchema } from '@shared/contract/imports';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ImportHarness, openImportHarness } from '../fixtures/importing/import-harness';

const FOLDER = path.resolve('sample-data');
const PATHS = readdirSync(FOLDER).map((name) => path.join(FOLDER, name));

describe('importing the sample store', () => {
  let harness: ImportHarness;
  let empty: Record<string, string>;
  let first: ImportReport;
  let loaded: Record<string, string>;
  beforeAll(async () => {
    harness = await openImportHarness();
    empty = await harness.digest();
    first = await harness.load(PATHS, { coverage: 'full' });
    loaded = await harness.digest();
  });
  afterAll(() => harness.dispose());

  it('takes every file by its content, and answers in the form of the contract', () => {
    expect(importReportSchema.parse(first)).toEqual(first);
    expect(first.refused).toEqual([]);
    expect(first.batches.map(({ file, kind, format }) => [file, kind, format])).toEqual([
      ['allocation.json', 'allocation', 'json'],
      ['feedback.csv', 'feedback', 'delimited'],
      ['inventory.csv', 'inventory', 'delimited'],
      ['market.parquet', 'market', 'parquet'],
      ['orders.xlsx', 'orders', 'xlsx'],
      ['sales.txt', 'sales', 'delimited'],
    ]);
  });

  it('rejects nothing, and accounts for every row', () => {
    for (const { rows, changes } of first.batches) {
      expect(rows.rejected).toBe(0);
      expect(rows.read).toBeGreaterThan(0);
      expect(rows.accepted + rows.repaired + rows.rejected + rows.unchanged + rows.ignored).toBe(rows.read);
      expect(changes.added).toBe(rows.accepted + rows.repaired);
    }
  });

  it('stores what the files say', async () => {
    const lines = (name: string) =>
      readFileSync(path.join(FOLDER, name), 'utf8').trim().split('\n').length - 1;
    const [counts] = await harness.rows<Record<string, number>>(`
      select (select count(*)::int from sale) as sales, (select count(*)::int from inventory_snapshot) as stock,
        (select count(*)::int from stock_episode where closed_on is null) as open,
        (select count(*)::int from allocation) as allocations, (select count(distinct code)::int from store) as stores`);
    const inventory = first.batches.find(({ kind }) => kind === 'inventory');
    expect(counts?.sales).toBe(lines('sales.txt'));
    expect(counts?.stock).toBe(inventory?.rows.read);
    expect(counts?.open).toBe(counts?.stock);
    expect(counts?.allocations).toBe(
      JSON.parse(readFileSync(path.join(FOLDER, 'allocation.json'), 'utf8')).allocations.length,
    );
    expect(counts?.stores).toBe(1);
  });

  it('takes the data date of the stock list from its ages', () => {
    const inventory = first.batches.find(({ kind }) => kind === 'inventory');
    expect([inventory?.asOf, inventory?.asOfSource]).toEqual(['2026-10-31', 'ages']);
  });

  it('keeps nothing personal but the ZIP code', async () => {
    const [header = '', ...lines] = readFileSync(path.join(FOLDER, 'sales.txt'), 'utf8').trim().split('\n');
    const names = header.split('\t');
    const personal = ['Address Line 1', 'Home Phone', 'Salesman 1 Name'].map((name) => names.indexOf(name));
    expect(personal).not.toContain(-1);
    const values = new Set(lines.flatMap((line) => personal.map((index) => line.split('\t')[index] ?? '')));
    values.delete('');
    expect(values.size).toBeGreaterThan(100);
    const stored = await harness.rows<{ text: string }>(`
      select to_jsonb(t)::text as text from sale t union all select to_jsonb(t)::text from stock_episode t
      union all select to_jsonb(t)::text from factory_order t union all select to_jsonb(t)::text from import_problem t`);
    const everything = stored.map(({ text }) => text).join('\n');
    expect([...values].filter((value) => everything.includes(value))).toEqual([]);
    const sales = first.batches.find(({ kind }) => kind === 'sales');
    expect(sales?.droppedColumns).toEqual(
      expect.arrayContaining(['First Name', 'Last Name', 'Address Line 1', 'Home Phone']),
    );
    expect(sales?.droppedColumns).not.toContain('Zip');
  });

  it('changes nothing when the same files come again', async () => {
    const again = await harness.load(PATHS, { coverage: 'full' });
    for (const { rows, changes, remarks } of again.batches) {
      expect(rows.unchanged + rows.ignored).toBe(rows.read);
      expect(changes).toEqual({ added: 0, changed: 0, closed: 0, reversed: 0 });
      expect(remarks[0]).toContain('imported before');
    }
    expect(await harness.digest()).toEqual(loaded);
    for (const batch of [...again.batches].reverse()) await undoBatch(harness.context, batch.id);
    expect(await harness.digest()).toEqual(loaded);
  });

  it('lists batches and their problems page by page', async () => {
    const { db } = harness.context.database;
    const { total, batches } = await listBatches(db, { offset: 2, limit: 3 });
    expect([total, batches.length]).toEqual([12, 3]);
    expect(await listProblems(db, batches[0]?.id ?? '', { offset: 0, limit: 10 })).toEqual({
      total: 0,
      problems: [],
    });
    await expect(listProblems(db, '999', { offset: 0, limit: 10 })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
  });

  it('is undone batch by batch, the newest of a kind first, until nothing is left', async () => {
    for (const batch of first.batches) {
      const undone = await undoBatch(harness.context, batch.id);
      expect([undone.isUndone, undone.canUndo]).toEqual([true, false]);
      await expect(undoBatch(harness.context, batch.id)).rejects.toMatchObject({ code: 'CONFLICT' });
    }
    const { store: _store, ...left } = await harness.digest();
    expect({ ...left, store: empty.store }).toEqual(empty);
  });
});
