import type { Status } from '@shared/contract/system';
import type { CalendarDay } from '@shared/domain/calendar-day';
import { sql } from 'kysely';
import { appliedMigration } from '../database/migrator';
import type { EngineContext } from '../engine-context';

type CountsRow = Status['counts'];

/** What the database holds; with `asOf`, only rows dated up to that day count. */
export async function readStatus(context: EngineContext, asOf: CalendarDay = '9999-12-31'): Promise<Status> {
  const { db } = context;
  const counts = await sql<CountsRow>`select
    (select count(*) from store) as stores,
    (select count(*) from stock_episode where coalesce(received_on, first_seen_on) <= ${asOf}) as stock_episodes,
    (select count(*) from stock_episode where coalesce(received_on, first_seen_on) <= ${asOf}
       and (closed_on is null or closed_on > ${asOf})) as units_in_stock,
    (select count(*) from sale where deal_state = 'counted' and sold_on <= ${asOf}) as sales,
    (select count(*) from factory_order where coalesce(ordered_on, last_seen_on) <= ${asOf}) as factory_orders,
    (select count(*) from allocation join import_batch on import_batch.id = allocation.batch_id
       where import_batch.as_of <= ${asOf}) as allocations,
    (select count(*) from market_fact where period <= left(${asOf}, 7)) as market_facts,
    (select count(*) from feedback where recommended_on <= ${asOf}) as feedback,
    (select count(*) from plan_run where as_of <= ${asOf}) as plan_runs,
    (select count(*) from forecast_run where as_of <= ${asOf}) as forecast_runs,
    (select count(*) from import_batch where undone_at is null and as_of <= ${asOf}) as import_batches`.execute(
    db,
  );
  const freshness = await sql<{ kind: string; asOf: string }>`
    select kind, max(as_of) as as_of from import_batch where undone_at is null and as_of <= ${asOf} group by kind`.execute(
    db,
  );
  const server = await sql<{ bytes: number; version: string }>`
    select pg_database_size(current_database()) as bytes, split_part(version(), ' ', 2) as version`.execute(
    db,
  );
  const first = counts.rows[0];
  if (!first) throw new Error('counting returned no row');
  return {
    schemaVersion: (await appliedMigration(db)) ?? 'none',
    databaseBytes: server.rows[0]?.bytes ?? 0,
    counts: first,
    freshness: {
      ...{ inventory: null, sales: null, orders: null, allocation: null, market: null, feedback: null },
      ...Object.fromEntries(freshness.rows.map((row) => [row.kind, row.asOf])),
    },
    engine: {
      version: context.version,
      dataDirectory: context.dataDirectory,
      postgres: server.rows[0]?.version ?? '',
    },
  };
}
