/**
 * A first load is written beside the real tables and put in their place; a small one goes through the stage. Both ways
 * end in the same rows, and so do files read on a thread.
 */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describeSchema } from '@engine/database/describe-schema';
import { removeSessionLeftovers } from '@engine/database/session-leftovers';
import { importFiles } from '@engine/importing/import-files';
import { importOptionsSchema } from '@shared/contract/imports';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type ImportHarness, openImportHarness } from '../fixtures/importing/import-harness';

const SALES = 'sample-data/sales.txt';
const INVENTORY = 'sample-data/inventory.csv';
const [HEADER = '', ...DEALS] = readFileSync(SALES, 'utf8').trim().split('\n');
const HOOKS = { signal: new AbortController().signal, onProgress: () => undefined };

describe('a first load', () => {
  let harness: ImportHarness;
  let schema: string[];
  beforeAll(async () => {
    harness = await openImportHarness();
    schema = await describeSchema(harness.test.database.db);
  });
  beforeEach(() => harness.clear());
  afterAll(() => harness.dispose());

  const deals = (name: string, lines: readonly string[]) =>
    harness.write(name, `${[HEADER, ...lines].join('\n')}\n`);
  /** What the deals and their stays say, whatever ids they and their builds have. */
  const content = () =>
    harness.rows<{ text: string }>(`
      select to_jsonb(s) - array['id', 'batch_id', 'episode_id', 'build_id', 'store_id'] || jsonb_build_object(
        'build', to_jsonb(b) - 'id', 'stay',
        to_jsonb(e) - array['id', 'batch_id', 'build_id', 'store_id', 'row_hash', 'source'], 'store', t.code) as text
      from sale s join build b on b.id = s.build_id join store t on t.id = s.store_id
      left join stock_episode e on e.id = s.episode_id and e.build_id = s.build_id order by s.deal_number, s.vin`);
  const half = Math.floor(DEALS.length / 2);

  it('ends in the same rows as the same deals in two small files, and in the same schema', async () => {
    await harness.loadOne(deals('one.txt', DEALS.slice(0, half)));
    await harness.loadOne(deals('two.txt', DEALS.slice(half)));
    const small = await content();
    await harness.clear();
    const batch = await harness.loadOne(deals('all.txt', DEALS));
    expect(batch.changes.added).toBe(DEALS.length);
    expect(await content()).toEqual(small);
    expect(small.length).toBe(DEALS.length);
    expect(small.filter(({ text }) => JSON.stringify(text).includes('"stay":{')).length).toBeGreaterThan(
      half,
    );
    expect(await describeSchema(harness.test.database.db)).toEqual(schema);
    expect(
      await harness.rows('select 1 from sale s left join build b on b.id = s.build_id where b.id is null'),
    ).toEqual([]);
    expect(
      await harness.rows(`select 1 from sale s left join stock_episode e on e.id = s.episode_id
        where s.deal_state = 'counted' and s.received_on <= s.sold_on and e.id is null`),
    ).toEqual([]);
  });

  it('takes the few stays that were there over, and matches deals with them', async () => {
    await harness.loadOne(INVENTORY, { coverage: 'full' });
    const stays = await harness.rows<{ id: number; vin: string }>(
      `select id, vin from stock_episode where closed_on is null order by id`,
    );
    const [first] = stays;
    const sold = (DEALS[0] ?? '').split('\t');
    sold[13] = first?.vin ?? '';
    sold[4] = 'LATE1';
    sold[48] = '10/31/2026';
    await harness.loadOne(deals('all.txt', [...DEALS, sold.join('\t')]));
    expect(
      await harness.rows(`select id, vin from stock_episode where source = 'inventory' order by id`),
    ).toEqual(stays);
    const [deal] = await harness.rows<{ episodeId: number }>(
      `select episode_id from sale where deal_number = 'LATE1'`,
    );
    expect(deal?.episodeId).toBe(first?.id);
    // New rows get ids of their own.
    await harness.loadOne(deals('more.txt', [(DEALS[0] ?? '').replace(/\t75601\t/, '\tNEW1\t')]));
    const doubles = await harness.rows('select id from sale group by id having count(*) > 1');
    expect(doubles).toEqual([]);
  });

  it('counts the last of deals that repeat a key, wherever the others went', async () => {
    const changed = (DEALS[5] ?? '').split('\t');
    changed[35] = '99999.00';
    const batch = await harness.loadOne(deals('all.txt', [...DEALS, changed.join('\t')]));
    expect(batch.rows.ignored).toBe(1);
    expect(batch.changes.added).toBe(DEALS.length);
    const found = await harness.rows(`select price_cents from sale where deal_number = '${changed[4]}'`);
    expect(found).toEqual([{ priceCents: 9_999_900 }]);
    const loaded = await harness.digest();
    // The earlier one is not stored, so it is staged; the later one is, and counts again.
    const again = await harness.loadOne(deals('again.txt', [...DEALS, changed.join('\t')]));
    expect(again.rows).toMatchObject({ accepted: 0, unchanged: DEALS.length, ignored: 1 });
    expect(await harness.digest()).toEqual(loaded);
    // Turned round, the stored one comes first and is replaced.
    const turned = await harness.loadOne(deals('turned.txt', [changed.join('\t'), ...DEALS]));
    expect(turned.rows).toMatchObject({ accepted: 1, unchanged: DEALS.length - 1, ignored: 1 });
    expect(turned.changes).toMatchObject({ added: 0, changed: 1 });
  });

  it('read on a thread ends in the same rows, and can be cancelled', async () => {
    const file = deals('all.txt', DEALS);
    await harness.loadOne(file);
    const here = await content();
    await harness.clear();
    const context = { ...harness.context, workerDirectory: path.resolve('out/main') };
    const options = importOptionsSchema.parse({});
    const report = await importFiles(context, [file], options, HOOKS);
    expect(report.batches[0]?.rows).toMatchObject({ read: DEALS.length, accepted: DEALS.length });
    expect(await content()).toEqual(here);
    const again = await importFiles(context, [file], options, HOOKS);
    expect(again.batches[0]?.rows.unchanged).toBe(DEALS.length);
    await harness.clear();
    const controller = new AbortController();
    const cancelled = importFiles(context, [file], options, {
      signal: controller.signal,
      onProgress: () => controller.abort(new Error('cancelled by the user')),
    });
    await expect(cancelled).rejects.toThrow('cancelled by the user');
    expect(await harness.rows('select 1 from sale union all select 1 from import_batch')).toEqual([]);
    expect(await describeSchema(harness.test.database.db)).toEqual(schema);
  });

  it('is begun anew when other rows came in meanwhile', async () => {
    let isFirst = true;
    const { database } = harness.context;
    const interrupted = new Proxy(database, {
      get(target, name) {
        if (name !== 'copyInto' || !isFirst) return Reflect.get(target, name);
        isFirst = false;
        return async (...parameters: Parameters<typeof database.copyInto>) => {
          await target.copyInto(...parameters);
          queueMicrotask(() =>
            harness.rows(`insert into store (code, name, settings) values ('LATE', 'Late', '{}')`),
          );
        };
      },
    });
    const file = deals('all.txt', DEALS);
    const report = await importFiles(
      { ...harness.context, database: interrupted },
      [file],
      importOptionsSchema.parse({}),
      HOOKS,
    );
    expect(report.batches[0]?.changes.added).toBe(DEALS.length);
    expect(await harness.rows('select code from store order by id')).toContainEqual({ code: 'LATE' });
    const orphans = await harness.rows(
      'select 1 from sale s left join store t on t.id = s.store_id where t.id is null',
    );
    expect(orphans).toEqual([]);
  });

  it('that a crash cut short is cleared away at the next start', async () => {
    const { db } = harness.test.database;
    await harness.rows('create schema incoming');
    await harness.rows('create table incoming.sale (like public.sale including all)');
    await removeSessionLeftovers(db);
    expect(await harness.rows(`select 1 from pg_namespace where nspname = 'incoming'`)).toEqual([]);
  });
});
