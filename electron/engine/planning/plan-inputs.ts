/** Reads what a plan is made from, as of the scope's day: nothing that became known later is used. */
import { AppError } from '@shared/contract/errors';
import type { Condition } from '@shared/contract/primitives';
import { daysBetween } from '@shared/domain/calendar-day';
import { engineTexts } from '@shared/texts/engine-texts';
import { sql } from 'kysely';
import type { DbOrTransaction } from '../database/database';
import { readPlannedDemand } from '../forecasting/read-forecasts';
import { readExplorationStanding } from '../learning/read-exploration';
import { readWeightsAsOf } from '../learning/read-weights';
import type { ResolvedScope } from '../stores/resolve-scope';
import { assignConfigurations } from './assign-configurations';
import { configurationKey } from './configuration-tree';
import { makeOrderings } from './list-ordering';
import { type MarketModel, marketFactsOf } from './market-facts';
import { withOrderModelYear } from './order-model-year';
import { readAllocation } from './read-allocation';
import {
  countUnitsOnLot,
  readBuilds,
  readColorCounts,
  readInvoices,
  readLeadTimes,
  readPipeline,
  readSales,
  readStays,
} from './read-plan-rows';
import { readStoredConstraints } from './store-constraints';
import type { PlanInputs, TrimForecast } from './types';

const failures = engineTexts.planning.planFailures;

/** Shares and trends of models in the region, as the market figures define them. */
export type MarketReader = (db: DbOrTransaction, scope: ResolvedScope) => Promise<{ models: MarketModel[] }>;

type PlanSources = { inputs: PlanInputs; forecastRunId: number; weightSetId: number };

/** Throws NO_DATA when there is no monthly forecast of trims for the day. */
export async function readPlanInputs(
  db: DbOrTransaction,
  scope: ResolvedScope,
  options: PlanInputs['options'],
  readMarket: MarketReader,
): Promise<PlanSources> {
  const run = await requirePlanData(db, scope);
  const builds = await readBuilds(db, scope);
  const keys = new Map(builds.map(({ id, ...build }) => [id, configurationKey(build)]));
  const weights = await readWeightsAsOf(db, scope.store.id, scope.asOf);
  const market = await readMarket(db, scope);
  const rows = {
    builds: withOrderModelYear(builds.map(({ id: _, ...build }) => build)),
    sales: await readSales(db, scope, keys),
    stays: await readStays(db, scope, keys),
    pipeline: await readPipeline(db, scope, keys),
    invoices: await readInvoices(db, scope, keys),
  };
  return {
    forecastRunId: run,
    weightSetId: weights.weightSetId,
    inputs: {
      today: scope.asOf,
      settings: scope.settings,
      weights: weights.weights,
      tilt: weights.tilt,
      ...assignConfigurations(rows, scope.asOf),
      leadTimes: await readLeadTimes(db, scope),
      unitsOnLot: await countUnitsOnLot(db, scope),
      allocation: await readAllocation(db, scope),
      marketFacts: marketFactsOf(market.models),
      forecasts: await readDemandForecasts(db, run, 'trim'),
      colors: await readColorCounts(db, scope),
      storedConstraints: await readStoredConstraints(db, scope.store.id),
      options,
      ...orderingOf(makesOf(builds), scope),
      ...(await readExplorationInputs(db, scope)),
    },
  };
}

function makesOf(builds: readonly { make: string }[]): string[] {
  return [...new Set(builds.map(({ make }) => make))].sort();
}

function orderingOf(
  makes: readonly string[],
  scope: ResolvedScope,
): Pick<PlanInputs, 'orderingProfiles' | 'orderDates'> {
  const orderings = makeOrderings(makes, scope);
  return {
    orderingProfiles: orderings.map(({ profile }) => profile),
    orderDates: orderings.map(({ dates }) => dates),
  };
}

/** Draws need the dealer's switch and a log that shows a gain; one seed for each day, so that a plan made twice is the same. */
async function readExplorationInputs(
  db: DbOrTransaction,
  scope: ResolvedScope,
): Promise<Pick<PlanInputs, 'exploration' | 'explorationPaused'>> {
  if (!scope.settings.isExploring) return {};
  const { mayExplore, experience, note } = await readExplorationStanding(db, scope);
  if (!mayExplore) return { explorationPaused: note };
  return { exploration: { experience, seed: daysBetween('2000-01-01', scope.asOf) } };
}

/** Id of the forecast run a plan of the day rests on. Throws NO_DATA when there is none. */
export async function requirePlanData(db: DbOrTransaction, scope: ResolvedScope): Promise<number> {
  const run = await readForecastRun(db, scope, 'trim');
  if (run !== null) return run;
  throw new AppError('NO_DATA', failures.noForecast.message(scope.asOf), {
    details: { storeCode: scope.store.code, asOf: scope.asOf },
    nextStep: failures.noForecast.nextStep,
  });
}

/** The newest monthly run for exactly the scope's day that has series of `level`, one of all levels before one of that level alone. */
export async function readForecastRun(
  db: DbOrTransaction,
  { store, asOf }: ResolvedScope,
  level: 'model' | 'trim',
): Promise<number | null> {
  const { rows } = await sql<{ id: number }>`
    select id from forecast_run run
    where store_id = ${store.id} and as_of = ${asOf} and grain = 'month'
      and exists (select 1 from forecast_series where run_id = run.id and level = ${level})
    order by coalesce(options ->> 'level', 'build') = 'build' desc, id desc limit 1`.execute(db);
  return rows[0]?.id ?? null;
}

/** Series of a run that could be forecast, as adjusted by hand, with their months ascending; `trim` is null at model level. */
export async function readDemandForecasts(
  db: DbOrTransaction,
  runId: number,
  level: 'model' | 'trim',
  condition: Condition = 'new',
): Promise<TrimForecast[]> {
  const series = await readPlannedDemand(db, runId, level, condition);
  return series.flatMap(({ make, modelName, trim, points, total, unadjustedMean }): TrimForecast[] =>
    make === null || modelName === null
      ? []
      : [{ make, model: modelName, trim, points, total, unadjustedMean }],
  );
}
