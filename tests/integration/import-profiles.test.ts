/** What was said once about files with one header is kept, and used again without asking. */

import { previewFiles } from '@engine/importing/preview-files';
import { forgetProfile, listProfiles } from '@engine/importing/profiles';
import { importOptionsSchema } from '@shared/contract/imports';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type ImportHarness, openImportHarness } from '../fixtures/importing/import-harness';

const A = '1HGCM82633A004352';
const B = '1M8GDM9AXKP042788';
const HEADER = 'VIN,Stock #,New/Used,Make,Line,Wanted';

describe('import profiles', () => {
  let harness: ImportHarness;
  beforeAll(async () => {
    harness = await openImportHarness();
  });
  beforeEach(async () => {
    await harness.clear();
    await harness.rows('truncate import_profile cascade');
  });
  afterAll(() => harness.dispose());

  const stock = (name: string, ...rows: string[]) => harness.write(name, [HEADER, ...rows].join('\n'));
  const MAP = { Line: 'model', Wanted: 'price' };
  const profiles = () => listProfiles(harness.context.database.db);

  it('reads the next file with the same columns, in any order, as the first was mapped by hand', async () => {
    const first = await harness.loadOne(stock('stock 05.csv', `${A},A1,U,Honda,Accord,19500`), { map: MAP });
    expect(first.profile).toBe('stock 05');
    const file = harness.write(
      'stock 06.csv',
      `Wanted,Line,Make,New/Used,Stock #,VIN\n18000,Accord,Honda,U,A1,${A}`,
    );
    const [preview] = await previewFiles(harness.context, [file], importOptionsSchema.parse({}));
    expect(preview).toMatchObject({ profile: 'stock 05', refusal: null });
    const next = await harness.loadOne(file);
    expect([next.profile, next.rows.accepted, next.changes.changed]).toEqual(['stock 05', 1, 1]);
    expect(await harness.rows('select price_cents from stock_episode')).toEqual([{ priceCents: 1_800_000 }]);
    expect(await profiles()).toMatchObject([
      { name: 'stock 05', kind: 'inventory', map: MAP, coverage: 'unknown' },
    ]);
  });

  it('keeps whether a list is the whole stock, and says that it used the answer', async () => {
    const both = [`${A},A1,U,Honda,Accord,19500`, `${B},A2,U,Honda,Civic,17000`];
    await harness.loadOne(stock('a.csv', ...both), { map: MAP, coverage: 'full', asOf: '2026-05-01' });
    const next = await harness.loadOne(stock('b.csv', both[0] ?? ''), { asOf: '2026-05-02' });
    expect(next).toMatchObject({ coverage: 'full', changes: { closed: 1 } });
    expect(next.remarks).toContain('Lists the whole stock, as the profile a says.');
  });

  it('lets what is said now win, and keeps it beside what was said before', async () => {
    const row = `${A},A1,U,Honda,Accord,19500`;
    await harness.loadOne(stock('a.csv', row), { map: MAP, coverage: 'full' });
    const again = await harness.loadOne(stock('b.csv', row), {
      map: { Wanted: 'cost' },
      coverage: 'partial',
    });
    expect(again.coverage).toBe('partial');
    expect(await profiles()).toMatchObject([{ map: { Line: 'model', Wanted: 'cost' }, coverage: 'partial' }]);
  });

  it('saves nothing when nothing was said, nor when the file was refused', async () => {
    await harness.loadOne(
      harness.write('plain.csv', `VIN,Stock #,New/Used,Make,Model,Price\n${A},A1,U,Honda,Accord,1`),
    );
    await harness.load(stock('a.csv', `${A},A1,U,Honda,Accord,19500`), { map: { Lien: 'model' } });
    expect(await profiles()).toEqual([]);
  });

  it('takes a profile by name for another header, and forgets one', async () => {
    await harness.loadOne(stock('a.csv', `${A},A1,U,Honda,Accord,19500`), { map: MAP });
    const other = harness.write('b.csv', `${HEADER},Notes\n${A},A1,U,Honda,Accord,19500,x`);
    expect((await harness.load(other)).refused[0]?.code).toBe('MISSING_COLUMN');
    expect((await harness.loadOne(other, { profile: 'a' })).profile).toBe('a');
    const [profile] = await profiles();
    await forgetProfile(harness.context.database.db, profile?.id ?? '');
    expect((await harness.load(stock('c.csv', `${A},A1,U,Honda,Accord,19500`))).refused[0]?.code).toBe(
      'MISSING_COLUMN',
    );
    await expect(forgetProfile(harness.context.database.db, '1e9')).rejects.toThrow('no longer there');
  });
});
