/**
 * What became of decided plan lines, worked out from the imports in short statements over temporary tables. Each is
 * analysed before it is joined: nothing else in this database tells the planner how many rows there are.
 *
 * A factory order belongs to the newest plan that was made before it, within the review period, and has a line for
 * its build; a line takes as many orders, oldest first, as were decided. An order's VIN leads to its arrival and
 * its sale. Where the store imports no orders, an arrival stands in for one: it belongs to the newest plan that is
 * at least three quarters of the delivery time old. Customer orders, cancelled orders and wholesale deals are not
 * the plan's doing and are left out. A declined line has nothing ordered: it is kept so that declined advice is on
 * record.
 */
import type { StoreSettings } from '@shared/contract/stores';
import type { CalendarDay } from '@shared/domain/calendar-day';
import { sql, type Transaction } from 'kysely';
import { sameText } from '../database/same-text';
import type { Tables } from '../database/tables';

export type OutcomeScope = { storeId: number; asOf: CalendarDay; settings: StoreSettings };

/** Plans to look at together, with the days of the first and the last of them. */
export type PlanGroup = { planIds: number[]; from: CalendarDay; to: CalendarDay };

/** Share of the delivery time that must have passed before an arrival without an order can be a plan's doing. */
const SHORTEST_DELIVERY = 0.75;

type Stage = { transaction: Transaction<Tables>; scope: OutcomeScope; group: PlanGroup };

/**
 * Leaves a temporary table `outcome`, gone with the transaction: one row for each decided line of the group's plans,
 * with columns as in `feedback`.
 * @param lastOrderedOn the store's newest order; null when it imports none
 */
export async function stageOutcomes(stage: Stage, lastOrderedOn: CalendarDay | null): Promise<void> {
  await stageDecidedLines(stage, lastOrderedOn);
  await stageCoveredBuilds(stage);
  await stageUnits(stage);
  await stageFates(stage);
  await sumUp(stage);
}

/** Later plans than those asked for are read too: what they caused is theirs. */
async function stageDecidedLines({ transaction, scope, group }: Stage, lastOrderedOn: CalendarDay | null) {
  await sql`
    create temporary table decided_line on commit drop as
    select plan_line.id as line_id, plan_run.id as plan_id, plan_line.position, plan_run.as_of, plan_line.build_id,
           plan_line.quantity as recommended_quantity, plan_line.parts, last.decision, last.quantity, last.reason,
           plan_run.as_of <= ${lastOrderedOn}::date is true as has_orders,
           plan_run.id = any (${group.planIds}::bigint[]) as is_asked
    from plan_run
    join plan_line on plan_line.plan_id = plan_run.id
    join lateral (select decision, quantity, reason from plan_decision
                  where line_id = plan_line.id and withdrawn_at is null order by id desc limit 1) as last on true
    where plan_run.store_id = ${scope.storeId} and plan_run.as_of <= ${scope.asOf}::date
      and plan_run.as_of between ${group.from}::date and ${group.to}::date + ${latestArrivalDays(scope)}::int`.execute(
    transaction,
  );
  await sql`analyze decided_line`.execute(transaction);
}

/** What a plan's build leaves open (colours, often the model year) matches anything. */
async function stageCoveredBuilds({ transaction }: Stage) {
  await sql`
    create temporary table covered_build on commit drop as
    select planned.id as planned_id, build.id as build_id
    from build as planned
    join build on build.make = planned.make and build.model = planned.model
     and (planned.model_year is null or planned.model_year = build.model_year)
     and (planned.body is null or planned.body = build.body)
     and (planned.trim is null or planned.trim = build.trim)
     and (planned.drivetrain is null or planned.drivetrain = build.drivetrain)
     and (planned.engine is null or planned.engine = build.engine)
     and (planned.package is null or planned.package = build.package)
    where planned.id in (select build_id from decided_line)`.execute(transaction);
  await sql`analyze covered_build`.execute(transaction);
}

