/** Turns the treatment of departures as sales on or off for one store; either way can be taken back at once. */
import { sql } from 'kysely';
import type { Db } from '../../database/database';
import { addDepartureSales, removeDepartureSales } from './departure-sales';

/** Returns how many departures count as sales of that store now. */
export async function treatDeparturesAsSales(db: Db, storeId: number, isOn: boolean): Promise<number> {
  return db.transaction().execute(async (transaction) => {
    await sql`update store set settings = settings || jsonb_build_object('treatDeparturesAsSales', ${isOn}::boolean)
      where id = ${storeId}`.execute(transaction);
    await removeDepartureSales(transaction);
    await addDepartureSales(transaction);
    const { rows } = await sql<{ count: number }>`
      select count(*)::int as count from sale where store_id = ${storeId} and source = 'departure'`.execute(
      transaction,
    );
    return rows[0]?.count ?? 0;
  });
}
