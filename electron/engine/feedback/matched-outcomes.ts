/**
 * What became of decided plan lines, read from later imports: one row for each line that was accepted, changed or
 * declined, as of a day.
 *
 * A factory order belongs to the newest plan that was made before it, within the review period, and has a line for
 * its build; a line takes as many orders, oldest first, as were decided. An order's VIN leads to its arrival and
 * its sale. Where the store imports no orders, an arrival stands in for one: it belongs to the newest plan that is
 * at least three quarters of the delivery time old. Customer orders, cancelled orders and wholesale deals are not
 * the plan's doing and are left out. A declined line has nothing ordered: it is kept so that declined advice is on
 * record.
 *
 * A plan's build leaves some attributes open (colours, often the model year): what it leaves open matches anything.
 */
import type { StoreSettings } from '@shared/contract/stores';
import type { CalendarDay } from '@shared/domain/calendar-day';
import { type RawBuilder, sql } from 'kysely';

export type OutcomeScope = { storeId: number; asOf: CalendarDay; settings: StoreSettings };

/** Plans to look at together, and the days of the first and the last of them. */
export type PlanGroup = { planIds: number[]; from: CalendarDay; to: CalendarDay };

/** Share of the delivery time that must have passed before an arrival without an order can be a plan's doing. */
const SHORTEST_DELIVERY = 0.75;

const planBuildMatches = (build: string): RawBuilder<unknown> =>
  sql.raw(
    ['model_year', 'body', 'trim', 'drivetrain', 'engine', 'package'].reduce(
      (condition, column) => `${condition} and (d.${column} is null or d.${column} = ${build}.${column})`,
      `d.make = ${build}.make and d.model = ${build}.model`,
    ),
  );

/**
 * A `with ... select`; columns as in `feedback`, with `plan_line_id` and without `row_hash` and `batch_id`. Later
 * plans than those of the group are read too: what they caused is theirs.
 * @param lastOrderedOn the store's newest order; null when it imports none
 */
