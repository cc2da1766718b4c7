/**
 * What a corrected record is known by, as files state it: VIN, stock number, and the deal number or the day of arrival. An
 * import that was undone and comes again makes its rows anew, and the correction is to be in force on them.
 */
import { type Kysely, sql } from 'kysely';

const IDENTITY = `jsonb_build_object('vin', t.vin, 'stockNumber', t.stock_number, 'other', %)`;

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table correction add column identity jsonb not null default '{}'`.execute(db);
  for (const [table, other] of [
    ['sale', 't.deal_number'],
    ['stock_episode', 't.received_on'],
  ] as const) {
    await sql
      .raw(
        `update correction c set identity = ${IDENTITY.replace('%', other)} from ${table} t
         where c.table_name = '${table}' and c.row_id = t.id`,
      )
      .execute(db);
  }
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await sql`alter table correction drop column identity`.execute(db);
}
