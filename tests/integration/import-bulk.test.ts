/** A first load, large enough to be written without its indexes: they are there afterwards, as they were. */
import { importFiles } from '@engine/importing/import-files';
import { undoBatch } from '@engine/importing/undo-batch';
import { importOptionsSchema } from '@shared/contract/imports';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ImportHarness, openImportHarness } from '../fixtures/importing/import-harness';

const ROWS = 6_000;
const HOOKS = { signal: new AbortController().signal, onProgress: () => undefined };
const INDEXES = `select indexdef from pg_indexes where tablename in ('sale', 'stock_episode') order by 1`;

describe('a first load of many rows', () => {
  let harness: ImportHarness;
  let file: string;
  let indexes: unknown[];
  beforeAll(async () => {
    harness = await openImportHarness();
    const rows = Array.from(
      { length: ROWS },
      (_, index) =>
        `${index},S${index},N,Honda,Accord,2025-10-${String(1 + (index % 28)).padStart(2, '0')},30,${index % 900}`,
    );
    file = harness.write(
      'deals.csv',
      [
        'Deal Number,Stock #,New/Used,Make,Model,Contract Date,Days In Stock,Front Gross',
        ...rows,
        'x,S1,N,Honda,,soon,,',
      ].join('\n'),
    );
    indexes = await harness.rows(INDEXES);
  });
  afterAll(() => harness.dispose());

  it('leaves the indexes and no row when it fails after they were built', async () => {
    const { db } = harness.context.database;
    // What was said of rows is written last.
    await sql`alter table import_problem add constraint the_disk_failed check (false) not valid`.execute(db);
    const load = importFiles(harness.context, [file], importOptionsSchema.parse({}), HOOKS);
    await expect(load).rejects.toThrow('the_disk_failed');
    await sql`alter table import_problem drop constraint the_disk_failed`.execute(db);
    expect(await harness.rows('select 1 from sale union all select 1 from stock_episode')).toEqual([]);
    expect(await harness.rows(INDEXES)).toEqual(indexes);
  });

  it('builds them again, finds its rows through them, and can be undone', async () => {
    const first = await harness.loadOne(file);
    expect(first.rows).toMatchObject({ read: ROWS + 1, accepted: ROWS, rejected: 1 });
    expect(await harness.rows(INDEXES)).toEqual(indexes);
    const loaded = await harness.digest();
    expect((await harness.loadOne(file)).rows).toMatchObject({ accepted: 0, unchanged: ROWS });
    expect(await harness.digest()).toEqual(loaded);
    const again = await harness.rows<{ id: number }>('select id from import_batch order by id desc');
    for (const { id } of again) await undoBatch(harness.context, String(id));
    expect(await harness.rows('select 1 from sale union all select 1 from stock_episode')).toEqual([]);
  });
});