export function matchedOutcomes(
  { storeId, asOf, settings }: OutcomeScope,
  { planIds, from, to }: PlanGroup,
  lastOrderedOn: CalendarDay | null,
): RawBuilder<unknown> {
  const { orderToDeliveryDays, reviewPeriodDays, agedDaysNew } = settings;
  const earliestArrivalDays = Math.round(SHORTEST_DELIVERY * orderToDeliveryDays);
  const latestArrivalDays = 2 * orderToDeliveryDays + reviewPeriodDays;
  return sql`
    with decided as (
      select plan_line.id as line_id, plan_run.id as plan_id, plan_line.position, plan_run.as_of, plan_line.build_id,
             plan_line.quantity as recommended_quantity, plan_line.parts, last.decision, last.quantity, last.reason,
             build.make, build.model, build.model_year, build.body, build.trim, build.drivetrain, build.engine,
             build.package,
             plan_run.as_of <= ${lastOrderedOn}::date is true as has_orders,
             plan_run.id = any (${planIds}::bigint[]) as is_asked
      from plan_run
      join plan_line on plan_line.plan_id = plan_run.id
      join build on build.id = plan_line.build_id
      join lateral (select decision, quantity, reason from plan_decision
                    where line_id = plan_line.id and withdrawn_at is null order by id desc limit 1) as last on true
      where plan_run.store_id = ${storeId} and plan_run.as_of <= ${asOf}::date
        and plan_run.as_of between ${from}::date and ${to}::date + ${latestArrivalDays}::int
    ),
    ordered as (
      select distinct on (factory_order.id) d.line_id, d.is_asked, d.decision, d.quantity, factory_order.id, factory_order.vin,
             factory_order.ordered_on as since, factory_order.arrived_on as received_on
      from factory_order
      join build on build.id = factory_order.build_id
      join decided d on ${planBuildMatches('build')}
       and factory_order.ordered_on between d.as_of and d.as_of + ${reviewPeriodDays}::int
      where factory_order.store_id = ${storeId} and order_type = 'stock' and status <> 'cancelled'
        and factory_order.ordered_on between ${from}::date and ${to}::date + ${reviewPeriodDays}::int
        and factory_order.ordered_on <= ${asOf}::date
      order by factory_order.id, d.as_of desc, d.plan_id desc
    ),
    arrived as (
      select distinct on (stock_episode.id) d.line_id, d.is_asked, d.decision, d.quantity, stock_episode.id, stock_episode.vin,
             stock_episode.received_on as since, stock_episode.received_on
      from stock_episode
      join build on build.id = stock_episode.build_id
      join decided d on not d.has_orders and ${planBuildMatches('build')}
       and received_on between d.as_of + ${earliestArrivalDays}::int and d.as_of + ${latestArrivalDays}::int
      where stock_episode.store_id = ${storeId} and stock_episode.condition = 'new' and received_on <= ${asOf}::date
        and received_on between ${from}::date + ${earliestArrivalDays}::int and ${to}::date + ${latestArrivalDays}::int
      order by stock_episode.id, d.as_of desc, d.plan_id desc
    ),
    unit as (
      select * from (
        select *, row_number() over (partition by line_id order by since, id) as place
        from (select * from ordered union all select * from arrived) as candidate
      ) as ranked
      where place <= quantity and decision <> 'declined' and is_asked
    ),
    fate as (
      select unit.line_id, sale.sold_on, sale.gross_cents,
             case when received.day <= ${asOf}::date then received.day end as received_on,
             greatest(0, coalesce(sale.sold_on, ${asOf}::date) - received.day) as days
      from unit
      left join lateral (select min(received_on) as day from stock_episode
                         where store_id = ${storeId} and vin = unit.vin and received_on >= unit.since) as stay on true
      left join lateral (select sold_on, received_on, coalesce(total_gross_cents,
                                front_gross_cents + coalesce(back_gross_cents, 0), back_gross_cents) as gross_cents
                         from sale where store_id = ${storeId} and vin = unit.vin and condition = 'new'
                          and deal_state = 'counted' and sale_type in ('retail', 'lease')
                          and sold_on between unit.since and ${asOf}::date
                         order by sold_on limit 1) as sale on true
      cross join lateral (select coalesce(stay.day, unit.received_on, sale.received_on) as day) as received
    )
    select decided.line_id as plan_line_id,
           'plan ' || decided.plan_id || ' line ' || decided.position as reference,
           decided.build_id, decided.as_of as recommended_on, decided.recommended_quantity, decided.decision,
           case when decided.decision = 'declined' then 0
                when decided.has_orders then count(fate.line_id)::int
                else decided.quantity end as ordered_quantity,
           min(fate.received_on) as arrived_on,
           case when count(fate.received_on) + count(fate.sold_on) > 0 then count(fate.sold_on)::int end as units_sold,
           avg(fate.days) filter (where fate.sold_on is not null)::double precision as days_to_turn,
           case when count(fate.sold_on) = count(fate.gross_cents) then sum(fate.gross_cents)::bigint end as gross_cents,
           case when count(fate.received_on) > 0
                then (count(*) filter (where fate.received_on is not null and fate.days > ${agedDaysNew}::int))::int
           end as aged_units,
           (decided.parts->>'gross')::double precision as score_gross,
           (decided.parts->>'daysToTurn')::double precision as score_days_to_turn,
           (decided.parts->>'market')::double precision as score_market,
           (decided.parts->>'forecast')::double precision as score_forecast,
           decided.reason
    from decided left join fate on fate.line_id = decided.line_id
    where decided.is_asked
    group by decided.line_id, decided.plan_id, decided.position, decided.build_id, decided.as_of,
             decided.recommended_quantity, decided.decision, decided.quantity, decided.has_orders, decided.parts,
             decided.reason`;
}
