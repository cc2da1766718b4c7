/** Reads the units that cost money by standing, and what can be done with each, in dollars. */
import type { AgedUnit, AgedUnitList } from '@shared/contract/aged-units';
import type { DataFilter } from '@shared/contract/data-filter';
import type { Condition } from '@shared/contract/primitives';
import type { Build } from '@shared/domain/build';
import type { CalendarDay } from '@shared/domain/calendar-day';
import { passesFilter } from '@shared/domain/passes-filter';
import { engineTexts } from '@shared/texts/engine-texts';
import { sql } from 'kysely';
import type { DbOrTransaction } from '../database/database';
import { assertDataBy } from '../figures/assert-data-by';
import { windowStart } from '../figures/counted-sales';
import { stockAsOf } from '../figures/stock-as-of';
import type { ResolvedScope } from '../stores/resolve-scope';
import { judgeUnits, type StockUnitRow, type WholesaleFacts } from './aged-units';
import { listGaps } from './list-gaps';
import { type EconomicsByCondition, readAllEconomics } from './read-store-economics';

/** A reply stays well under two megabytes; the totals count every unit. */
const MOST_LISTED = 500;
const WHOLESALE_WINDOW_DAYS = 365;

/** Judged against the whole store, then narrowed by the filter. Throws NO_DATA before the store's first day. */
export async function listAgedUnits(
  db: DbOrTransaction,
  scope: ResolvedScope,
  filter: DataFilter = {},
): Promise<AgedUnitList> {
  return narrowAgedUnits(scope, await judgeStock(db, scope, await readAllEconomics(db, scope)), filter);
}

export type JudgedStock = { units: AgedUnit[]; notes: string[] };

/** Every unit of the store that costs money by standing, the most at stake first. */
export async function judgeStock(
  db: DbOrTransaction,
  scope: ResolvedScope,
  economics: EconomicsByCondition,
): Promise<JudgedStock> {
  await assertDataBy(db, scope);
  const gaps = [
    ...(await listGaps(db, scope, 'trim', economics)).gaps.filter((gap) => gap.condition === 'new'),
    ...(await listGaps(db, scope, 'model', economics)).gaps.filter((gap) => gap.condition === 'used'),
  ];
  const judged: JudgedStock[] = [];
  for (const condition of ['new', 'used'] as const) {
    const stock = await readAvailable(db, scope, condition);
    if (stock.length === 0) continue;
    judged.push(
      judgeUnits({
        condition,
        stock,
        today: scope.asOf,
        settings: scope.settings,
        gaps: gaps.filter((gap) => gap.condition === condition),
        economics: economics[condition],
        wholesale: await readWholesale(db, scope, condition),
      }),
    );
  }
  return {
    units: judged
      .flatMap((one) => one.units)
      .sort((a, b) => b.stakeCents - a.stakeCents || b.holdingNextMonthCents - a.holdingNextMonthCents),
    notes: [...new Set(judged.flatMap((one) => one.notes))],
  };
}

export function narrowAgedUnits(
  scope: ResolvedScope,
  judged: JudgedStock,
  filter: DataFilter = {},
): AgedUnitList {
  const units = judged.units.filter(({ build, ...unit }) => passesFilter({ ...unit, ...build }, filter));
  const due = units.flatMap(({ curtailment }) => (curtailment ? [curtailment.amountCents] : []));
  const sumOf = (cents: (unit: AgedUnit) => number) => units.reduce((sum, unit) => sum + cents(unit), 0);
  return {
    storeCode: scope.store.code,
    asOf: scope.asOf,
    totals: {
      units: units.length,
      costCents: sumOf((unit) => unit.costCents ?? 0),
      stakeCents: sumOf((unit) => unit.stakeCents),
      holdingNextMonthCents: sumOf((unit) => unit.holdingNextMonthCents),
      curtailmentsDueCents: due.reduce((sum, cents) => sum + cents, 0),
      curtailmentsDueUnits: due.length,
    },
    units: units.slice(0, MOST_LISTED),
    notes: [...judged.notes, ...listedNote(units.length)],
  };
}

function listedNote(units: number): string[] {
  return units > MOST_LISTED ? [engineTexts.planning.agedUnits.mostListed(MOST_LISTED, units)] : [];
}

/** Units that can be in the list: halfway to aged, or of any age where repayments fall due. */
async function readAvailable(
  db: DbOrTransaction,
  { store, asOf, settings }: ResolvedScope,
  condition: Condition,
): Promise<StockUnitRow[]> {
  const isNew = condition === 'new';
  const schedule = isNew ? settings.curtailmentsNew : settings.curtailmentsUsed;
  const agedDays = isNew ? settings.agedDaysNew : settings.agedDaysUsed;
  const fromDays = schedule.length > 0 ? 0 : Math.floor(agedDays / 2);
  const { rows } = await sql<Omit<StockUnitRow, 'build'> & { buildId: number }>`
    select id, stock_number, vin, age_days, cost_cents, price_cents,
           coalesce(received_on, first_seen_on) as received_on, build_id
    from (${stockAsOf(store.id, asOf, { condition })}) stock
    where status = 'available' and on_ground and age_days >= ${fromDays}::int order by id`.execute(db);
  const builds = await readBuildsById(db, [...new Set(rows.map(({ buildId }) => buildId))]);
  return rows.flatMap(({ buildId, ...unit }) => {
    const build = builds.get(buildId);
    return build ? [{ ...unit, build }] : [];
  });
}

async function readBuildsById(db: DbOrTransaction, ids: readonly number[]): Promise<Map<number, Build>> {
  const { rows } = await sql<Build & { id: number }>`
    select id, make, model, model_year, body, trim, drivetrain, engine, package, exterior_color, interior_color
    from build where id = any(${ids}::bigint[])`.execute(db);
  return new Map(rows.map(({ id, ...build }) => [id, build]));
}

/** What the store's own wholesale deals earned as a share of cost. */
async function readWholesale(
  db: DbOrTransaction,
  { store, asOf }: ResolvedScope,
  condition: Condition,
): Promise<WholesaleFacts> {
  const since: CalendarDay = windowStart(asOf, WHOLESALE_WINDOW_DAYS);
  const { rows } = await sql<{ deals: number; share: number | null }>`
    select count(*) as deals,
           sum(coalesce(total_gross_cents, front_gross_cents))::float8 / nullif(sum(cost_cents), 0)::float8 as share
    from sale
    where store_id = ${store.id} and condition = ${condition} and sale_type = 'wholesale'
      and deal_state = 'counted' and sold_on between ${since} and ${asOf} and cost_cents > 0
      and coalesce(total_gross_cents, front_gross_cents) is not null`.execute(db);
  return { deals: rows[0]?.deals ?? 0, share: rows[0]?.share ?? null };
}
