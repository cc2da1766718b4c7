/**
 * The final transaction of an import: everything a batch changes becomes visible here, whole or not at all. The
 * batch's own row, its problems and its journal are part of it.
 */

import type { Reconciliation } from '@shared/contract/import-accounting';
import type { ColumnMapping, ImportBatch, ImportKind, ImportOptions } from '@shared/contract/imports';
import { engineTexts } from '@shared/texts/engine-texts';
import type { Transaction } from 'kysely';
import { sql } from 'kysely';
import type { Database } from '../../database/database';
import type { Tables } from '../../database/tables';
import { keepBatchRows } from '../account/keep-batch-rows';
import { readBatch } from '../list-batches';
import type { AsOf } from '../normalise/as-of';
import { type Answers, keepAnswers } from '../profiles';
import { withBaseRows } from '../with-base-rows';
import { BUILD_COLUMNS } from './build-lines';
import type { EncodedFile } from './encode-rows';
import { finishInventory, INVENTORY_KEY } from './finish-inventory';
import { finishOrders } from './finish-orders';
import { finishSales, SALE_KEY } from './finish-sales';
import { finishSimple } from './finish-simple';
import type { IncomingTables } from './incoming-tables';
import type { Changes, LoadFacts } from './load-facts';
import { checkPlan, type LoadPlan } from './load-plan';
import { PlanOutdated } from './plan-outdated';
import { nameStores, resolveStores } from './resolve-stores';
import { PROBLEM_COLUMNS, type Stage } from './stage';
import { isVehicleKind, learnModels, teachModels } from './unknown-models';
import { resolveRows } from './upsert';

export type RowCounts = {
  read: number;
  accepted: number;
  repaired: number;
  rejected: number;
  unchanged: number;
  ignored: number;
};

export type LoadRequest = {
  readonly stage: Stage;
  readonly plan: LoadPlan;
  readonly encoded: EncodedFile;
  /** New deals with their stays, to be put in place; null when all rows were staged. */
  readonly incoming: IncomingTables | null;
  readonly fileName: string;
  /** Text above the header. */
  readonly preamble: readonly string[];
  readonly fileHash: string;
  readonly sourcePath: string;
  readonly format: string;
  readonly options: ImportOptions;
  /** What was said about this file; kept for the next one like it. */
  readonly answers: Answers;
  readonly asOf: AsOf;
  readonly mapped: ReadonlySet<string>;
  readonly columns: readonly ColumnMapping[];
  /** As counted while reading: no row is unchanged or repeated yet. */
  readonly counts: RowCounts;
  readonly remarks: readonly string[];
  readonly reconciliation: Reconciliation;
  readonly importedAt: string;
};

/** Rows that share this key within a file are one row: the last counts. */
const KEYS: Readonly<Record<ImportKind, string>> = {
  inventory: INVENTORY_KEY,
  sales: SALE_KEY,
  orders: 'order_number, build_id',
  allocation: 'cycle, make, allocation_group',
  market: 'period, region, make, model',
  feedback: 'reference, build_id',
};

/** Returns the batch as it is stored. Throws PlanOutdated when rows came in from elsewhere since the plan was made. */
export async function finishLoad(database: Database, request: LoadRequest): Promise<ImportBatch> {
  const { stage, options, plan, encoded, incoming } = request;
  return database.db.transaction().execute(async (transaction) => {
    await checkPlan(transaction, plan);
    const ofStores = { ...encoded, fileName: request.fileName, preamble: request.preamble, kind: stage.kind };
    const stores = await resolveStores(transaction, ofStores, options.storeCode);
    if (plan.stores?.onlyId && !stores.ids.includes(plan.stores.onlyId))
      throw new PlanOutdated('another store');
    await nameStores(transaction, ofStores, stores);
    await keepIds(transaction, request);
    await addBuilds(database, transaction, encoded.newBuilds);
    await removeRepeats(transaction, request);
    await resolveRows(transaction, { stage }, stores, KEYS[stage.kind]);
    if (isVehicleKind(stage)) await learnModels(transaction, { stage });
    const coverage = options.coverage === 'full' ? 'full' : 'partial';
    const batchId = await insertBatch(transaction, request, stores.ids, coverage);
    if (batchId !== plan.nextIds.importBatch) throw new PlanOutdated('the batch has another id');
    const facts: LoadFacts = {
      stage,
      batchId,
      storeIds: stores.ids,
      asOf: request.asOf.day,
      coverage,
      mapped: request.mapped,
    };
    const changes = await withBaseRows(transaction, async () => {
      const made = await finishKind(transaction, facts);
      if (isVehicleKind(stage)) await teachModels(transaction, facts);
      await keepBatchRows(transaction, facts, [...encoded.same.ids, ...encoded.added.ids]);
      await incoming?.takePlace(transaction);
      return made;
    });
    const { counts, repeated } = await reconcile(
      transaction,
      stage,
      withoutSettled(request),
      encoded.repeats,
    );
    await keepProblems(transaction, stage, batchId);
    await transaction
      .updateTable('importBatch')
      .set({
        counts: JSON.stringify(counts),
        changes: JSON.stringify({
          ...changes,
          added: changes.added + encoded.added.accepted + encoded.added.repaired,
        }),
        remarks: [...request.remarks, ...stores.remarks, ...repeatRemarks(repeated)],
        reconciliation: JSON.stringify(withRepeats(request.reconciliation, repeated)),
      })
      .where('id', '=', batchId)
      .execute();
    return readBatch(transaction, batchId);
  });
}

