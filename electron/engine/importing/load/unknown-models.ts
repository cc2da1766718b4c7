/**
 * Vehicles of files that give the VIN but no model: their build is the one that stock lists and deals give for the VIN.
 * Whichever file comes first, the model is filled in by the other.
 */
import { UNKNOWN_NAME } from '@shared/domain/build';
import { sql, type Transaction } from 'kysely';
import { sameText } from '../../database/same-text';
import type { Tables } from '../../database/tables';
import type { LoadFacts } from './load-facts';
import { journal } from './upsert';

const UNKNOWN = `(select id from build where model = '${UNKNOWN_NAME}')`;
const TABLES = ['stock_episode', 'sale'] as const;

export function isVehicleKind({ kind }: LoadFacts['stage']): boolean {
  return kind === 'inventory' || kind === 'sales';
}

/** Hardly any store has such vehicles, and looking for theirs among all deals takes time. */
async function hasUnknown(transaction: Transaction<Tables>): Promise<boolean> {
  const { rows } = await sql<{ found: boolean }>`select exists ${sql.raw(UNKNOWN)} as found`.execute(
    transaction,
  );
  return rows[0]?.found === true;
}

/** Gives resolved rows of unknown models the newest build that is stored for their VIN, at whatever store. */
export async function learnModels(
  transaction: Transaction<Tables>,
  { stage }: Pick<LoadFacts, 'stage'>,
): Promise<void> {
  if (!(await hasUnknown(transaction))) return;
  const stored = TABLES.map(
    (table) => `select t.vin, t.build_id, t.id from ${table} t join open on ${sameText('t.vin', 'open.vin')}
      where t.build_id not in ${UNKNOWN}`,
  ).join(' union all ');
  await sql
    .raw(
      `with open as (select distinct vin from ${stage.resolved} where vin is not null and build_id in ${UNKNOWN})
       update ${stage.resolved} r set build_id = known.build_id
       from (select distinct on (vin) vin, build_id from (${stored}) stored order by vin, id desc) known
       where known.vin = r.vin and r.build_id in ${UNKNOWN}`,
    )
    .execute(transaction);
}

/** Gives stored deals and stays of unknown models the builds that the file states for their VINs. */
export async function teachModels(
  transaction: Transaction<Tables>,
  { stage, batchId }: LoadFacts,
): Promise<void> {
  if (!(await hasUnknown(transaction))) return;
  for (const table of TABLES) {
    const told = `from ${stage.resolved} r where ${sameText('t.vin', 'r.vin')} and r.build_id not in ${UNKNOWN} and t.build_id in ${UNKNOWN}`;
    await journal(
      transaction,
      batchId,
      table,
      `select t.id from ${table} t where t.build_id in ${UNKNOWN} and exists (select 1 ${told})`,
    );
    await sql
      .raw(`update ${table} t set build_id = r.build_id, batch_id = ${batchId} ${told}`)
      .execute(transaction);
  }
}
