/** The Excel report, written by one library and read back by another. */
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
import { read, utils, type WorkBook, type WorkSheet } from '@e965/xlsx';
import type { EngineContext } from '@engine/engine-context';
import { buildReportModel, readAllUnits } from '@engine/reporting/build-report-model';
import { saveLogo } from '@engine/reporting/logo';
import { layOutWorkbook } from '@engine/reporting/report-worker';
import { listSavedReports, noteSavedReport } from '@engine/reporting/saved-reports';
import { STREAMED_ROWS } from '@engine/reporting/workbook/add-table';
import { assertWorkbookPath, writeWorkbook } from '@engine/reporting/write-workbook';
import { resolveScope } from '@engine/stores/resolve-scope';
import { reportModelSchema, reportRequestSchema } from '@shared/contract/reports';
import JSZip from 'jszip';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { engineContext } from '../helpers/engine-context';
import { addHandMadeStore } from '../helpers/hand-made-store';
import { openTestDatabase, type TestDatabase } from '../helpers/test-database';

const SCOPE = { storeCode: 'HAND', asOf: '2026-06-30' };
const REQUEST = reportRequestSchema.parse(SCOPE);
const NOW = new Date('2026-07-01T12:00:00Z');

describe('the Excel report', () => {
  let test: TestDatabase;
  let context: EngineContext;
  let folder: string;

  beforeAll(async () => {
    test = await openTestDatabase();
    folder = mkdtempSync(path.join(tmpdir(), 'doso-report-'));
    context = engineContext(test.database, { ...test, workerDirectory: '' }, () => NOW);
    await fillStore(test);
  });
  afterAll(async () => {
    await context.jobs.stop();
    await test.dispose();
    rmSync(folder, { recursive: true, force: true });
  });

  const write = async (name: string) => {
    const target = path.join(folder, name);
    const job = await context.jobs.start('report', 'Write the Excel report', (handle) =>
      writeWorkbook(context, handle, { ...REQUEST, path: target }, layOutWorkbook),
    );
    return { target, job: await context.jobs.wait(job.id) };
  };

  it('holds the figures of the screens to the cent, in typed cells', async () => {
    const { target, job } = await write('store.xlsx');
    expect(job).toMatchObject({ state: 'done', result: { path: target } });
    const book = read(readFileSync(target), { cellFormula: true, cellStyles: true });
    expect(book.SheetNames).toEqual([
      'Summary',
      'Charts',
      'Ageing',
      'Aged units',
      'Models',
      'Sales by month',
      'Forecast',
      'Forecast detail',
      'Gaps',
      'Order plan',
      'Plan limits',
      'Stock list',
      'Sources',
    ]);
    const model = await buildReportModel(context.db, await resolveScope(context.db, SCOPE), NOW, REQUEST);
    const stock = model.overview.inventory[0];
    const summary = rowsOf(book, 'Summary');
    expect(cellBeside(summary, 'Stock at cost')).toBe((stock?.stockCost.value ?? 0) / 100);
    expect(cellBeside(summary, 'Units in stock')).toBe(stock?.unitsInStock.value);
    expect(cellBeside(summary, 'Days supply')).toBe(stock?.daysSupply.value);
    const units = await readAllUnits(context.db, await resolveScope(context.db, SCOPE));
    const list = rowsOf(book, 'Stock list');
    const listed = list.slice(headerOf(list, 'Stock #') + 1, -1);
    expect(listed).toHaveLength(units.length);
    expect(listed.map((row) => row[13])).toEqual(units.map((unit) => unit.costCents && unit.costCents / 100));
    expect(sheetOf(book, 'Stock list').K5).toMatchObject({ t: 'n', z: 'yyyy-mm-dd' });
  });

  it('has totals whose formulas agree with the values beside them', async () => {
    const { target } = await write('totals.xlsx');
    const book = read(readFileSync(target), { cellFormula: true });
    let checked = 0;
    for (const name of book.SheetNames) {
      const sheet = sheetOf(book, name);
      for (const [address, cell] of Object.entries(sheet) as [string, { f?: string; v?: unknown }][]) {
        const range = /^SUBTOTAL\(109,\$([A-Z]+)\$(\d+):\$[A-Z]+\$(\d+)\)$/.exec(cell?.f ?? '');
        if (!range) continue;
        const [, column, first, last] = range;
        let sum = 0;
        for (let row = Number(first); row <= Number(last); row++)
          sum += Number(sheet[`${column}${row}`]?.v ?? 0);
        expect(cell.v, `${name}!${address}`).toBeCloseTo(sum, 6);
        checked += 1;
      }
    }
    expect(checked).toBeGreaterThan(8);
  });

  it('takes the force out of hostile text', async () => {
    const { target } = await write('hostile.xlsx');
    const book = read(readFileSync(target), { cellFormula: true });
    const cells = Object.values(sheetOf(book, 'Stock list')) as { f?: string; v?: unknown; t?: string }[];
    expect(cells.some((cell) => cell?.v === "'=cmd|'/C calc'!A1")).toBe(true);
    expect(cells.filter((cell) => typeof cell?.v === 'string' && /^[=+@-]/.test(cell.v))).toEqual([]);
  });

  it('keeps the old file and leaves nothing behind when the folder does not take the new one', async () => {
    const missing = await write('not-there/store.xlsx');
    expect(missing.job).toMatchObject({
      state: 'failed',
      error: { code: 'FILE_NOT_WRITTEN', nextStep: 'Create the folder, or choose another one.' },
    });
    mkdirSync(path.join(folder, 'a-folder.xlsx'));
    expect((await write('a-folder.xlsx')).job.error?.code).toBe('FILE_NOT_WRITTEN');
    expect(readdirSync(folder).filter((name) => name.endsWith('.part'))).toEqual([]);
    // The temporary file cannot be opened, for a folder has its name: what stood there before stays.
    writeFileSync(path.join(folder, 'kept.xlsx'), 'old');
    mkdirSync(path.join(folder, `kept.xlsx.${process.pid}.part`));
    expect((await write('kept.xlsx')).job.state).toBe('failed');
    expect(readFileSync(path.join(folder, 'kept.xlsx'), 'utf8')).toBe('old');
  });

  it('replaces an older report in one step', async () => {
    writeFileSync(path.join(folder, 'again.xlsx'), 'old');
    const { target } = await write('again.xlsx');
    expect(readFileSync(target).subarray(0, 2).toString()).toBe('PK');
  });

  it('refuses what is not a whole path to a workbook', () => {
    expect(() => assertWorkbookPath('report.xlsx')).toThrow(expect.objectContaining({ code: 'BAD_INPUT' }));
    expect(() => assertWorkbookPath('/tmp/report.csv')).toThrow(
      expect.objectContaining({ code: 'BAD_INPUT' }),
    );
    expect(() => assertWorkbookPath('/tmp/Report.XLSX')).not.toThrow();
  });

  it('lists what was written, newest first, and only files that are there', async () => {
    const { target } = await write('listed.xlsx');
    const [newest] = await listSavedReports(context.db);
    expect(newest).toMatchObject({ path: target, format: 'xlsx', bytes: readFileSync(target).length });
    const gone = noteSavedReport(context.db, { path: path.join(folder, 'gone.pdf'), format: 'pdf' });
    await expect(gone).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect(existsSync(target)).toBe(true);
  });

  it('is a valid file for a store with nothing in stock', async () => {
    const other = await addHandMadeStore(context.db, 'ONE');
    await other.addSale({ soldOn: '2026-06-01' });
    const target = path.join(folder, 'empty.xlsx');
    const job = await context.jobs.start('report', 'Write', (handle) =>
      writeWorkbook(
        context,
        handle,
        { ...reportRequestSchema.parse({ storeCode: 'ONE' }), path: target },
        layOutWorkbook,
      ),
    );
    expect((await context.jobs.wait(job.id)).state).toBe('done');
    expect(rowsOf(read(readFileSync(target)), 'Stock list').at(-1)?.[0]).toBe('Nothing to show.');
  });

  it('streams a long list, with its filter and totals, and still draws the charts', async () => {
    const scope = await resolveScope(context.db, SCOPE);
    const model = await buildReportModel(context.db, scope, NOW, { ...REQUEST, kind: 'ageing' });
    const [unit] = await readAllUnits(context.db, scope);
    if (!unit) throw new Error('no unit');
    const units = Array.from({ length: STREAMED_ROWS + 1 }, (_, index) => ({ ...unit, costCents: index }));
    const bytes = await layOutWorkbook({ model, units });
    const book = read(bytes, { cellFormula: true });
    expect(book.SheetNames).toEqual(['Charts', 'Ageing', 'Aged units', 'Models', 'Stock list', 'Sources']);
    expect(Object.keys((await JSZip.loadAsync(bytes)).files)).toContain('xl/charts/chart1.xml');
    const sheet = sheetOf(book, 'Stock list');
    expect(sheet['!autofilter']?.ref).toBe(`A4:Q${STREAMED_ROWS + 5}`);
    // 0 + 1 + ... + 20,000 cents.
    expect(sheet[`N${STREAMED_ROWS + 6}`]?.v).toBe((STREAMED_ROWS * (STREAMED_ROWS + 1)) / 2 / 100);
  });

  it('reports a saved view as it is: figures, lists and the words that say so', async () => {
    const view = { name: 'Old ones', filter: { condition: 'new' as const, minAgeDays: 60 }, windowDays: 30 };
    const request = reportRequestSchema.parse({ ...SCOPE, view });
    const model = await buildReportModel(context.db, await resolveScope(context.db, SCOPE), NOW, request);
    expect(model.segment).toBe('view “Old ones”: new, 60 days in stock and more');
    // Of three new units in stock one has stood since January.
    expect(model.overview.inventory[0]?.unitsInStock.value).toBe(1);
    expect(model.overview.inventory[0]?.stockCost.value).toBe(3_123_457);
    expect(model.overview.sales[0]?.unitsSold.windowDays).toBe(30);
    const target = path.join(folder, 'view.xlsx');
    const job = await context.jobs.start('report', 'Write', (handle) =>
      writeWorkbook(context, handle, { ...request, path: target }, layOutWorkbook),
    );
    expect((await context.jobs.wait(job.id)).state).toBe('done');
    const book = read(readFileSync(target));
    const list = rowsOf(book, 'Stock list');
    expect(list.slice(headerOf(list, 'Stock #') + 1, -1).map((row) => row[0])).toEqual(['OLD']);
    expect(cellBeside(rowsOf(book, 'Summary'), 'Stock at cost')).toBe(31_234.57);
    expect(JSON.stringify(rowsOf(book, 'Summary').slice(0, 3))).toContain('view “Old ones”');
  });

  it('carries the logo of its store until it is taken away', async () => {
    const scope = await resolveScope(context.db, SCOPE);
    const logoOf = async () => (await buildReportModel(context.db, scope, NOW, REQUEST)).logo;
    const logo = 'data:image/png;base64,AAAA';
    await saveLogo(context.db, scope.store.id, logo);
    await saveLogo(context.db, scope.store.id, logo);
    expect(await logoOf()).toBe(logo);
    await saveLogo(context.db, scope.store.id, null);
    expect(await logoOf()).toBeNull();
  });

  it('keeps to the contract', async () => {
    const model = await buildReportModel(context.db, await resolveScope(context.db, SCOPE), NOW, REQUEST);
    expect(reportModelSchema.parse(model).agedUnits.map((unit) => unit.stockNumber)).toEqual(['OLD']);
  });
});

