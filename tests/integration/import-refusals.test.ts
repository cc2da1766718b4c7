/** Files that cannot be imported: each is refused with what is wrong and what to do, and nothing is stored. */
import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { previewFiles } from '@engine/importing/preview-files';
import { importOptionsSchema } from '@shared/contract/imports';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ImportHarness, openImportHarness } from '../fixtures/importing/import-harness';

const ORDERS = readFileSync('sample-data/orders.xlsx');
const PARQUET = readFileSync('sample-data/market.parquet');
const SALES = readFileSync('sample-data/sales.txt', 'utf8').split('\n').slice(0, 20).join('\n');
const INVENTORY = readFileSync('sample-data/inventory.csv', 'utf8').split('\n').slice(0, 20).join('\n');

/** Name, bytes, code, and words that the message must hold. */
const BAD_FILES: [string, string | Uint8Array, string, string][] = [
  ['orders.xlsx', ORDERS.subarray(0, ORDERS.length - 4000), 'TRUNCATED_FILE', 'cut off'],
  ['damaged.xlsx', damagedWorkbook(), 'DAMAGED_FILE', 'damaged workbook'],
  ['inventory.csv', '', 'EMPTY_FILE', '0 bytes'],
  ['blank.csv', '\r\n \r\n', 'EMPTY_FILE', 'only blanks'],
  ['report.csv', '%PDF-1.7\n%âãÏÓ\n1 0 obj\n', 'PDF_FILE', 'is a PDF'],
  ['stock.csv', withoutModels(INVENTORY), 'MISSING_COLUMN', 'the model'],
  [
    'no-identity.csv',
    INVENTORY.replace('Stock #,VIN', 'A,B').replaceAll(/\b[A-HJ-NPR-Z0-9]{17}\b/g, 'x'),
    'MISSING_COLUMN',
    'the VIN or the stock number',
  ],
  [
    'deals.txt',
    SALES.replace('Contract Date', 'A')
      .replace('Accounting Date', 'B')
      .replace('Delivery Date', 'C')
      .replace('Booked Date', 'D')
      .replace('Finalized Date', 'E'),
    'MISSING_COLUMN',
    'the date of the sale',
  ],
  ['people.csv', 'a,b,c\n1,2,3\n', 'NO_HEADER', 'first 30 rows'],
  ['header.csv', 'VIN,Stock #,Model,Price\n', 'NO_ROWS', 'no rows below'],
  ['page.xls', '<html><table><tr><td>VIN</td></tr></table></html>', 'NO_HEADER', 'first 30 rows'],
  ['words.html', '<html><p>No table</p></html>', 'NO_ROWS', 'no table'],
  ['deals.xml', '<Deals><Deal Vin="1">', 'DAMAGED_FILE', 'not complete XML'],
  [
    'old.xls',
    Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0, 0, 0]),
    'DAMAGED_FILE',
    'damaged Excel workbook',
  ],
  ['sales.csv', gzipSync('VIN,Stock #\n').subarray(0, 20), 'DAMAGED_FILE', 'gzip'],
  [
    'noise.csv',
    Uint8Array.from({ length: 4000 }, (_, index) => (index * 7919) % 251),
    'NOT_A_TABLE',
    'not a text file',
  ],
  ['allocation.json', '{"store": "A", "allocations": [{"make": "Che', 'DAMAGED_FILE', 'not complete JSON'],
  ['empty.json', '{"store": "A"}', 'MISSING_COLUMN', ''],
  ['market.parquet', PARQUET.subarray(0, PARQUET.length - 100), 'TRUNCATED_FILE', 'cut off'],
];

/** The models' column keeps its place and loses its name and its words. */
function withoutModels(csv: string): string {
  const [header = '', ...rows] = csv.split('\n');
  const at = header.split(',').indexOf('Model');
  const blanked = rows.map((row) =>
    row
      .split(',')
      .map((cell, index) => (index === at ? '' : cell))
      .join(','),
  );
  return [header.replace('Model,', 'Wording,'), ...blanked].join('\n');
}

/** Both ends are there, the sheet in between is not. */
function damagedWorkbook(): Uint8Array {
  const bytes = Uint8Array.from(ORDERS);
  return bytes.fill(0x41, Math.floor(bytes.length * 0.15), Math.floor(bytes.length * 0.8));
}

describe('files that are refused', () => {
  let harness: ImportHarness;
  let before: Record<string, string>;
  beforeAll(async () => {
    harness = await openImportHarness();
    before = await harness.digest();
  });
  afterAll(() => harness.dispose());

  it.each(BAD_FILES)('%s', async (name, content, code, words) => {
    const file = harness.write(name, content);
    const report = await harness.load(file);
    expect(report.batches).toEqual([]);
    expect(report.refused).toHaveLength(1);
    const [refusal] = report.refused;
    if (name !== 'empty.json') expect(refusal?.code).toBe(code);
    expect(refusal?.message).toContain(words);
    expect(refusal?.message).toContain(name);
    expect(refusal?.nextStep).toBeTruthy();
    const [preview] = await previewFiles(harness.context, [file], importOptionsSchema.parse({}));
    expect(preview?.refusal).toEqual({
      code: refusal?.code,
      message: refusal?.message,
      nextStep: refusal?.nextStep,
    });
    expect(await harness.digest()).toEqual(before);
    expect(await harness.rows('select 1 from import_batch union all select 1 from build')).toEqual([]);
  });

  it('names a file that is not there', async () => {
    expect((await harness.load('/nowhere/stock.csv')).refused[0]).toMatchObject({ code: 'FILE_NOT_FOUND' });
  });

  it('does not keep the others from being loaded', async () => {
    const bad = harness.write('bad.csv', '%PDF-1.4');
    const good = harness.write('good.csv', INVENTORY);
    const report = await harness.load([bad, good]);
    expect(report.refused.map(({ file }) => file)).toEqual([bad]);
    expect(report.batches.map(({ file }) => file)).toEqual(['good.csv']);
  });
});
