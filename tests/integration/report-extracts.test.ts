/** Tables saved as CSV, JSON and Parquet: equal to the cent, harmless, whole or not at all, and importable again. */
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { importExports } from '@engine/cycle/import-exports';
import type { EngineContext } from '@engine/engine-context';
import { extractTables } from '@engine/reporting/extracts/extract-tables';
import { formatOfExtract, writeExtract } from '@engine/reporting/extracts/write-extract';
import { importOptionsSchema } from '@shared/contract/imports';
import { EXTRACT_TABLES, type ExtractTableName } from '@shared/domain/report-kind';
import { asyncBufferFromFile, parquetMetadataAsync, parquetReadObjects } from 'hyparquet';
import { compressors } from 'hyparquet-compressors';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { engineContext } from '../helpers/engine-context';
import { addHandMadeStore, type HandMadeStore } from '../helpers/hand-made-store';
import { openTestDatabase, type TestDatabase } from '../helpers/test-database';

const SCOPE = { storeCode: 'HAND', asOf: '2026-06-30' };
const NOW = new Date('2026-07-01T12:00:00Z');
const VINS: readonly [string, string, string] = [
  '1FTFW1E50PFA00001',
  '1FTFW1E52PFA00002',
  '1FTFW1E54PFA00003',
];