async function fillStore(test: TestDatabase): Promise<void> {
  const store = await addHandMadeStore(test.database.db, 'HAND');
  await store.addStay({
    stockNumber: 'OLD',
    receivedOn: '2026-01-01',
    costCents: 3_123_457,
    priceCents: 3_500_001,
  });
  await store.addStay({ stockNumber: 'YOUNG', receivedOn: '2026-06-20', costCents: 2_000_033 });
  await store.addStay({
    stockNumber: "=cmd|'/C calc'!A1",
    receivedOn: '2026-06-20',
    trim: '@SUM(A1)',
    costCents: 1,
  });
  await store.addStay({ condition: 'used', receivedOn: '2026-06-01', model: '-Focus', costCents: 900_010 });
  for (const soldOn of ['2026-05-02', '2026-06-02', '2026-06-03']) {
    await store.addSale({
      soldOn,
      receivedOn: '2026-04-01',
      totalGrossCents: 123_456,
      frontGrossCents: 100_001,
    });
  }
}

function sheetOf(book: WorkBook, name: string): WorkSheet {
  const sheet = book.Sheets[name];
  if (!sheet) throw new Error(`no sheet ${name}`);
  return sheet;
}

function rowsOf(book: WorkBook, name: string): unknown[][] {
  return utils.sheet_to_json(sheetOf(book, name), { header: 1, defval: null });
}

function headerOf(rows: unknown[][], first: string): number {
  return rows.findIndex((row) => row[0] === first);
}

/** The "New" value of a figure on the summary. */
function cellBeside(rows: unknown[][], figure: string): unknown {
  return rows.find((row) => row[0] === figure)?.[2];
}
