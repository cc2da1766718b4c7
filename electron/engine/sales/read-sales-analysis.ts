/** How counted deals spread over the age of the unit, days to turn, builds and the months of the year. */
import type { Condition } from '@shared/contract/primitives';
import type { SaleAttribute, SalesAnalysis } from '@shared/contract/sales-analysis';
import { addDays } from '@shared/domain/calendar-day';
import { addPeriods, firstDay, lastDay, periodOf } from '@shared/domain/period';
import { type RawBuilder, sql } from 'kysely';
import type { DbOrTransaction } from '../database/database';
import { countedDeals } from '../figures/counted-deals';
import { isCountedSale, windowStart } from '../figures/counted-sales';
import { passesSale } from '../figures/data-filter';
import { toAgeBuckets } from '../inventory/age-buckets';
import type { ResolvedScope } from '../stores/resolve-scope';
import { seasonIndices } from './season-indices';

const STEP_DAYS = 10;
/** The open last step begins here. */
const LAST_STEP_DAYS = 180;
const YEAR_DAYS = 365;
const MONTHS_SHOWN = 48;
const MOST_VALUES = 15;

/** Days in stock of a deal; null where no date of arrival is known. */
const DAYS = sql<number | null>`greatest(0, sold_on - coalesce(sale.received_on, stay.received_on))`;

export async function readSalesAnalysis(
  db: DbOrTransaction,
  scope: ResolvedScope,
  windowDays: number,
): Promise<SalesAnalysis[]> {
  const days = await readDays(db, scope, windowDays);
  const mix = await readMix(db, scope, windowDays);
  const months = await readMonths(db, scope);
  return (['new', 'used'] as const).map((condition) => {
    const of = <Row extends { condition: Condition }>(rows: readonly Row[]) =>
      rows.filter((row) => row.condition === condition);
    const ownMonths = of(months).map(({ month, units }) => ({ month, units }));
    return {
      condition,
      withDays: of(days).reduce((sum, { units }) => sum + units, 0),
      ages: toAges(scope, condition, of(days)),
      turn: toTurn(of(days)),
      mix: toMix(of(mix)),
      months: ownMonths,
      seasons: seasonIndices(ownMonths),
    };
  });
}

/** Deals of the window with their days; the derived table takes the name of `sale`. */
function dealsWithDays({ store, asOf, filter = {} }: ResolvedScope, windowDays: number): RawBuilder<unknown> {
  return sql`select sale.condition, front_gross_cents, total_gross_cents,
           case when coalesce(sale.received_on, stay.received_on) is not null then ${DAYS} end as days
    from sale left join stock_episode stay on stay.id = sale.episode_id
    where sale.store_id = ${store.id} and ${isCountedSale} and ${passesSale(filter)}
      and sold_on between ${windowStart(asOf, windowDays)} and ${asOf}`;
}

type DayRow = {
  condition: Condition;
  days: number;
  units: number;
  frontGrossCents: number;
  withFront: number;
  totalGrossCents: number;
  withTotal: number;
};

/** Deals by whole days, a few hundred rows at most: ages, steps and quantiles are cut from the same counts. */
async function readDays(db: DbOrTransaction, scope: ResolvedScope, windowDays: number): Promise<DayRow[]> {
  const { rows } = await sql<DayRow>`
    select condition, days, count(*) as units,
           coalesce(sum(front_gross_cents), 0) as front_gross_cents, count(front_gross_cents) as with_front,
           coalesce(sum(total_gross_cents), 0) as total_gross_cents, count(total_gross_cents) as with_total
    from (${dealsWithDays(scope, windowDays)}) deals
    where days is not null group by 1, 2 order by 1, 2`.execute(db);
  return rows;
}

function toAges(
  { settings }: ResolvedScope,
  condition: Condition,
  rows: readonly DayRow[],
): SalesAnalysis['ages'] {
  const [limits, agedDays] =
    condition === 'new'
      ? [settings.ageBucketsNew, settings.agedDaysNew]
      : [settings.ageBucketsUsed, settings.agedDaysUsed];
  return toAgeBuckets(limits, agedDays, []).map(({ label, isAged, fromDays, toDays }) => {
    const inside = rows.filter(({ days }) => days >= fromDays && (toDays === null || days <= toDays));
    const sum = (of: (row: DayRow) => number) => inside.reduce((total, row) => total + of(row), 0);
    const mean = (cents: number, units: number) => (units === 0 ? null : Math.round(cents / units));
    return {
      label,
      isAged,
      units: sum(({ units }) => units),
      frontGrossPerUnitCents: mean(
        sum(({ frontGrossCents }) => frontGrossCents),
        sum(({ withFront }) => withFront),
      ),
      totalGrossPerUnitCents: mean(
        sum(({ totalGrossCents }) => totalGrossCents),
        sum(({ withTotal }) => withTotal),
      ),
    };
  });
}

