/**
 * The set-based upsert that all kinds share: resolve the stage's rows, match them with what is stored, keep the
 * images of what changes in the journal, update what differs, insert what is new.
 */
import { sql, type Transaction } from 'kysely';
import type { Tables } from '../../database/tables';
import { countOf, type LoadFacts } from './load-facts';
import type { StoreResolution } from './resolve-stores';
import type { Stage } from './stage';
import { stageColumns } from './stage-columns';

/**
 * Gives every staged row its store and build, once per natural key: of rows that repeat a key within the file
 * the last one counts. The raw cells, the bulk of a row, stay in the stage until they are written.
 */
export async function resolveRows(
  transaction: Transaction<Tables>,
  { stage }: Pick<LoadFacts, 'stage'>,
  stores: StoreResolution,
  key: string,
): Promise<void> {
  const fallback = stores.fallbackCode === null ? null : sql.lit(stores.fallbackCode);
  const storeMatch =
    fallback === null
      ? sql`store.id in (${sql.join(stores.ids)})`
      : stores.isForced
        ? sql`store.code = ${fallback}`
        : sql`store.code = coalesce(s.store_code, ${fallback})`;
  const staged = ['line', 'row_hash', ...stageColumns[stage.kind].map(({ name }) => name)];
  await sql`
    create temp table ${sql.raw(stage.resolved)} as
    select distinct on (store_id, ${sql.raw(key)}) *
    from (
      select ${sql.raw(staged.map((name) => `s.${name}`).join(', '))}, store.id as store_id, s.build_id
      from ${sql.raw(stage.rows)} s
      join store on ${storeMatch}
    ) rows
    order by store_id, ${sql.raw(key)}, line desc`.execute(transaction);
  const keys = staged.filter((name) => JOINED_ON.has(name));
  await sql.raw(`analyze ${stage.resolved} (${['store_id', ...keys].join(', ')})`).execute(transaction);
}

/** Columns that resolved rows are matched by: the planner needs statistics of no others. */
const JOINED_ON: ReadonlySet<string> = new Set([
  'line',
  'vin',
  'stock_number',
  'deal_number',
  'order_number',
]);

/** Stored row of each resolved row. `condition` compares `r`, the resolved row, with `t`, the stored one. */
export async function matchRows(
  transaction: Transaction<Tables>,
  { stage }: LoadFacts,
  table: string,
  condition: string,
): Promise<void> {
  await sql
    .raw(
      `create temp table ${stage.matches} as
       select distinct on (t.id) r.line, r.store_id, t.id, t.row_hash = r.row_hash as is_same
       from ${stage.resolved} r join ${table} t on t.store_id = r.store_id and ${condition}
       order by t.id, r.line desc`,
    )
    .execute(transaction);
  await sql.raw(`analyze ${stage.matches}`).execute(transaction);
}

/**
 * Keeps stored rows as they are now; `ids` is a query that yields them. The first image of a batch stands, and
 * rows that the batch itself created have none: undoing removes them.
 */
export async function journal(
  transaction: Transaction<Tables>,
  batchId: number,
  table: string,
  ids: string,
): Promise<void> {
  await sql`
    insert into import_journal (batch_id, table_name, row_id, before)
    select ${batchId}::bigint, ${table}::text, t.id, to_jsonb(t) from ${sql.raw(table)} t where t.id in (${sql.raw(ids)}) and t.batch_id is distinct from ${batchId}::bigint
    on conflict do nothing`.execute(transaction);
}

export type UpsertColumns = {
  /** Further columns and what they are set to, in terms of `r`. */
  readonly extra: Readonly<Record<string, string>>;
  /** Staged columns that the table does not have. */
  readonly without?: readonly string[];
};

/** A build that only says less than the stored one does not replace it. */
export const KEPT_BUILD = `case when exists (
  select 1 from build o join build n on n.id = r.build_id
  where o.id = t.build_id and lower(n.make) = lower(o.make) and lower(n.model) = lower(o.model)
  ${['model_year', 'body', 'trim', 'drivetrain', 'engine', 'package', 'exterior_color', 'interior_color']
    .map((column) => `and (n.${column} is null or n.${column} = o.${column})`)
    .join(' ')}) then t.build_id else r.build_id end`;

/** Where written rows come from: `r`, the resolved row, and `w`, the staged row that has its raw cells. */
export function sourceRows({ resolved, rows }: Stage): string {
  return `${resolved} r join ${rows} w on w.line = r.line`;
}

/** Updates matched rows that differ and inserts the unmatched. */
export async function upsert(
  transaction: Transaction<Tables>,
  facts: LoadFacts,
  table: string,
  columns: UpsertColumns,
): Promise<{ added: number; changed: number }> {
  const { stage, batchId } = facts;
  const changedIds = `select id from ${stage.matches} where not is_same`;
  await journal(transaction, batchId, table, changedIds);
  const staged = stageColumns[stage.kind].filter(({ name }) => !columns.without?.includes(name));
  const extra = { ...columns.extra, row_hash: 'r.row_hash', batch_id: String(batchId) };
  const stated = staged.filter(({ fields }) => fields.some((field) => facts.mapped.has(field)));
  const sets = [
    ...stated.map(({ name }) => `${name} = r.${name}`),
    ...Object.entries(extra).map(([name, value]) => `${name} = ${name === 'build_id' ? KEPT_BUILD : value}`),
  ];
  const updated = await sql
    .raw(
      `update ${table} t set ${sets.join(', ')}
       from ${sourceRows(stage)} join ${stage.matches} m on m.line = r.line and m.store_id = r.store_id
       where t.id = m.id and not m.is_same`,
    )
    .execute(transaction);
  const names = ['store_id', ...staged.map(({ name }) => name), ...Object.keys(extra)];
  const values = ['r.store_id', ...staged.map(({ name }) => `r.${name}`), ...Object.values(extra)];
  const inserted = await sql
    .raw(
      `insert into ${table} (${names.join(', ')}) select ${values.join(', ')} from ${sourceRows(stage)}
       where not exists (select 1 from ${stage.matches} m where m.line = r.line and m.store_id = r.store_id)`,
    )
    .execute(transaction);
  return { added: countOf(inserted), changed: countOf(updated) };
}
