/** The list's units added up: by one attribute, by model and age, and as text for a spreadsheet. */
import type { StockFilter, StockSort, StockUnit } from '@shared/contract/inventory';
import type { AgeHeatMap, StockGroup, StockGroupRow } from '@shared/contract/inventory-analysis';
import type { Condition } from '@shared/contract/primitives';
import { type RawBuilder, sql } from 'kysely';
import type { DbOrTransaction } from '../database/database';
import { isAged } from '../figures/aged-units';
import { holdingCentsPerDay } from '../figures/holding-cost';
import type { ResolvedScope } from '../stores/resolve-scope';
import { bucketThresholds, toAgeBuckets } from './age-buckets';
import { withListedStock } from './listed-stock';

/** More groups than this are not read by anyone. */
const MOST_GROUPS = 500;

const VALUES: Record<StockGroup, RawBuilder<unknown>> = {
  model: sql`model`,
  trim: sql`trim`,
  modelYear: sql`model_year::text`,
  body: sql`body`,
  drivetrain: sql`drivetrain`,
  exteriorColor: sql`exterior_color`,
  status: sql`status`,
  location: sql`location`,
};

export async function groupStock(
  db: DbOrTransaction,
  scope: ResolvedScope,
  { filter, by }: { filter: StockFilter; by: StockGroup },
): Promise<StockGroupRow[]> {
  const isOfModel = by === 'model' || by === 'trim';
  const { rows } = await sql<StockGroupRow>`
    ${withListedStock(scope, filter)}
    select condition, ${isOfModel ? sql`make` : sql`null::text`} as make,
           ${isOfModel ? sql`model` : sql`null::text`} as model, ${VALUES[by]} as value,
           count(*) as units, coalesce(sum(cost_cents), 0) as cost_cents,
           percentile_cont(0.5) within group (order by age_days) as median_age_days,
           count(*) filter (where ${isAged(scope.settings)}) as aged_units,
           coalesce(sum(${holdingCentsPerDay(scope.settings)}) filter (where on_ground), 0) as holding_cents_per_day
    from listed group by 1, 2, 3, 4 order by units desc, make, model, value limit ${MOST_GROUPS}`.execute(db);
  return rows;
}

type HeatRow = {
  condition: Condition;
  make: string;
  model: string;
  index: number;
  units: number;
  costCents: number;
};

/** Units on the ground by model and age bucket; models with the most units first. */
export async function readHeatMap(
  db: DbOrTransaction,
  scope: ResolvedScope,
  filter: StockFilter,
): Promise<AgeHeatMap> {
  const { settings } = scope;
  const thresholds = (days: readonly number[]) =>
    sql`array[${sql.join(bucketThresholds(days).map((day) => sql`${day}::int`))}]`;
  const { rows } = await sql<HeatRow>`
    ${withListedStock(scope, filter)}
    select condition, make, model,
           width_bucket(age_days, case condition when 'new' then ${thresholds(settings.ageBucketsNew)}
                                  else ${thresholds(settings.ageBucketsUsed)} end) as index,
           count(*) as units, coalesce(sum(cost_cents), 0) as cost_cents
    from listed where on_ground group by 1, 2, 3, 4`.execute(db);
  const conditions = (['new', 'used'] as const).flatMap((condition) => {
    const ofCondition = rows.filter((row) => row.condition === condition);
    if (ofCondition.length === 0) return [];
    const [limits, agedDays] =
      condition === 'new'
        ? [settings.ageBucketsNew, settings.agedDaysNew]
        : [settings.ageBucketsUsed, settings.agedDaysUsed];
    const buckets = toAgeBuckets(limits, agedDays, []);
    return [{ condition, buckets: buckets.map(bareBucket), models: toModels(ofCondition, buckets.length) }];
  });
  return { dataDate: scope.asOf, conditions };
}

