/** Reads what the gaps of a store are made of: available units, pipeline, forecast or rate of sale per segment. */
import type { Gap, PlanConstraint } from '@shared/contract/plan';
import { EMPTY_BUILD } from '@shared/domain/build';
import { sql } from 'kysely';
import type { DbOrTransaction } from '../database/database';
import { isCountedSale, windowStart } from '../figures/counted-sales';
import { isOrderUnderWay } from '../figures/open-orders';
import { stockAsOf } from '../figures/stock-as-of';
import type { ResolvedScope } from '../stores/resolve-scope';
import { trimKey } from './configuration-tree';
import { isUnderLimit } from './constraints';
import { demandCurve } from './demand-curve';
import { gapsOf, type Segment } from './gaps';
import { readDemandForecasts, readForecastRun, readStoredConstraints } from './plan-inputs';

export type GapLevel = 'model' | 'trim';

/** Used units, and new ones without a forecast, go by what sold in this many days. */
const RATE_DAYS = 90;

export type GapList = { storeCode: string; asOf: string; forecastRunId: string | null; gaps: Gap[] };

export async function listGaps(db: DbOrTransaction, scope: ResolvedScope, level: GapLevel): Promise<GapList> {
  const { store, asOf, settings } = scope;
  const run = await readForecastRun(db, scope, level);
  const forecasts = run === null ? [] : await readDemandForecasts(db, run, level);
  const days = settings.targetDaysSupplyNew;
  const expected = new Map(
    forecasts.map((one) => [
      trimKey(one.make, one.model, one.trim),
      (demandCurve(one, asOf, days).cumulative[days] ?? 0) / days,
    ]),
  );
  // A minimum for a trim says nothing of a whole model, nor one for a model of each of its trims.
  const minimums = (await readStoredConstraints(db, store.id)).filter(
    (one) => one.kind === 'minimum_stock' && (one.trim !== undefined) === (level === 'trim'),
  );
  const segments = (await readSegments(db, scope, level)).map((row): Segment => {
    const forecast =
      row.condition === 'new' ? expected.get(trimKey(row.make, row.model, row.trim)) : undefined;
    return {
      condition: row.condition,
      make: row.make,
      model: row.model,
      trim: row.trim,
      available: row.available,
      pipeline: row.pipeline,
      dailyDemand: forecast ?? row.sold / RATE_DAYS,
      minimumUnits: row.condition === 'new' ? minimumOf(row, minimums) : 0,
      note: noteOn(row, forecast !== undefined),
    };
  });
  return {
    storeCode: store.code,
    asOf,
    forecastRunId: run === null ? null : String(run),
    gaps: gapsOf(segments, { new: settings.targetDaysSupplyNew, used: settings.targetDaysSupplyUsed }),
  };
}

function minimumOf({ make, model, trim }: SegmentRow, minimums: readonly PlanConstraint[]): number {
  const applying = minimums.filter((one) => isUnderLimit(one, { ...EMPTY_BUILD, make, model, trim }));
  return Math.max(0, ...applying.map((one) => one.bound ?? 0));
}

function noteOn(row: SegmentRow, hasForecast: boolean): string | null {
  if (hasForecast) return null;
  if (row.sold === 0) return `no sales in ${RATE_DAYS} days`;
  const basis = `rate of the last ${RATE_DAYS} days`;
  return row.condition === 'new' ? `no forecast: ${basis}` : basis;
}

type SegmentRow = {
  condition: 'new' | 'used';
  make: string;
  model: string;
  trim: string | null;
  available: number;
  pipeline: number;
  sold: number;
};

/** Segments that have stock, pipeline or sales. */
async function readSegments(
  db: DbOrTransaction,
  { store, asOf }: ResolvedScope,
  level: GapLevel,
): Promise<SegmentRow[]> {
  const trim = level === 'trim' ? sql`build.trim` : sql`null::text`;
  const { rows } = await sql<SegmentRow>`
    with stock as (${stockAsOf(store.id, asOf)}),
    unit as (
      select condition, build_id, 1 as available, 0 as pipeline, 0 as sold from stock where status = 'available'
      union all
      select condition, build_id, 0, 1, 0 from stock
      where not on_ground and not exists (
        select 1 from factory_order where store_id = ${store.id} and ${isOrderUnderWay(asOf)} and factory_order.vin = stock.vin)
      union all
      select 'new', build_id, 0, 1, 0 from factory_order
      where store_id = ${store.id} and ${isOrderUnderWay(asOf)}
        and not exists (select 1 from stock where on_ground and stock.vin = factory_order.vin)
      union all
      select condition, build_id, 0, 0, 1 from sale
      where store_id = ${store.id} and ${isCountedSale} and sold_on between ${windowStart(asOf, RATE_DAYS)} and ${asOf}
    )
    select condition, make, model, ${trim} as trim, sum(available) as available, sum(pipeline) as pipeline, sum(sold) as sold
    from unit join build on build.id = unit.build_id
    group by 1, 2, 3, 4 order by 1, 2, 3, 4`.execute(db);
  return rows;
}
