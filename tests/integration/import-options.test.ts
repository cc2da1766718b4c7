/** Stores, mapping, rejects and previews. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { listProblems } from '@engine/importing/list-batches';
import { previewFiles } from '@engine/importing/preview-files';
import { saveRejects } from '@engine/importing/save-rejects';
import { importOptionsSchema, importPreviewSchema } from '@shared/contract/imports';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type ImportHarness, openImportHarness } from '../fixtures/importing/import-harness';

const A = '1HGCM82633A004352';
const B = '1M8GDM9AXKP042788';

describe('import options', () => {
  let harness: ImportHarness;
  beforeAll(async () => {
    harness = await openImportHarness();
  });
  beforeEach(() => harness.clear());
  afterAll(() => harness.dispose());

  const storeCodes = async () =>
    (await harness.rows<{ code: string }>('select code from store order by code')).map(({ code }) => code);
  const NO_STORE = `VIN,Stock #,New/Used,Make,Model,Price\n${A},A1,U,Honda,Accord,20000\n`;
  const TWO_STORES = `Dealer Id,VIN,Stock #,New/Used,Make,Model,Price\nNORTH,${A},A1,U,Honda,Accord,20000\nSOUTH,${A},A1,U,Honda,Accord,21000\n`;

  it('creates the store that --store names, and sends every row to it', async () => {
    await harness.loadOne(harness.write('a.csv', NO_STORE), { storeCode: 'LAKESIDE' });
    expect(await storeCodes()).toEqual(['LAKESIDE']);
  });

  it('creates a first store when nothing names one, and says so', async () => {
    const batch = await harness.loadOne(harness.write('a.csv', NO_STORE));
    expect([batch.storeCodes, batch.remarks.some((remark) => remark.includes('MAIN was created'))]).toEqual([
      ['MAIN'],
      true,
    ]);
  });

  it('takes several stores from one file, the same car in two of them', async () => {
    const batch = await harness.loadOne(harness.write('a.csv', TWO_STORES));
    expect(batch.storeCodes).toEqual(['NORTH', 'SOUTH']);
    expect(batch.rows).toMatchObject({ read: 2, accepted: 2 });
    const refused = await harness.load(harness.write('b.csv', NO_STORE));
    expect(refused.refused[0]).toMatchObject({
      code: 'STORE_UNKNOWN',
      nextStep: 'Name the store that it is for.',
    });
    expect(
      (await harness.load(harness.write('b.csv', NO_STORE), { storeCode: 'SOUTH' })).batches[0]?.rows,
    ).toMatchObject({ read: 1, rejected: 0 });
  });

  it('maps columns as told, and refuses a mapping that cannot be', async () => {
    const file = harness.write(
      'a.csv',
      `VIN,Stock #,New/Used,Make,Line,Price,Wanted\n${A},A1,U,Honda,Accord,20000,19500\n`,
    );
    expect((await harness.load(file)).refused[0]?.code).toBe('MISSING_COLUMN');
    expect((await harness.load(file, { map: { Lien: 'model' } })).refused[0]?.code).toBe('UNKNOWN_COLUMN');
    expect((await harness.load(file, { map: { Line: 'modle' } })).refused[0]?.code).toBe('UNKNOWN_TARGET');
    const batch = await harness.loadOne(file, { map: { Line: 'model', Wanted: 'price' } });
    expect(batch.columns.find(({ source }) => source === 'Wanted')).toMatchObject({
      target: 'price',
      confidence: 1,
    });
    expect(await harness.rows('select price_cents from stock_episode')).toEqual([{ priceCents: 1_950_000 }]);
  });

  it('lists rejected and repaired rows, and saves the rejected ones without personal columns', async () => {
    const file = harness.write(
      'deals.csv',
      [
        'Deal Number,Buyer Name,VIN,New/Used,Make,Model,Contract Date,Front Gross',
        `1,Ann Noreal,${A},U,Honda,Accord,5/13/2026,1000`,
        `2,Bob Noreal,${B},U,Honda,Civic,soon,1000`,
        `3,Cid Noreal,IHGCM82633AOO4352,U,Honda,Fit,5/14/2026,"=1+1"`,
        `4,Dot Noreal,${B},U,,Civic,5/15/2026,900`,
      ].join('\n'),
    );
    const batch = await harness.loadOne(file);
    expect(batch.rows).toEqual({ read: 4, accepted: 1, repaired: 1, rejected: 2, unchanged: 0, ignored: 0 });
    const { total, problems } = await listProblems(harness.context.database.db, batch.id, {
      offset: 0,
      limit: 3,
    });
    expect(total).toBe(5);
    expect(
      problems.map(({ line, column, code, severity, value }) => [line, column, code, severity, value]),
    ).toEqual([
      [3, 'Contract Date', 'MISSING_DATE', 'rejected', 'soon'],
      [5, 'Make', 'MISSING_MODEL', 'rejected', ''],
      [4, 'VIN', 'VIN_LETTERS', 'repaired', 'IHGCM82633AOO4352'],
    ]);
    const saved = await saveRejects(harness.context, batch.id, path.join(harness.folder, 'rejects.csv'));
    expect(saved.rows).toBe(2);
    const text = readFileSync(saved.path, 'utf8');
    expect(text).not.toContain('Noreal');
    expect(text.split('\r\n')[0]).toBe(
      '\uFEFFDeal Number,VIN,New/Used,Make,Model,Contract Date,Front Gross,Why rejected',
    );
    expect(text.split('\r\n')[1]).toBe(
      `2,${B},U,Honda,Civic,soon,1000,Contract Date: The deal has no date that can be read.`,
    );
    const corrected = harness.write(
      'corrected.csv',
      text.replace('soon', '5/16/2026').replace('U,,Civic', 'U,Honda,Civic'),
    );
    expect((await harness.loadOne(corrected)).rows).toMatchObject({ read: 2, accepted: 2 });
  });

  it('previews without storing anything', async () => {
    const file = harness.write(
      'a.csv',
      `VIN,Stock #,New/Used,Make,Model,Price,Buyer Phone\n${A},A1,U,Honda,Accord,20000,313-555-0100\n`,
    );
    const before = await harness.digest();
    const previews = await previewFiles(
      harness.context,
      [file],
      importOptionsSchema.parse({ asOf: '2026-05-01' }),
    );
    expect(importPreviewSchema.array().parse(previews)).toEqual(previews);
    expect(previews[0]).toMatchObject({
      kind: 'inventory',
      asOf: '2026-05-01',
      asOfSource: 'option',
      rowsSampled: 1,
      refusal: null,
    });
    expect(JSON.stringify(previews)).not.toContain('555-0100');
    expect(await harness.digest()).toEqual(before);
  });

  it('shows the size and the columns of a file that lacks one, so that it can be mapped', async () => {
    const text = `VIN,Stock #,New/Used,Make,Line,Price,Buyer Phone\n${A},A1,U,Honda,Accord,20000,313-555-0100\n`;
    const file = harness.write('lacks.csv', text);
    const preview = async (options: object) =>
      (await previewFiles(harness.context, [file], importOptionsSchema.parse(options)))[0];
    const refused = await preview({});
    expect(refused).toMatchObject({
      refusal: { code: 'MISSING_COLUMN' },
      bytes: text.length,
      kind: 'inventory',
      rowsSampled: 1,
    });
    expect(refused?.columns.map(({ source, target }) => [source, target])).toContainEqual(['Line', null]);
    expect(refused?.sample[0]).toMatchObject({ Line: 'Accord' });
    expect(JSON.stringify(refused)).not.toContain('555-0100');
    expect(JSON.stringify(refused)).not.toMatch(/--\w/);
    expect((await preview({ map: { Line: 'model' } }))?.refusal).toBeNull();
    const pdf = harness.write('report.csv', '%PDF-1.7\n');
    const [other] = await previewFiles(harness.context, [pdf], importOptionsSchema.parse({}));
    expect(other).toMatchObject({ bytes: 9, columns: [] });
  });

  it('reads day and month in the order that the column shows, and says when it cannot know', async () => {
    const deals = (...days: string[]) =>
      [
        'Deal Number,VIN,New/Used,Make,Model,Contract Date,Front Gross',
        ...days.map((day, index) => `${index},${A},U,Honda,Accord,${day},1`),
      ].join('\n');
    await harness.loadOne(harness.write('uk.csv', deals('3/4/2026', '13/4/2026')));
    expect(await harness.rows('select sold_on from sale order by 1')).toEqual([
      { soldOn: '2026-04-03' },
      { soldOn: '2026-04-13' },
    ]);
    const unclear = await harness.loadOne(harness.write('unclear.csv', deals('3/4/2026', '5/6/2026')));
    expect(unclear.remarks.join()).toContain('could be read both ways');
  });
});