/** Ids that were given while reading are not given again. */
async function keepIds(transaction: Transaction<Tables>, { plan, encoded }: LoadRequest): Promise<void> {
  const { sale, stockEpisode } = encoded.nextIds;
  const given = [
    { table: 'sale', next: sale, first: plan.nextIds.sale },
    { table: 'stock_episode', next: stockEpisode, first: plan.nextIds.stockEpisode },
  ];
  for (const { table, next, first } of given) {
    if (next > first)
      await sql`select setval(pg_get_serial_sequence(${table}, 'id'), ${next - 1}::bigint)`.execute(
        transaction,
      );
  }
}

/** COPY states the ids; the sequence is told of them. */
async function addBuilds(
  database: Database,
  transaction: Transaction<Tables>,
  lines: readonly string[],
): Promise<void> {
  if (lines.length === 0) return;
  await database.copyInto(transaction, 'build', ['id', ...BUILD_COLUMNS], lines.join(''));
  await sql`select setval(pg_get_serial_sequence('build', 'id'), max(id)) from build`.execute(transaction);
}

/** Of deals that repeat a key the last counts. */
async function removeRepeats(
  transaction: Transaction<Tables>,
  { stage, encoded: { repeats } }: LoadRequest,
): Promise<void> {
  if (repeats.stagedLines.length === 0) return;
  await sql`delete from ${sql.raw(stage.rows)} where line = any (${repeats.stagedLines}::int[])`.execute(
    transaction,
  );
}

/** Rows that were found unchanged or repeated while reading are not in the stage. */
function withoutSettled({ counts, encoded: { same, repeats } }: LoadRequest): RowCounts {
  return {
    ...counts,
    accepted: counts.accepted - same.accepted - repeats.accepted,
    repaired: counts.repaired - same.repaired - repeats.repaired,
    unchanged: same.accepted + same.repaired,
    ignored: counts.ignored + repeats.accepted + repeats.repaired,
  };
}

function finishKind(transaction: Transaction<Tables>, facts: LoadFacts): Promise<Changes> {
  const { kind } = facts.stage;
  if (kind === 'inventory') return finishInventory(transaction, facts);
  if (kind === 'sales') return finishSales(transaction, facts);
  if (kind === 'orders') return finishOrders(transaction, facts);
  return finishSimple(transaction, facts, kind);
}

async function insertBatch(
  transaction: Transaction<Tables>,
  request: LoadRequest,
  storeIds: readonly number[],
  coverage: 'full' | 'partial',
): Promise<number> {
  const { id } = await transaction
    .insertInto('importBatch')
    .values({
      fileName: request.fileName,
      fileHash: request.fileHash,
      kind: request.stage.kind,
      format: request.format,
      profileId: await keepAnswers(transaction, request.answers),
      storeIds: [...storeIds],
      asOf: request.asOf.day,
      asOfSource: request.asOf.source,
      coverage,
      counts: '{}',
      changes: '{}',
      columns: JSON.stringify(request.columns),
      droppedColumns: request.columns.filter(({ isPersonal }) => isPersonal).map(({ source }) => source),
      remarks: [],
      sourcePath: request.sourcePath,
      options: JSON.stringify(request.options),
      importedAt: request.importedAt,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

type StagedCount = {
  isRepaired: boolean;
  isKept: boolean;
  isSame: boolean;
  count: number;
  firstLine: number;
};
type Repeats = { count: number; firstLine: number };

/** Turns rows that changed nothing into `unchanged` and rows repeated within the file into `ignored`. */
async function reconcile(
  transaction: Transaction<Tables>,
  stage: Stage,
  counts: RowCounts,
  settled: EncodedFile['repeats'],
): Promise<{ counts: RowCounts; repeated: Repeats }> {
  const { rows } = await sql<StagedCount>`
    select s.is_repaired, r.line is not null as is_kept, coalesce(m.is_same, false) as is_same, count(*)::int as count,
      min(s.line) as first_line
    from ${sql.raw(stage.rows)} s
    left join (select distinct line from ${sql.raw(stage.resolved)}) r on r.line = s.line
    left join (select line, bool_and(is_same) as is_same from ${sql.raw(stage.matches)} group by line) m on m.line = s.line
    group by 1, 2, 3`.execute(transaction);
  const result = { ...counts };
  const repeated: Repeats = {
    count: settled.accepted + settled.repaired,
    firstLine: settled.firstLine ?? Number.MAX_SAFE_INTEGER,
  };
  for (const { isRepaired, isKept, isSame, count, firstLine } of rows) {
    if (isKept && !isSame) continue;
    result[isRepaired ? 'repaired' : 'accepted'] -= count;
    result[isKept ? 'unchanged' : 'ignored'] += count;
    if (isKept) continue;
    repeated.count += count;
    repeated.firstLine = Math.min(repeated.firstLine, firstLine);
  }
  return { counts: result, repeated };
}

function withRepeats(reconciliation: Reconciliation, { count, firstLine }: Repeats): Reconciliation {
  if (count === 0) return reconciliation;
  const repeats = { reason: engineTexts.importing.rows.ignored.repeat, rows: count, firstLine };
  return { ...reconciliation, ignored: [...reconciliation.ignored, repeats] };
}

function repeatRemarks({ count }: Repeats): string[] {
  if (count === 0) return [];
  return [engineTexts.importing.remarks.repeatedRows(String(count))];
}

/** What was said of rows while they were read, in that order, then of the file's totals. */
async function keepProblems(
  transaction: Transaction<Tables>,
  { problems }: Stage,
  batchId: number,
): Promise<void> {
  const columns = PROBLEM_COLUMNS.join(', ');
  await sql
    .raw(
      `insert into import_problem (batch_id, ${columns}) select ${batchId}, ${columns} from ${problems} order by id`,
    )
    .execute(transaction);
}