describe('tables that leave the building', () => {
  let test: TestDatabase;
  let context: EngineContext;
  let store: HandMadeStore;
  let folder: string;

  beforeAll(async () => {
    test = await openTestDatabase();
    folder = mkdtempSync(path.join(tmpdir(), 'doso-extract-'));
    context = engineContext(test.database, { ...test, workerDirectory: '' }, () => NOW);
    store = await addHandMadeStore(context.db, 'HAND');
    await fillStore(store);
  });
  afterAll(async () => {
    await context.jobs.stop();
    await test.dispose();
    rmSync(folder, { recursive: true, force: true });
  });

  const save = async (
    table: ExtractTableName,
    name: string,
    segment: { condition?: 'new' | 'used' } = {},
  ) => {
    const target = path.join(folder, name);
    const job = await context.jobs.start('report', 'Save', (handle) =>
      writeExtract(context, handle, { ...SCOPE, ...segment, table, path: target }),
    );
    return { target, job: await context.jobs.wait(job.id) };
  };

  it('writes the same money in every format, to the cent', async () => {
    // 31,234.57 + 20,000.33 + 0.01 + 9,000.10
    const cents = 3_123_457 + 2_000_033 + 1 + 900_010;
    const csv = readFileSync((await save('stock', 'stock.csv')).target, 'utf8');
    const [header, ...lines] = csv.replace('\ufeff', '').trim().split('\r\n');
    const costAt = header?.split(',').indexOf('Unit Cost') ?? -1;
    expect(lines.map((line) => line.split(',')[costAt])).toEqual(
      expect.arrayContaining(['31234.57', '20000.33', '0.01', '9000.10']),
    );
    const json = JSON.parse(readFileSync((await save('stock', 'stock.json')).target, 'utf8'));
    const inJson = json.rows.map((row: Record<string, number>) => Math.round((row['Unit Cost'] ?? 0) * 100));
    expect(sum(inJson)).toBe(cents);
    const file = await asyncBufferFromFile((await save('stock', 'stock.parquet')).target);
    const rows = await parquetReadObjects({ file, compressors });
    expect(sum(rows.map((row) => Math.round(Number(row['Unit Cost'] ?? 0) * 100)))).toBe(cents);
    expect(rows.find((row) => row['Stock #'] === 'OLD')?.['Inventory Date']).toEqual(
      new Date('2026-01-01T00:00:00Z'),
    );
  });

  it('holds what a saved view shows, and no more', async () => {
    const target = path.join(folder, 'view.json');
    const view = { name: 'Fresh', filter: { condition: 'new' as const, maxAgeDays: 30 } };
    for (const [table, expected] of [
      ['stock', 2],
      ['figures', 2],
      // Sold 32 to 64 days after they came: none within 30.
      ['sales', 0],
    ] as const) {
      const job = await context.jobs.start('report', 'Save', (handle) =>
        writeExtract(context, handle, { ...SCOPE, table, view, path: target }),
      );
      expect((await context.jobs.wait(job.id)).state).toBe('done');
      const { rows } = JSON.parse(readFileSync(target, 'utf8'));
      const units = rows.find((row: { Figure?: string }) => row.Figure === 'Units in stock');
      expect(table === 'figures' ? units.Value : rows.length, table).toBe(expected);
    }
  });

  it('explains every column, beside a CSV and inside the others', async () => {
    for (const name of EXTRACT_TABLES) {
      const { job } = await save(name, `${name}.csv`);
      expect(job.state, name).toBe('done');
      const dictionary = readFileSync(path.join(folder, `${name}.columns.csv`), 'utf8');
      for (const column of extractTables[name].columns) {
        expect(column.meaning.length, `${name}.${column.name}`).toBeGreaterThan(2);
        expect(dictionary).toContain(`"${column.name}"`);
      }
    }
    const file = await asyncBufferFromFile((await save('gaps', 'gaps.parquet')).target);
    const { key_value_metadata: notes } = await parquetMetadataAsync(file);
    expect(notes?.map(({ key }) => key)).toEqual(['doso.table', 'doso.columns']);
    const json = JSON.parse(readFileSync((await save('gaps', 'gaps.json')).target, 'utf8'));
    expect(json).toMatchObject({ table: 'gaps', store: 'HAND', asOf: '2026-06-30' });
    expect(json.columns.Condition).toEqual({ type: 'text', meaning: 'new or used' });
  });

  it('takes the force out of text that a spreadsheet would run', async () => {
    const { target } = await save('stock', 'hostile.csv');
    const text = readFileSync(target, 'utf8');
    expect(text).toContain(`"'=cmd|'/C calc'!A1, ""now"""`);
    expect(text).not.toMatch(/(^|,)"?[=+@]/m);
  });

  it.each(['csv', 'json', 'parquet'] as const)(
    'imports its own stock and deals again from %s',
    async (format) => {
      const paths = [
        (await save('stock', `again-stock.${format}`, { condition: 'new' })).target,
        (await save('sales', `again-sales.${format}`)).target,
      ];
      const storeCode = `AGAIN-${format}`;
      const options = importOptionsSchema.parse({ storeCode, coverage: 'full', asOf: '2026-06-30' });
      const job = await context.jobs.start('import', 'Import', (handle) =>
        importExports(context, { paths, options }, handle),
      );
      await context.jobs.wait(job.id);
      const { rows } = await sql<{ units: number; cost: number; deals: number; gross: number; day: string }>`
      select (select count(*)::int from stock_episode e where e.store_id = s.id and closed_on is null) as units,
        (select sum(cost_cents) from stock_episode e where e.store_id = s.id and closed_on is null) as cost,
        count(*)::int as deals, sum(total_gross_cents) as gross, max(sold_on) as day
      from sale join store s on s.id = sale.store_id where s.code = ${storeCode} group by s.id`.execute(
        context.db,
      );
      expect(rows).toEqual([
        { units: 3, cost: 3_123_457 + 2_000_033 + 1, deals: 3, gross: 3 * 123_456, day: '2026-06-03' },
      ]);
    },
  );

  it.each(['csv', 'json', 'parquet'] as const)(
    'imports its own outcomes of recommendations again from %s',
    async (format) => {
      const storeCode = `LEARNT-${format}`;
      const take = async (file: string, into: string) => {
        const options = importOptionsSchema.parse({ storeCode: into, asOf: '2026-06-30' });
        const job = await context.jobs.start('import', 'Import', (handle) =>
          importExports(context, { paths: [file], options }, handle),
        );
        expect(await context.jobs.wait(job.id)).toMatchObject({ state: 'done' });
      };
      await take(path.resolve('sample-data/feedback.csv'), 'LEARNT');
      const target = path.join(folder, `again-feedback.${format}`);
      const job = await context.jobs.start('report', 'Save', (handle) =>
        writeExtract(context, handle, {
          storeCode: 'LEARNT',
          asOf: '2026-06-30',
          table: 'feedback',
          path: target,
        }),
      );
      expect(await context.jobs.wait(job.id)).toMatchObject({ state: 'done' });
      await take(target, storeCode);
      const read = async (code: string) => {
        const { rows } = await sql<{ outcome: Record<string, unknown> }>`
          select to_jsonb(feedback) - 'id' - 'store_id' - 'batch_id' - 'row_hash' as outcome
          from feedback join store on store.id = store_id
          where store.code = ${code} and recommended_on <= '2026-06-30' order by reference, build_id`.execute(
          context.db,
        );
        return rows;
      };
      const outcomes = await read('LEARNT');
      expect(outcomes.length).toBeGreaterThan(100);
      expect(await read(storeCode)).toEqual(outcomes);
    },
  );

  it('writes more deals than fit a page, each once', async () => {
    const many = await addHandMadeStore(context.db, 'MANY');
    const first = await many.addSale({ soldOn: '2026-05-01', dealNumber: '0' });
    await sql`insert into sale (store_id, deal_number, build_id, condition, sale_type, deal_state, sold_on, total_gross_cents, row_hash, batch_id)
      select store_id, n::text, build_id, condition, sale_type, deal_state, sold_on, n, '', batch_id
      from sale, generate_series(1, 5200) n where id = ${first}`.execute(context.db);
    const target = path.join(folder, 'many.csv');
    const job = await context.jobs.start('report', 'Save', (handle) =>
      writeExtract(context, handle, { storeCode: 'MANY', asOf: '2026-06-30', table: 'sales', path: target }),
    );
    expect(await context.jobs.wait(job.id)).toMatchObject({ state: 'done', result: { rows: 5201 } });
    const numbers = readFileSync(target, 'utf8')
      .trim()
      .split('\r\n')
      .slice(1)
      .map((line) => line.split(',')[0]);
    expect(new Set(numbers).size).toBe(5201);
  });

  it('keeps the old file and leaves nothing behind where the new one fails', async () => {
    writeFileSync(path.join(folder, 'kept.csv'), 'old');
    mkdirSync(path.join(folder, `kept.csv.${process.pid}.part`));
    expect((await save('stock', 'kept.csv')).job.state).toBe('failed');
    expect(readFileSync(path.join(folder, 'kept.csv'), 'utf8')).toBe('old');
    expect((await save('stock', 'not-there/stock.csv')).job.error).toMatchObject({
      code: 'FILE_NOT_WRITTEN',
    });
    expect(readdirSync(folder).filter((name) => name.startsWith('not-there'))).toEqual([]);
    expect(existsSync(path.join(folder, 'kept.columns.csv'))).toBe(false);
    expect(() => formatOfExtract('/tmp/stock.xml')).toThrow(expect.objectContaining({ code: 'BAD_INPUT' }));
    expect(() => formatOfExtract('stock.csv')).toThrow(expect.objectContaining({ code: 'BAD_INPUT' }));
  });
});

async function fillStore(store: HandMadeStore): Promise<void> {
  const stay = { modelYear: 2023, receivedOn: '2026-06-20' };
  await store.addStay({
    stockNumber: 'OLD',
    vin: VINS[0],
    receivedOn: '2026-01-01',
    costCents: 3_123_457,
    priceCents: 3_500_001,
  });
  await store.addStay({
    stockNumber: 'YOUNG',
    vin: VINS[1],
    receivedOn: stay.receivedOn,
    costCents: 2_000_033,
  });
  await store.addStay({
    stockNumber: 'H1',
    vin: VINS[2],
    receivedOn: stay.receivedOn,
    location: `=cmd|'/C calc'!A1, "now"`,
    costCents: 1,
  });
  await store.addStay({ condition: 'used', receivedOn: '2026-06-01', model: '-Focus', costCents: 900_010 });
  const days = ['2026-05-02', '2026-06-02', '2026-06-03'];
  for (const [index, soldOn] of days.entries()) {
    await store.addSale({
      soldOn,
      contractOn: soldOn,
      receivedOn: '2026-04-01',
      dealNumber: String(1000 + index),
      vin: VINS[index] ?? null,
      totalGrossCents: 123_456,
      frontGrossCents: 100_001,
      backGrossCents: 23_455,
    });
  }
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