function bareBucket({ label, fromDays, toDays, isAged: aged }: ReturnType<typeof toAgeBuckets>[number]) {
  return { label, fromDays, toDays, isAged: aged };
}

function toModels(rows: readonly HeatRow[], buckets: number): AgeHeatMap['conditions'][number]['models'] {
  const models = new Map<string, AgeHeatMap['conditions'][number]['models'][number]>();
  for (const { make, model, index, units, costCents } of rows) {
    const key = `${make}\n${model}`;
    const empty = () => Array.from({ length: buckets }, () => ({ units: 0, costCents: 0 }));
    const entry = models.get(key) ?? { make, model, units: 0, cells: empty() };
    models.set(key, entry);
    entry.units += units;
    entry.cells[index] = { units, costCents };
  }
  return [...models.values()].sort(
    (a, b) => b.units - a.units || a.make.localeCompare(b.make) || a.model.localeCompare(b.model),
  );
}

/** A clipboard beyond this is a file: the export writes that. */
const MOST_COPIED = 5_000;

type Copied = { text: string; copied: number; total: number };
type CopyRequest = { filter: StockFilter; sort: StockSort; unitIds?: string[] | undefined };
type List = (page: {
  filter: StockFilter;
  sort: StockSort;
  offset: number;
  limit: number;
}) => Promise<{ total: number; units: StockUnit[] }>;

/** `list` pages through what the filter lets through, in the order on screen. */
export async function copyUnits(list: List, { filter, sort, unitIds }: CopyRequest): Promise<Copied> {
  const first = await list({ filter, sort, offset: 0, limit: MOST_COPIED });
  const { total } = first;
  let copied = first.units;
  if (unitIds) {
    const wanted = new Set(unitIds);
    copied = first.units.filter(({ id }) => wanted.has(id));
    for (let offset = MOST_COPIED; offset < total && copied.length < wanted.size; offset += MOST_COPIED) {
      const { units } = await list({ filter, sort, offset, limit: MOST_COPIED });
      copied.push(...units.filter(({ id }) => wanted.has(id)));
    }
  }
  const lines = [
    COLUMNS.map(([head]) => head),
    ...copied.map((unit) => COLUMNS.map(([, cell]) => cell(unit))),
  ];
  const text = lines.map((cells) => cells.map(writeCell).join('\t')).join('\r\n');
  return { text, copied: copied.length, total };
}

const dollars = (cents: number | null) => (cents === null ? null : cents / 100);

const COLUMNS: readonly (readonly [head: string, cell: (unit: StockUnit) => string | number | null])[] = [
  ['Stock number', (unit) => unit.stockNumber],
  ['VIN', (unit) => unit.vin],
  ['New or used', (unit) => unit.condition],
  ['Year', (unit) => unit.build.modelYear],
  ['Make', (unit) => unit.build.make],
  ['Model', (unit) => unit.build.model],
  ['Trim', (unit) => unit.build.trim],
  ['Drivetrain', (unit) => unit.build.drivetrain],
  ['Exterior', (unit) => unit.build.exteriorColor],
  ['Status', (unit) => unit.status.replace(/_/g, ' ')],
  ['In stock since', (unit) => unit.receivedOn],
  ['Age, days', (unit) => unit.ageDays],
  ['Cost, $', (unit) => dollars(unit.costCents)],
  ['Price, $', (unit) => dollars(unit.priceCents)],
  ['MSRP, $', (unit) => dollars(unit.msrpCents)],
  ['Held to date, $', (unit) => dollars(unit.holdingCostToDateCents)],
  ['Odometer, miles', (unit) => unit.odometerMiles],
  ['Place', (unit) => unit.location],
];

/** Tabs and lines end cells; a text that begins as a formula does would be run by the spreadsheet. */
function writeCell(cell: string | number | null): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return String(cell);
  const flat = cell.replace(/[\t\r\n]+/g, ' ');
  return /^[=+\-@]/.test(flat) ? `'${flat}` : flat;
}
