/**
 * Seals what earlier versions stored readable: ZIP codes of sales, in their column and in the raw cells, and the notes of
 * outcomes. Each is done once, by the first start that has the key.
 */
import { sql, type Transaction } from 'kysely';
import type { Database } from '../database/database';
import type { Tables } from '../database/tables';
import { SEALED_PREFIX, type SecretBox } from './secret-box';

type Step = { done: string; seal: (transaction: Transaction<Tables>, secrets: SecretBox) => Promise<void> };

const STEPS: readonly Step[] = [
  { done: 'security.zip_codes_sealed', seal: sealZipCodes },
  { done: 'security.outcome_notes_sealed', seal: sealOutcomeNotes },
];

export async function sealPlainValues({ db, secrets }: Database): Promise<void> {
  if (secrets.isLocked) return;
  for (const { done, seal } of STEPS) {
    const known = await db.selectFrom('setting').select('name').where('name', '=', done).executeTakeFirst();
    if (known) continue;
    await db.transaction().execute(async (transaction) => {
      await seal(transaction, secrets);
      await transaction.insertInto('setting').values({ name: done, value: 'true' }).execute();
    });
  }
}

async function sealZipCodes(transaction: Transaction<Tables>, secrets: SecretBox): Promise<void> {
  const { rows } = await sql<{ zip: string }>`
    select distinct zip from sale where zip is not null and zip not like ${`${SEALED_PREFIX}%`}`.execute(
    transaction,
  );
  for (const { zip } of rows)
    await sql`update sale set zip = ${secrets.seal(zip)}, raw = coalesce(
        (select json_agg(case when cell = ${zip} then '' else cell end order by position)::text
         from jsonb_array_elements_text(raw::jsonb) with ordinality c (cell, position)), '[]')
      where zip = ${zip}`.execute(transaction);
}

async function sealOutcomeNotes(transaction: Transaction<Tables>, secrets: SecretBox): Promise<void> {
  const { rows } = await sql<{ id: number; note: string }>`
    select id, note from feedback where note is not null and note not like ${`${SEALED_PREFIX}%`}`.execute(
    transaction,
  );
  for (const { id, note } of rows)
    await sql`update feedback set note = ${secrets.seal(note)} where id = ${id}`.execute(transaction);
}
