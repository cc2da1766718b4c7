import { describeSchema } from '@engine/database/describe-schema';
import { migrate, migrateDown } from '@engine/database/migrator';
import { openDatabase } from '@engine/database/open-database';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestDatabase, type TestDatabase } from '../helpers/test-database';

describe('the database', () => {
  let test: TestDatabase;
  beforeAll(async () => {
    test = await openTestDatabase();
  });
  afterAll(() => test.dispose());

  it('has the vector extension and finds the nearest vector', async () => {
    const { db } = test.database;
    await sql`insert into embedding values ('build', 1, 'm', '[1,0,0]'), ('build', 2, 'm', '[0,1,0]')`.execute(
      db,
    );
    const nearest = await sql<{ ownerId: number }>`
      select owner_id from embedding order by vector <=> '[0.1,0.9,0]' limit 1`.execute(db);
    expect(nearest.rows).toEqual([{ ownerId: 2 }]);
  });

  it('hands over days as text, money as numbers and instants as ISO text', async () => {
    const { db } = test.database;
    const row = await sql<{ day: string; cents: number; total: number; at: string }>`
      select date '2026-10-31' as day, 123456789012::bigint as cents, sum(x::bigint) as total,
             timestamptz '2026-10-31 12:00:00+00' as at from generate_series(1, 3) x`.execute(db);
    expect(row.rows[0]).toEqual({
      day: '2026-10-31',
      cents: 123456789012,
      total: 6,
      at: '2026-10-31T12:00:00.000Z',
    });
  });

  it('keeps a query from outside out of an open transaction', async () => {
    const { db } = test.database;
    let seenOutside: number | undefined;
    const outside = { done: Promise.resolve() };
    await db.transaction().execute(async (transaction) => {
      await transaction.insertInto('setting').values({ name: 'a', value: '1' }).execute();
      outside.done = db
        .selectFrom('setting')
        .selectAll()
        .execute()
        .then((rows) => {
          seenOutside = rows.length;
        });
      await transaction.deleteFrom('setting').execute();
    });
    await outside.done;
    expect(seenOutside).toBe(0);
  });

  it('rolls a failed transaction back', async () => {
    const { db } = test.database;
    const failing = db.transaction().execute(async (transaction) => {
      await transaction.insertInto('setting').values({ name: 'lost', value: '1' }).execute();
      throw new Error('stop');
    });
    await expect(failing).rejects.toThrow('stop');
    expect(await db.selectFrom('setting').selectAll().where('name', '=', 'lost').execute()).toEqual([]);
  });

  it('refuses a second engine on the same directory and names the holder', async () => {
    const second = openDatabase({ dataDirectory: test.dataDirectory, program: 'second', openedAt: '' });
    await expect(second).rejects.toMatchObject({
      code: 'DATA_DIR_LOCKED',
      message: expect.stringContaining(`process ${process.pid}`),
    });
  });

  it('migrates down to nothing and up again to the same schema', async () => {
    const { db } = test.database;
    const before = await describeSchema(db);
    await migrateDown(db);
    expect((await describeSchema(db)).filter((line) => !line.startsWith('kysely_'))).toEqual([]);
    await migrate(db);
    expect(await describeSchema(db)).toEqual(before);
    await expect(`${before.join('\n')}\n`).toMatchFileSnapshot('../fixtures/schema.snapshot.txt');
  });
});
