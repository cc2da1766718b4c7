/**
 * Reads what the gaps of a store are made of: available units, pipeline, forecast or rate of sale per segment. Demand is
 * the forecast's, new and used, so that gaps say what the Forecast screen says.
 */
import type { Gap } from '@shared/contract/plan-gaps';
import type { PlanConstraint } from '@shared/contract/plan-limits';
import { EMPTY_BUILD } from '@shared/domain/build';
import { engineTexts } from '@shared/texts/engine-texts';
import { sql } from 'kysely';
import type { DbOrTransaction } from '../database/database';
import { isCountedSale, windowStart } from '../figures/counted-sales';
import { stockAsOf } from '../figures/stock-as-of';
import { daysSupply } from '../inventory/stock-rates';
import type { ResolvedScope } from '../stores/resolve-scope';
import { modelKey } from './configuration-tree';
import { isUnderLimit } from './constraints';
import { demandCurve } from './demand-curve';
import type { Economics } from './economics';
import { gapInPlan } from './gap-and-plan';
import { gapsOf, type Segment } from './gaps';
import type { KeptCandidate, KeptQuestion } from './kept-question';
import { makeOrderings } from './list-ordering';
import { readDemandForecasts, readForecastRun } from './plan-inputs';
import { leadTimesOf, windowOfModel } from './plan-window';
import { readComingUnits, readLeadTimes, readSoldWaiting } from './read-plan-rows';
import { type EconomicsByCondition, readAllEconomics } from './read-store-economics';
import { type SegmentForecast, type SegmentName, segmentForecasts, segmentKey } from './segment-forecasts';
import { readStoredConstraints } from './store-constraints';
import type { TrimForecast } from './types';

const texts = engineTexts.planning.gaps;

export type GapLevel = 'model' | 'trim';

/** Segments without a forecast go by what sold in this many days, and used trims share their model's by it. */
const RATE_DAYS = 90;

export type GapList = { storeCode: string; asOf: string; forecastRunId: string | null; gaps: Gap[] };

/** `economics` may be given by a caller that has read them. */
export async function listGaps(
  db: DbOrTransaction,
  scope: ResolvedScope,
  level: GapLevel,
  given?: EconomicsByCondition,
): Promise<GapList> {
  const { store, asOf, settings } = scope;
  const run = await readForecastRun(db, scope, level);
  const rows = await readSegments(db, scope, level);
  const forecasts = {
    new: run === null ? [] : await readDemandForecasts(db, run, level),
    usedModels: run === null ? [] : await readDemandForecasts(db, run, 'model', 'used'),
  };
  const forecastOf = segmentForecasts(forecasts, level, rows);
  const makes = [...new Set(rows.map(({ make }) => make))];
  const leadTimes = leadTimesOf({
    today: asOf,
    leadTimes: await readLeadTimes(db, scope),
    settings,
    allocation: null,
    orderDates: makeOrderings(makes, scope).map(({ dates }) => dates),
  });
  // A minimum for a trim says nothing of a whole model, nor one for a model of each of its trims.
  const minimums = (await readStoredConstraints(db, store.id)).filter(
    (one) => one.kind === 'minimum_stock' && (one.trim !== undefined) === (level === 'trim'),
  );
  const economics = given ?? (await readAllEconomics(db, scope));
  const segments = rows.map((row): Segment => {
    const { condition, make, model, trim, available, soldWaiting, arrivalsInDays } = row;
    const isNew = condition === 'new';
    const forecast = forecastOf.get(segmentKey(row));
    const leadDays = isNew ? windowOfModel(modelKey(make, model), leadTimes).leadDays : 0;
    return {
      ...{ condition, make, model, trim, available, soldWaiting, arrivalsInDays, leadDays },
      ...demandOf(row, forecast, leadDays, scope),
      minimumUnits: isNew ? minimumOf(row, minimums) : 0,
      daysSupply: daysSupply(available, row.soldForSupply, settings.daysSupplyWindowDays),
      ...worthOf(row, economics[condition]),
      basis: basisOf(row, forecast),
    };
  });
  const targets = { new: settings.targetDaysSupplyNew, used: settings.targetDaysSupplyUsed };
  const candidates = await readPlannedCandidates(db, scope);
  return {
    storeCode: store.code,
    asOf,
    forecastRunId: run === null ? null : String(run),
    gaps: gapsOf(segments, targets).map((gap) => ({
      ...gap,
      inPlan: gap.condition === 'new' && candidates ? gapInPlan(gap, candidates) : null,
    })),
  };
}

/** What the newest plan of the day chose from; null without one. */
async function readPlannedCandidates(
  db: DbOrTransaction,
  { store, asOf }: ResolvedScope,
): Promise<KeptCandidate[] | null> {
  const row = await db
    .selectFrom('planRun')
    .select('question')
    .where('storeId', '=', store.id)
    .where('asOf', '=', asOf)
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.question ? (row.question as unknown as KeptQuestion).candidates : null;
}

