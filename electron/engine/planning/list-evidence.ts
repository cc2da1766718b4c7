/**
 * The rows behind a plan line: new units that fit its configuration, sold in a year, in stock, and on their way. Where
 * a unit fits several configurations the plan counts it for one (assign-configurations.ts); here it is shown for each.
 */
import { AppError } from '@shared/contract/errors';
import type { LineEvidence } from '@shared/contract/plan-evidence';
import type { Build } from '@shared/domain/build';
import { addDays, type CalendarDay } from '@shared/domain/calendar-day';
import { engineTexts } from '@shared/texts/engine-texts';
import { sql } from 'kysely';
import type { DbOrTransaction } from '../database/database';
import { isCountedSale } from '../figures/counted-sales';
import { isOrderUnderWay } from '../figures/open-orders';
import { stockAsOf } from '../figures/stock-as-of';
import { fits } from './assign-configurations';

const failures = engineTexts.planning.planFailures;

const MOST_ROWS = 200;

/** Throws NOT_FOUND. */
export async function listEvidence(
  db: DbOrTransaction,
  { planId, lineId }: { planId: string; lineId: string },
): Promise<LineEvidence> {
  const line = await readLine(db, planId, lineId);
  const builds = await fittingBuilds(db, line);
  const { storeId, asOf } = line;
  const sales = await sql<LineEvidence['sales'][number]>`
    select sold_on, sale.stock_number, build.exterior_color,
           case when coalesce(sale.received_on, stay.received_on) is not null
                then greatest(0, sold_on - coalesce(sale.received_on, stay.received_on)) end as days_in_stock,
           coalesce(total_gross_cents, front_gross_cents + back_gross_cents, front_gross_cents) as gross_cents
    from sale join build on build.id = sale.build_id left join stock_episode stay on stay.id = sale.episode_id
    where sale.store_id = ${storeId} and sale.condition = 'new' and ${isCountedSale}
      and sale.build_id = any(${builds}::bigint[]) and sold_on between ${addDays(asOf, -364)} and ${asOf}
    order by sold_on desc, sale.id desc limit ${MOST_ROWS}`.execute(db);
  const stock = await sql<LineEvidence['stock'][number]>`
    select stock_number, vin, exterior_color, status, age_days, price_cents
    from (${stockAsOf(storeId, asOf)}) stock join build on build.id = stock.build_id
    where condition = 'new' and stock.build_id = any(${builds}::bigint[])
    order by age_days desc nulls last, stock.id limit ${MOST_ROWS}`.execute(db);
  const coming = await sql<LineEvidence['coming'][number]>`
    select order_number, status, exterior_color, estimated_arrival_on
    from factory_order join build on build.id = factory_order.build_id
    where factory_order.store_id = ${storeId} and ${isOrderUnderWay(asOf)}
      and factory_order.build_id = any(${builds}::bigint[])
    order by estimated_arrival_on nulls last, factory_order.id limit ${MOST_ROWS}`.execute(db);
  return { asOf, sales: sales.rows, stock: stock.rows, coming: coming.rows };
}

type Line = { storeId: number; asOf: CalendarDay; build: Build };

async function readLine(db: DbOrTransaction, planId: string, lineId: string): Promise<Line> {
  const isId = (text: string) => /^\d{1,18}$/.test(text);
  const row =
    isId(planId) && isId(lineId)
      ? await db
          .selectFrom('planLine')
          .innerJoin('planRun', 'planRun.id', 'planLine.planId')
          .innerJoin('build', 'build.id', 'planLine.buildId')
          .selectAll('build')
          .select(['planRun.storeId', 'planRun.asOf'])
          .where('planLine.id', '=', Number(lineId))
          .where('planRun.id', '=', Number(planId))
          .executeTakeFirst()
      : undefined;
  if (!row) {
    throw new AppError('NOT_FOUND', failures.noLine.message(planId, lineId), {
      details: { planId, lineId },
    });
  }
  const { storeId, asOf, ...build } = row;
  return { storeId, asOf, build };
}

async function fittingBuilds(db: DbOrTransaction, { build }: Line): Promise<number[]> {
  const rows = await db
    .selectFrom('build')
    .selectAll()
    .where('make', '=', build.make)
    .where('model', '=', build.model)
    .execute();
  return rows.filter((row) => fits(row, build)).map(({ id }) => id);
}
