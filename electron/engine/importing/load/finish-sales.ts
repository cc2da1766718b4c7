/**
 * Deals. A deal matches by store, deal number and VIN, else by deal number and stock number, else, without a deal
 * number, by VIN and a sale date within 7 days. A counted sale is linked with the stay in stock that it ended; a
 * stay that no inventory file showed is recorded from the sale's own in-date.
 */
import { sql, type Transaction } from 'kysely';
import { sameText } from '../../database/same-text';
import type { Tables } from '../../database/tables';
import { countPlacements, linkSales, markSoldUnits } from './episodes-of-sales';
import { type Changes, countOf, type LoadFacts } from './load-facts';
import { stageColumns } from './stage-columns';
import { journal, KEPT_BUILD, sourceRows } from './upsert';
import { withoutIndexes } from './without-indexes';
import { withoutReferenceChecks } from './without-reference-checks';

/** Of rows with one of these keys the last in the file counts. */
export const SALE_KEY = `coalesce(deal_number, ''), coalesce(vin, ''),
  case when deal_number is null then sold_on end, case when deal_number is null then stock_number end`;

export async function finishSales(transaction: Transaction<Tables>, facts: LoadFacts): Promise<Changes> {
  const { stage, batchId } = facts;
  await matchSales(transaction, facts);
  const changedIds = `select id from ${stage.matches} where not is_same`;
  await journal(transaction, batchId, 'sale', changedIds);
  const reversed = await countReversed(transaction, facts);
  await linkSales(transaction, facts);
  const changed = await updateSales(transaction, facts);
  const added = await insertSales(transaction, facts);
  await markSoldUnits(transaction, facts);
  return { added, changed, closed: 0, reversed };
}

const MATCHES: readonly { condition: string; rank: number }[] = [
  { rank: 1, condition: `t.deal_number = r.deal_number and coalesce(t.vin, '') = coalesce(r.vin, '')` },
  { rank: 2, condition: 't.deal_number = r.deal_number and t.stock_number = r.stock_number' },
  {
    rank: 3,
    condition: `${sameText('t.vin', 'r.vin')} and abs(t.sold_on - r.sold_on) <= 7
      and (t.deal_number is null or r.deal_number is null)`,
  },
];

async function matchSales(transaction: Transaction<Tables>, { stage }: LoadFacts): Promise<void> {
  const candidates = MATCHES.map(
    ({ condition, rank }) => `
      select r.line, r.store_id, t.id, t.row_hash = r.row_hash as is_same, ${rank} as rank
      from ${stage.resolved} r join sale t on t.store_id = r.store_id and ${condition}`,
  ).join(' union all ');
  await sql
    .raw(
      `create temp table ${stage.matches} as
       select distinct on (id) line, store_id, id, is_same from (
         select distinct on (store_id, line) * from (${candidates}) all_of_them order by store_id, line, rank, id
       ) best order by id, line desc`,
    )
    .execute(transaction);
  await sql.raw(`analyze ${stage.matches}`).execute(transaction);
}

async function countReversed(transaction: Transaction<Tables>, { stage }: LoadFacts): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from ${sql.raw(stage.matches)} m
    join ${sql.raw(stage.resolved)} r using (line, store_id) join sale t on t.id = m.id
    where t.deal_state = 'counted' and r.deal_state = 'reversed'`.execute(transaction);
  return rows[0]?.count ?? 0;
}

async function updateSales(transaction: Transaction<Tables>, facts: LoadFacts): Promise<number> {
  const { stage, batchId, mapped } = facts;
  const sets = stageColumns.sales
    .filter(({ fields }) => fields.some((field) => mapped.has(field)))
    .map(({ name }) => `${name} = r.${name}`);
  return countOf(
    await sql
      .raw(
        `update sale t set ${sets.join(', ')}, build_id = ${KEPT_BUILD}, episode_id = p.episode_id,
           raw = w.raw, row_hash = r.row_hash, batch_id = ${batchId}
         from ${sourceRows(stage)} join ${stage.placements} p on p.line = r.line and p.store_id = r.store_id
         where t.id = p.sale_id and not p.is_new`,
      )
      .execute(transaction),
  );
}

async function insertSales(transaction: Transaction<Tables>, { stage, batchId }: LoadFacts): Promise<number> {
  const names = stageColumns.sales.map(({ name }) => name);
  const insert = sql.raw(
    `insert into sale (store_id, build_id, episode_id, ${names.join(', ')}, raw, row_hash, batch_id)
         select r.store_id, r.build_id, p.episode_id, ${names.map((name) => `r.${name}`).join(', ')},
           w.raw, r.row_hash, ${batchId}
         from ${sourceRows(stage)} join ${stage.placements} p on p.line = r.line and p.store_id = r.store_id
         where p.is_new order by r.line`,
  );
  const rowsToAdd = await countPlacements(transaction, stage, 'is_new');
  const inserted = await withoutReferenceChecks(transaction, () =>
    withoutIndexes(transaction, 'sale', rowsToAdd, () => insert.execute(transaction)),
  );
  return countOf(inserted);
}
