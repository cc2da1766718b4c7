/**
 * Seals what an earlier version stored readable: ZIP codes of sales, in their column and in the raw cells. Done once,
 * by the first start that has the key.
 */
import { sql } from 'kysely';
import type { Database } from '../database/database';

const DONE = 'security.zip_codes_sealed';

export async function sealPlainValues(database: Database): Promise<void> {
  const { db, secrets } = database;
  if (secrets.isLocked) return;
  const done = await db.selectFrom('setting').select('name').where('name', '=', DONE).executeTakeFirst();
  if (done) return;
  await db.transaction().execute(async (transaction) => {
    const { rows } = await sql<{ zip: string }>`
      select distinct zip from sale where zip is not null and zip not like 'sealed:%'`.execute(transaction);
    for (const { zip } of rows)
      await sql`update sale set zip = ${secrets.seal(zip)}, raw = coalesce(
          (select json_agg(case when cell = ${zip} then '' else cell end order by position)::text
           from jsonb_array_elements_text(raw::jsonb) with ordinality c (cell, position)), '[]')
        where zip = ${zip}`.execute(transaction);
    await transaction.insertInto('setting').values({ name: DONE, value: 'true' }).execute();
  });
}