/** From the forecast, else at the rate of the last days. */
function demandOf(
  row: SegmentRow,
  forecast: TrimForecast | undefined,
  leadDays: number,
  { asOf, settings }: ResolvedScope,
): Pick<Segment, 'demandUntilArrival' | 'dailyDemand'> {
  if (!forecast) {
    const dailyDemand = row.sold / RATE_DAYS;
    return { dailyDemand, demandUntilArrival: dailyDemand * leadDays };
  }
  const targetDays = row.condition === 'new' ? settings.targetDaysSupplyNew : settings.targetDaysSupplyUsed;
  const { cumulative } = demandCurve(forecast, asOf, leadDays + targetDays);
  const demandUntilArrival = cumulative[leadDays] ?? 0;
  return {
    demandUntilArrival,
    dailyDemand: ((cumulative[leadDays + targetDays] ?? 0) - demandUntilArrival) / targetDays,
  };
}

/** What a unit of the segment earns and how fast it sells; a family's word counts for the gross, not for the days. */
function worthOf(
  { make, model, trim }: SegmentRow,
  { unitOf, daysToSellOf, storeGrossCents, storeDaysToSell }: Economics,
): Pick<Segment, 'grossCents' | 'medianDays' | 'isCore'> {
  const build = { ...EMPTY_BUILD, make, model, trim };
  const grossCents = unitOf(build)?.grossCents ?? null;
  const pace = daysToSellOf(build);
  const isOwn = pace !== null && !pace.isLowerBound && pace.level !== 'store';
  const medianDays = isOwn ? pace.medianDays : null;
  const isCore =
    grossCents !== null &&
    medianDays !== null &&
    storeGrossCents !== null &&
    storeDaysToSell !== null &&
    grossCents > storeGrossCents &&
    medianDays < storeDaysToSell.medianDays;
  return { grossCents, medianDays, isCore };
}

function minimumOf({ make, model, trim }: SegmentRow, minimums: readonly PlanConstraint[]): number {
  const applying = minimums.filter((one) => isUnderLimit(one, { ...EMPTY_BUILD, make, model, trim }));
  return Math.max(0, ...applying.map((one) => one.bound ?? 0));
}

function basisOf(row: SegmentRow, forecast: SegmentForecast | undefined): string | null {
  if (forecast) return forecast.basis;
  if (row.sold === 0) return texts.noSales(RATE_DAYS);
  return row.condition === 'new' ? texts.noForecast(RATE_DAYS) : texts.recentRate(RATE_DAYS);
}

type CountRow = SegmentName & {
  available: number;
  /** In the days that stand in for a forecast. */
  sold: number;
  /** In the window of the days supply. */
  soldForSupply: number;
};

type SegmentRow = CountRow & { soldWaiting: number; arrivalsInDays: number[] };

/** Segments that have stock, pipeline or sales. */
async function readSegments(
  db: DbOrTransaction,
  scope: ResolvedScope,
  level: GapLevel,
): Promise<SegmentRow[]> {
  const segments = new Map<string, SegmentRow>();
  const segmentOf = ({ condition, make, model, trim }: SegmentName) => {
    const name = { condition, make, model, trim: level === 'trim' ? trim : null };
    const known = segments.get(segmentKey(name));
    if (known) return known;
    const segment = { ...name, available: 0, soldWaiting: 0, sold: 0, soldForSupply: 0, arrivalsInDays: [] };
    segments.set(segmentKey(name), segment);
    return segment;
  };
  for (const row of await readCounts(db, scope, level)) Object.assign(segmentOf(row), row);
  for (const unit of await readSoldWaiting(db, scope)) segmentOf(unit).soldWaiting += 1;
  for (const unit of await readComingUnits(db, scope))
    segmentOf(unit).arrivalsInDays.push(unit.arrivesInDays);
  return [...segments.values()];
}

async function readCounts(
  db: DbOrTransaction,
  { store, asOf, settings }: ResolvedScope,
  level: GapLevel,
): Promise<CountRow[]> {
  const trim = level === 'trim' ? sql`build.trim` : sql`null::text`;
  const supplyWindow = settings.daysSupplyWindowDays;
  const since = windowStart(asOf, Math.max(RATE_DAYS, supplyWindow));
  const { rows } = await sql<CountRow>`
    with unit as (
      select condition, build_id, 1 as available, 0 as sold, 0 as sold_for_supply
      from (${stockAsOf(store.id, asOf)}) stock where status = 'available'
      union all
      select condition, build_id, 0, (sold_on >= ${windowStart(asOf, RATE_DAYS)})::int,
             (sold_on >= ${windowStart(asOf, supplyWindow)})::int
      from sale
      where store_id = ${store.id} and ${isCountedSale} and sold_on between ${since} and ${asOf}
    )
    select condition, make, model, ${trim} as trim, sum(available) as available, sum(sold) as sold,
           sum(sold_for_supply) as sold_for_supply
    from unit join build on build.id = unit.build_id
    group by 1, 2, 3, 4 order by 1, 2, 3, 4`.execute(db);
  return rows;
}
