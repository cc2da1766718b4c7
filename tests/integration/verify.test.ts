import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { verifyDataDirectory } from '@engine/backup/verify-data-directory';
import type { Db } from '@engine/database/database';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeQuickFolder } from '../helpers/safety/quick-folder';
import { importInto, startTestEngine, TEMPLATE_FILE } from '../helpers/safety/test-engine';
import { writeSmallInventory } from '../helpers/small-files';

let folder: string;
let dataDirectory: string;

beforeAll(async () => {
  folder = makeQuickFolder('doso-verify-');
  dataDirectory = path.join(folder, 'data');
  await change(() => undefined, true);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Each case does its damage and makes it good again. */
describe('verifying', () => {
  it('finds nothing in a sound database, and changes nothing in it', async () => {
    const { isGood, checks } = await verify(dataDirectory, true);
    expect(checks.filter(({ problems }) => problems.length > 0)).toEqual([]);
    expect(isGood).toBe(true);
    expect(checks.map(({ name, looked }) => looked > 0 && name)).toEqual([
      'tables',
      'indexes',
      'foreign keys',
      'imports',
      'schema',
    ]);
    await change(async (db) => {
      const { rows } = await sql`select 1 from pg_extension where extname = 'amcheck'`.execute(db);
      expect(rows).toEqual([]);
    });
  });

  it('refuses a folder without a database', async () => {
    await expect(verify(folder)).rejects.toMatchObject({ code: 'NO_DATA' });
  });

  it('says that a database does not open, and leaves it as it is', async () => {
    const file = path.join(dataDirectory, 'postgres/PG_VERSION');
    renameSync(file, `${file}.away`);
    await expect(verify()).rejects.toMatchObject({ code: 'DATABASE_FAILED' });
    expect(existsSync(file)).toBe(false);
    renameSync(`${file}.away`, file);
  });

  it('finds a row that refers to nothing', async () => {
    await change(async (db) => {
      await sql`set session_replication_role = replica`.execute(db);
      await sql`insert into inventory_snapshot (store_id, as_of, episode_id, status, batch_id)
        select store_id, '2001-01-01', 999999, 'available', batch_id from stock_episode limit 1`.execute(db);
    });
    expect(await problemsOf('foreign keys')).toEqual([
      expect.stringMatching(/^inventory_snapshot: 1 rows refer to a stock_episode that is not there/),
    ]);
    await change((db) => sql`delete from inventory_snapshot where as_of = '2001-01-01'`.execute(db));
  });

  it('finds an import whose rows do not add up', async () => {
    await change((db) => sql`update import_batch set counts = jsonb_set(counts, '{read}', '41')`.execute(db));
    expect(await problemsOf('imports')).toEqual([
      'small-inventory.csv (import 1): 41 rows were read, and 40 are accounted for',
    ]);
    await change((db) => sql`update import_batch set counts = jsonb_set(counts, '{read}', '40')`.execute(db));
  });

  it('finds a schema that the migrations do not make', async () => {
    await change((db) => sql`drop index stock_episode_vin`.execute(db));
    expect(await problemsOf('schema')).toEqual([
      expect.stringMatching(/^missing: stock_episode .*stock_episode_vin/),
    ]);
    await change((db) => sql`create index stock_episode_vin on stock_episode (hashtext(vin))`.execute(db));
    expect(await problemsOf('schema')).toEqual([]);
  });

  it('finds a page of a table that the disk changed', async () => {
    const mend = await damage('stock_episode');
    expect(await problemsOf('tables')).toEqual([expect.stringMatching(/^stock_episode: .*invalid page/)]);
    mend();
  });

  it('finds a page of an index that the disk changed', async () => {
    const mend = await damage('stock_episode_stock_number');
    expect(await problemsOf('indexes')).toEqual([
      expect.stringMatching(/^stock_episode_stock_number: .*invalid page/),
    ]);
    mend();
  });
});

/** The expected schema costs another database; only the cases about the schema ask for it. */
function verify(directory = dataDirectory, hasTemplate = false) {
  return verifyDataDirectory({
    dataDirectory: directory,
    ...(hasTemplate ? { templateFile: TEMPLATE_FILE } : {}),
    program: 'a test',
    now: () => new Date(),
  });
}

async function problemsOf(name: string): Promise<string[]> {
  const { checks, isGood } = await verify(dataDirectory, name === 'schema');
  const problems = checks.find((check) => check.name === name)?.problems ?? [];
  expect(isGood).toBe(problems.length === 0);
  return problems;
}

async function change(work: (db: Db) => unknown, isFilled = false): Promise<void> {
  const engine = await startTestEngine(dataDirectory);
  try {
    if (isFilled) await importInto(engine, [writeSmallInventory(folder, 40)], 'HARBOR');
    await work(engine.context.db);
  } finally {
    await engine.close();
  }
}

/** Flips a bit in the last page of a relation's file; returns how to flip it back. */
async function damage(relation: string): Promise<() => void> {
  let file = '';
  await change(async (db) => {
    const { rows } = await sql<{
      file: string;
    }>`select pg_relation_filepath(${relation}::regclass) as file`.execute(db);
    file = path.join(dataDirectory, 'postgres', rows[0]?.file ?? '');
  });
  const flip = () => {
    const bytes = readFileSync(file);
    const place = bytes.length - 100;
    bytes[place] = (bytes[place] ?? 0) ^ 4;
    writeFileSync(file, bytes);
  };
  flip();
  return flip;
}
