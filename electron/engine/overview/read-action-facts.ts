/** Reads what today's actions are made of, one statement for the models and one for the data. */
import type { DataFilter } from '@shared/contract/data-filter';
import type { CalendarDay } from '@shared/domain/calendar-day';
import { sql } from 'kysely';
import type { DbOrTransaction } from '../database/database';
import { isAged } from '../figures/aged-units';
import { countedDeals } from '../figures/counted-deals';
import { isCountedSale, windowStart } from '../figures/counted-sales';
import { passesBuild } from '../figures/data-filter';
import { holdingCentsPerDay } from '../figures/holding-cost';
import { pipelineAsOf } from '../figures/pipeline-as-of';
import { stockAsOf } from '../figures/stock-as-of';
import type { ResolvedScope } from '../stores/resolve-scope';
import type { DataFacts, ModelFact } from './action-facts';

/** Sales over these days tell what a model earns and how often one is asked for. */
const RATE_DAYS = 90;

export async function readModelFacts(db: DbOrTransaction, scope: ResolvedScope): Promise<ModelFact[]> {
  const { store, asOf, settings, filter = {} } = scope;
  const aged = isAged(settings);
  const perDay = holdingCentsPerDay(settings);
  const span = { storeId: store.id, to: asOf, filter };
  const lately = await countedDeals(db, { ...span, from: windowStart(asOf, RATE_DAYS) });
  const inWindow = await countedDeals(db, {
    ...span,
    from: windowStart(asOf, Math.min(RATE_DAYS, settings.daysSupplyWindowDays)),
  });
  const { rows } = await sql<ModelFact>`
    -- By build first: how many units there are is guessed too low to join them one by one.
    with standing_builds as materialized (
      select condition, build_id, count(*) as available, sum(${perDay}) as holding_cents_per_day,
             count(*) filter (where ${aged}) as aged,
             coalesce(sum(${perDay}) filter (where ${aged}), 0) as aged_holding_cents_per_day,
             max(age_days) as oldest_days
      from (${stockAsOf(store.id, asOf, filter)}) stock where status = 'available' group by condition, build_id
    ),
    standing as materialized (
      select condition, make, model, sum(available)::int as available,
             sum(holding_cents_per_day) as holding_cents_per_day, sum(aged)::int as aged,
             sum(aged_holding_cents_per_day) as aged_holding_cents_per_day, max(oldest_days) as oldest_days
      from standing_builds join build on build.id = standing_builds.build_id group by condition, make, model
    ),
    sold as materialized (
      select condition, make, model, sum(units)::int as sold_in_90,
             (sum(total_gross_cents) / nullif(sum(with_total), 0))::float8 as gross_per_unit_cents
      from (${lately}) deals join build on build.id = deals.build_id group by condition, make, model
    ),
    sold_in_window as materialized (
      select condition, make, model, sum(units)::int as sold_in_window
      from (${inWindow}) deals join build on build.id = deals.build_id group by condition, make, model
    ),
    ordered as materialized (
      select condition, make, model, count(*) as on_order,
             min(estimated_arrival_on) filter (where estimated_arrival_on >= ${asOf}) as next_arrival_on
      from (${pipelineAsOf(store.id, asOf, filter)}) pipeline join build on build.id = pipeline.build_id
      group by condition, make, model
    )
    select condition, make, model,
           coalesce(available, 0) as available, coalesce(holding_cents_per_day, 0) as holding_cents_per_day,
           coalesce(aged, 0) as aged, coalesce(aged_holding_cents_per_day, 0) as aged_holding_cents_per_day,
           oldest_days, coalesce(sold_in_window, 0) as sold_in_window, coalesce(sold_in_90, 0) as sold_in_90,
           gross_per_unit_cents, coalesce(on_order, 0) as on_order, next_arrival_on
    from standing full join sold using (condition, make, model)
    left join sold_in_window using (condition, make, model)
    left join ordered using (condition, make, model)`.execute(db);
  return rows;
}

export async function readDataFacts(
  db: DbOrTransaction,
  { store, asOf, filter = {} }: ResolvedScope,
  daysOld: number,
): Promise<DataFacts> {
  const head = await sql<{ newestSaleOn: CalendarDay | null; forecastAsOf: CalendarDay | null }>`
    select (select max(sold_on) from sale where store_id = ${store.id} and ${isCountedSale} and sold_on <= ${asOf}) as newest_sale_on,
           (select max(as_of) from forecast_run where store_id = ${store.id} and as_of <= ${asOf}) as forecast_as_of`.execute(
    db,
  );
  const rejected = await sql<{ batchId: string; fileName: string; rows: number }>`
    select id::text as batch_id, file_name, rows from (
      select distinct on (kind) id, file_name, (counts->>'rejected')::int as rows from import_batch
      where ${store.id} = any (store_ids) and undone_at is null and as_of <= ${asOf} order by kind, id desc
    ) newest where rows > 0 order by rows desc`.execute(db);
  return {
    // A sample store has no newer export to import.
    daysOld: store.isSample ? 0 : daysOld,
    newestSaleOn: head.rows[0]?.newestSaleOn ?? null,
    forecastAsOf: head.rows[0]?.forecastAsOf ?? null,
    rejected: rejected.rows,
    plan: await readWaitingLines(db, store.id, asOf, filter),
  };
}

/** Lines of the newest plan that recommend units and have no decision that stands. */
async function readWaitingLines(
  db: DbOrTransaction,
  storeId: number,
  asOf: CalendarDay,
  filter: DataFilter,
): Promise<DataFacts['plan']> {
  const isWanted = passesBuild(filter, { condition: sql`'new'`, buildId: sql.ref('plan_line.build_id') });
  const { rows } = await sql<NonNullable<DataFacts['plan']>>`
    select plan_run.id::text as id, count(plan_line.id) as waiting_lines,
           coalesce(sum(quantity), 0) as waiting_units, coalesce(sum(expected_value_cents), 0) as waiting_value_cents
    from plan_run left join plan_line on plan_line.plan_id = plan_run.id and quantity > 0 and ${isWanted} and not exists (
      select 1 from plan_decision where line_id = plan_line.id and withdrawn_at is null)
    where plan_run.id = (select id from plan_run where store_id = ${storeId} and as_of <= ${asOf}
                         order by as_of desc, id desc limit 1)
    group by plan_run.id`.execute(db);
  return rows[0] ?? null;
}