export function toTurn(rows: readonly { days: number; units: number }[]): SalesAnalysis['turn'] {
  const steps = Array.from({ length: LAST_STEP_DAYS / STEP_DAYS + 1 }, (_, index) => ({
    fromDays: index * STEP_DAYS,
    units: 0,
  }));
  for (const { days, units } of rows) {
    const step = steps[Math.min(steps.length - 1, Math.floor(days / STEP_DAYS))];
    if (step) step.units += units;
  }
  const all = rows.reduce((sum, { units }) => sum + units, 0);
  const at = (share: number) => quantileOf(rows, all, share);
  const quartiles = all === 0 ? null : { p25: at(0.25), p50: at(0.5), p75: at(0.75), p90: at(0.9) };
  return { stepDays: STEP_DAYS, steps, quartiles };
}

/** The fewest days by which that share of the units had sold; rows ascending by days. */
function quantileOf(rows: readonly { days: number; units: number }[], all: number, share: number): number {
  let seen = 0;
  for (const { days, units } of rows) {
    seen += units;
    if (seen >= share * all) return days;
  }
  return rows.at(-1)?.days ?? 0;
}

type MixRow = {
  condition: Condition;
  attribute: SaleAttribute;
  value: string;
  units: number;
  unitsYearBefore: number;
};

const ATTRIBUTES: Record<SaleAttribute, RawBuilder<unknown>> = {
  model: sql`make || ' ' || model`,
  trim: sql`model || ' ' || trim`,
  body: sql`body`,
  drivetrain: sql`drivetrain`,
  exteriorColor: sql`exterior_color`,
  modelYear: sql`model_year::text`,
};

async function readMix(
  db: DbOrTransaction,
  { store, asOf, filter = {} }: ResolvedScope,
  windowDays: number,
): Promise<MixRow[]> {
  const from = windowStart(asOf, windowDays);
  const before = { from: addDays(from, -YEAR_DAYS), to: addDays(asOf, -YEAR_DAYS) };
  const { id: storeId } = store;
  const now = await countedDeals(db, { storeId, from, to: asOf, filter });
  const yearBefore = await countedDeals(db, { storeId, ...before, filter });
  const { rows } = await sql<MixRow>`
    with sold as materialized (
      select condition, build_id, sum(units) as units, sum(units_year_before) as units_year_before from (
        select condition, build_id, units, 0 as units_year_before from (${now}) now
        union all
        select condition, build_id, 0, units from (${yearBefore}) year_before
      ) deals group by 1, 2
    )
    ${sql.join(
      Object.entries(ATTRIBUTES).map(
        ([name, value]) => sql`
        select condition, ${name}::text as attribute, ${value} as value, sum(units)::int as units,
               sum(units_year_before)::int as units_year_before
        from sold join build on build.id = sold.build_id where ${value} is not null group by 1, 3`,
      ),
      sql` union all `,
    )}`.execute(db);
  return rows;
}

function toMix(rows: readonly MixRow[]): SalesAnalysis['mix'] {
  const attributes = [...new Set(rows.map(({ attribute }) => attribute))];
  return attributes.flatMap((attribute) => {
    const values = rows.filter((row) => row.attribute === attribute);
    const units = values.reduce((sum, row) => sum + row.units, 0);
    const before = values.reduce((sum, row) => sum + row.unitsYearBefore, 0);
    return values
      .filter((row) => row.units > 0)
      .sort((a, b) => b.units - a.units || a.value.localeCompare(b.value))
      .slice(0, MOST_VALUES)
      .map((row) => ({
        attribute,
        value: row.value,
        units: row.units,
        share: row.units / units,
        shareYearBefore: before === 0 ? null : row.unitsYearBefore / before,
      }));
  });
}

/** Whole months only: one under way would look like a slump. */
async function readMonths(
  db: DbOrTransaction,
  { store, asOf, filter = {} }: ResolvedScope,
): Promise<{ condition: Condition; month: string; units: number }[]> {
  const running = periodOf(asOf, 'month');
  const last = asOf === lastDay(running) ? running : addPeriods(running, -1);
  const span = { from: firstDay(addPeriods(last, 1 - MONTHS_SHOWN)), to: lastDay(last) };
  const deals = await countedDeals(db, { storeId: store.id, ...span, filter });
  const { rows } = await sql<{ condition: Condition; month: string; units: number }>`
    select condition, to_char(month, 'YYYY-MM') as month, sum(units)::int as units
    from (${deals}) deals group by 1, 2 order by 1, 2`.execute(db);
  return rows;
}