/** The orders, else the arrivals, that the asked lines caused. */
async function stageUnits({ transaction, scope, group }: Stage) {
  const { storeId, asOf, settings } = scope;
  const earliestArrivalDays = Math.round(SHORTEST_DELIVERY * settings.orderToDeliveryDays);
  await sql`
    create temporary table caused_unit on commit drop as
    with ordered as (
      select distinct on (factory_order.id) line.line_id, line.is_asked, line.decision, line.quantity,
             factory_order.id, factory_order.vin, factory_order.ordered_on as since,
             factory_order.arrived_on as received_on
      from factory_order
      join covered_build on covered_build.build_id = factory_order.build_id
      join decided_line line on line.build_id = covered_build.planned_id
       and factory_order.ordered_on between line.as_of and line.as_of + ${settings.reviewPeriodDays}::int
      where factory_order.store_id = ${storeId} and order_type = 'stock' and status <> 'cancelled'
        and factory_order.ordered_on between ${group.from}::date and ${group.to}::date + ${settings.reviewPeriodDays}::int
        and factory_order.ordered_on <= ${asOf}::date
      order by factory_order.id, line.as_of desc, line.plan_id desc
    ),
    arrived as (
      select distinct on (stock_episode.id) line.line_id, line.is_asked, line.decision, line.quantity,
             stock_episode.id, stock_episode.vin, stock_episode.received_on as since, stock_episode.received_on
      from stock_episode
      join covered_build on covered_build.build_id = stock_episode.build_id
      join decided_line line on line.build_id = covered_build.planned_id and not line.has_orders
       and received_on between line.as_of + ${earliestArrivalDays}::int and line.as_of + ${latestArrivalDays(scope)}::int
      where stock_episode.store_id = ${storeId} and stock_episode.condition = 'new' and received_on <= ${asOf}::date
        and received_on between ${group.from}::date and ${group.to}::date + ${latestArrivalDays(scope)}::int
      order by stock_episode.id, line.as_of desc, line.plan_id desc
    )
    select line_id, vin, since, received_on
    from (select *, row_number() over (partition by line_id order by since, id) as place
          from (select * from ordered union all select * from arrived) as candidate) as ranked
    where is_asked and decision <> 'declined' and place <= quantity`.execute(transaction);
  await sql`analyze caused_unit`.execute(transaction);
}

/** When each unit came, when it sold, and for how much. Days run to the sale, or to today while it stands. */
async function stageFates({ transaction, scope }: Stage) {
  const { storeId, asOf } = scope;
  await sql`
    create temporary table unit_fate on commit drop as
    select unit.line_id, sale.sold_on, sale.gross_cents,
           case when received.day <= ${asOf}::date then received.day end as received_on,
           greatest(0, coalesce(sale.sold_on, ${asOf}::date) - received.day) as days
    from caused_unit as unit
    left join lateral (select min(received_on) as day from stock_episode
                       where store_id = ${storeId} and ${sql.raw(sameText('vin', 'unit.vin'))} and received_on >= unit.since) as stay on true
    left join lateral (select sold_on, received_on, coalesce(total_gross_cents,
                              front_gross_cents + coalesce(back_gross_cents, 0), back_gross_cents) as gross_cents
                       from sale where store_id = ${storeId} and ${sql.raw(sameText('vin', 'unit.vin'))} and condition = 'new'
                        and deal_state = 'counted' and sale_type in ('retail', 'lease')
                        and sold_on between unit.since and ${asOf}::date
                       order by sold_on, id limit 1) as sale on true
    cross join lateral (select coalesce(stay.day, unit.received_on, sale.received_on) as day) as received`.execute(
    transaction,
  );
  await sql`analyze unit_fate`.execute(transaction);
}

async function sumUp({ transaction, scope }: Stage) {
  await sql`
    create temporary table outcome on commit drop as
    select line.line_id as plan_line_id, 'plan ' || line.plan_id || ' line ' || line.position as reference,
           line.build_id, line.as_of as recommended_on, line.recommended_quantity, line.decision,
           case when line.decision = 'declined' then 0 when line.has_orders then coalesce(fate.units, 0)
                else line.quantity end as ordered_quantity,
           fate.arrived_on,
           case when fate.arrived > 0 or fate.sold > 0 then fate.sold end as units_sold,
           fate.days_to_turn,
           case when fate.sold = fate.with_gross then fate.gross_cents end as gross_cents,
           case when fate.arrived > 0 then fate.aged end as aged_units,
           (line.parts->>'gross')::double precision as score_gross,
           (line.parts->>'daysToTurn')::double precision as score_days_to_turn,
           (line.parts->>'market')::double precision as score_market,
           (line.parts->>'forecast')::double precision as score_forecast,
           line.reason
    from decided_line as line
    left join (
      select line_id, count(*)::int as units, min(received_on) as arrived_on, count(received_on)::int as arrived,
             count(sold_on)::int as sold, count(gross_cents) filter (where sold_on is not null) as with_gross,
             (avg(days) filter (where sold_on is not null))::double precision as days_to_turn,
             sum(gross_cents)::bigint as gross_cents,
             (count(*) filter (where received_on is not null
               and days > ${scope.settings.agedDaysNew}::int))::int as aged
      from unit_fate group by line_id
    ) as fate on fate.line_id = line.line_id
    where line.is_asked`.execute(transaction);
}

function latestArrivalDays({ settings }: OutcomeScope): number {
  return 2 * settings.orderToDeliveryDays + settings.reviewPeriodDays;
}
