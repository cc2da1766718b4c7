/** What is said about single files, folders as their files, and profiles under new names. */
import { mkdirSync, utimesSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { findFiles } from '@engine/importing/find-files';
import { previewFiles } from '@engine/importing/preview-files';
import { listProfiles, renameProfile } from '@engine/importing/profiles';
import { importOptionsSchema, NOT_USED } from '@shared/contract/imports';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type ImportHarness, openImportHarness } from '../fixtures/importing/import-harness';

const A = '1HGCM82633A004352';
const B = '1M8GDM9AXKP042788';
const HEADER = 'VIN,Stock #,New/Used,Make,Model,Price,Cost';

describe('answers about single files', () => {
  let harness: ImportHarness;
  beforeAll(async () => {
    harness = await openImportHarness();
  });
  beforeEach(async () => {
    await harness.clear();
    await harness.rows('truncate import_profile cascade');
  });
  afterAll(() => harness.dispose());

  const prices = () =>
    harness.rows<{ vin: string; priceCents: number; costCents: number | null }>(
      'select vin, price_cents, cost_cents from stock_episode order by vin',
    );
  const profiles = () => listProfiles(harness.context.database.db);

  it('reads two files of one import differently, and keeps each answer for its own header', async () => {
    const one = harness.write('one.csv', `${HEADER}\n${A},A1,U,Honda,Accord,20000,18000`);
    const two = harness.write('two.csv', `${HEADER},Notes\n${B},B1,U,Honda,Civic,15000,14000,x`);
    const report = await harness.load([one, two], {
      files: { [one]: { map: { Cost: NOT_USED } }, [two]: { coverage: 'full' } },
    });
    expect(report.batches.map(({ coverage }) => coverage)).toEqual(['partial', 'full']);
    expect(await prices()).toEqual([
      { vin: A, priceCents: 2_000_000, costCents: null },
      { vin: B, priceCents: 1_500_000, costCents: 1_400_000 },
    ]);
    expect(await profiles()).toMatchObject([
      { name: 'one', map: { Cost: NOT_USED }, coverage: 'unknown', usedBy: 1 },
      { name: 'two', map: {}, coverage: 'full', usedBy: 1 },
    ]);
  });

  it('shows a column that is not to be used as not used, and whether the coverage is known', async () => {
    const file = harness.write('one.csv', `${HEADER}\n${A},A1,U,Honda,Accord,20000,18000`);
    const look = async (files: object) => {
      const options = importOptionsSchema.parse({ files });
      const [preview] = await previewFiles(harness.context, [file], options);
      return preview;
    };
    expect(await look({})).toMatchObject({ key: file, coverage: 'unknown' });
    const said = await look({ [file]: { coverage: 'full', map: { Cost: NOT_USED } } });
    expect(said?.coverage).toBe('full');
    expect(said?.columns.find(({ source }) => source === 'Cost')).toMatchObject({ target: null });
    expect(said?.columns.find(({ source }) => source === 'Price')).toMatchObject({ target: 'price' });
  });

  it('renames a profile, but not to a name that another has', async () => {
    await harness.loadOne(harness.write('one.csv', `${HEADER}\n${A},A1,U,Honda,Accord,1,1`), {
      coverage: 'full',
    });
    await harness.loadOne(harness.write('two.csv', `${HEADER},Notes\n${A},A1,U,Honda,Accord,1,1,`), {
      coverage: 'full',
    });
    const { db } = harness.context.database;
    const [first] = await profiles();
    await renameProfile(db, first?.id ?? '', 'Nightly stock');
    expect((await profiles()).map(({ name }) => name)).toEqual(['Nightly stock', 'two']);
    await expect(renameProfile(db, first?.id ?? '', 'two')).rejects.toMatchObject({ code: 'CONFLICT' });
    await expect(renameProfile(db, '999', 'three')).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('takes a folder as its exports, oldest first, and counts what it passes over', async () => {
    const folder = path.join(harness.folder, 'exports');
    mkdirSync(path.join(folder, '2026-05'), { recursive: true });
    const put = (name: string, day: number) => {
      const file = path.join(folder, name);
      writeFileSync(file, 'x');
      const at = new Date(Date.UTC(2026, 4, day));
      utimesSync(file, at, at);
      return file;
    };
    const late = put('stock.csv', 20);
    const early = put('2026-05/sales.xlsx', 3);
    for (const name of ['~$sales.xlsx', 'stock.csv.part', 'program.exe', '.hidden.csv']) put(name, 1);
    expect(await findFiles([folder, late])).toEqual({ files: [early, late], leftOut: 4 });
    expect(await findFiles(['/not/there.csv'])).toEqual({ files: ['/not/there.csv'], leftOut: 0 });
  });
});
