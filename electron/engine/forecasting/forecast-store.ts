/**
 * Forecasts a store's demand: reads its series as of a day, fits each on worker threads, makes the levels add up and saves
 * the run. New units down to builds; used units by model, for what to buy. The body of the forecast job, and a step
 * of the cycle.
 */
import { AppError } from '@shared/contract/errors';
import type { Condition } from '@shared/contract/primitives';
import type { Grain } from '@shared/domain/period';
import type { EngineContext } from '../engine-context';
import type { JobHandle } from '../jobs/job-runner';
import type { ResolvedScope } from '../stores/resolve-scope';
import { applySuccessions } from './apply-successions';
import type { DemandLevel, DemandRows } from './demand-rows';
import { readDemandRows } from './demand-series';
import type { DemandNode } from './demand-tree';
import { type FinishRequest, finishForecasts } from './finish-forecasts';
import { fitSeries } from './fit-series';
import { AUTOMATIC_MODELS } from './models/model-catalogue';
import { listNodes, type PreparedDemand, prepareDemand } from './prepare-demand';
import { readComing } from './read-coming';
import { readTrimLives } from './read-trim-lives';
import type { ForecastTask } from './run-forecasts';
import { type SavedForecast, saveForecasts } from './save-forecasts';
import { endedTrims, findSuccessions, type Succession } from './trim-lives';
import { readSuccessionDecisions } from './trim-successions';
import type { ModelName } from './types';

export type StoreForecastOptions = {
  grain: Grain;
  horizon: number;
  model: 'auto' | ModelName;
  /** One level alone, which then need not add up to another; all levels when absent, and for builds, which need them. */
  level?: DemandLevel;
};

/** Where a trim sells one or two a month, the slow models find nothing that the quick ones do not. */
const UPPER_MODELS: readonly ModelName[] = [...AUTOMATIC_MODELS, 'arima', 'prophet'];
/** A store buys many used models once or twice: the plain ones do. */
const USED_MODELS: readonly ModelName[] = ['mean', 'recent_rate', 'tsb', 'theta', 'damped_trend'];
/** Weekly sales of a trim are nearly all 0 or 1: it takes its share of its model's. */
const FITTED: Record<Grain, readonly DemandLevel[]> = {
  month: ['store', 'model', 'trim'],
  week: ['store', 'model'],
};
export const USED_PREFIX = 'used:';

type Demand = {
  condition: Condition;
  prepared: PreparedDemand;
  tasks: { id: string; task: ForecastTask }[];
} & Pick<FinishRequest, 'ended' | 'successions'>;

/** Throws NO_DATA when there are no sales of new units, or not one complete period of them. */
export async function forecastStore(
  context: EngineContext,
  scope: ResolvedScope,
  options: StoreForecastOptions,
  handle: JobHandle,
): Promise<{ runId: string }> {
  const startedAt = context.now().getTime();
  const { store, asOf } = scope;
  const { grain, horizon } = options;
  handle.report(0, 'Reading sales and days in stock');
  const isOneLevel = options.level !== undefined && FITTED[grain].includes(options.level);
  const demands = [
    await readNewDemand(context, scope, options),
    ...(isOneLevel ? [] : await readUsedDemand(context, scope, options)),
  ];
  const tasks = demands.flatMap((demand) => demand.tasks);
  const { forecasts, cost } = await fitSeries(
    context,
    store.id,
    tasks.map(({ task }) => task),
    handle,
  );
  handle.report(null, 'Making the levels add up');
  const fitted = new Map(forecasts.map((forecast) => [forecast.id, forecast]));
  const saved = demands.flatMap((demand): SavedForecast[] =>
    finishForecasts({ ...demand, fitted, isOneLevel }).map((one) => ({
      ...one,
      condition: demand.condition,
    })),
  );
  handle.signal.throwIfAborted();
  const milliseconds = context.now().getTime() - startedAt;
  const details = { ...cost, seasons: demands.map(({ prepared }) => prepared.decisions) };
  const run = { storeId: store.id, asOf, grain, horizon, options, milliseconds, details };
  const runId = await saveForecasts(context.db, run, saved);
  context.events.dataChanged('forecast');
  return { runId: String(runId) };
}

async function readNewDemand(
  { db }: EngineContext,
  { store, asOf }: ResolvedScope,
  options: StoreForecastOptions,
): Promise<Demand> {
  const { grain, horizon, level } = options;
  const rows = await readDemandRows(db, { storeId: store.id, condition: 'new', asOf });
  const lives = await readTrimLives(db, store.id, asOf);
  const successions = rows
    ? findSuccessions(lives, rows.firstSoldOn, asOf, await readSuccessionDecisions(db, store.id))
    : [];
  // A level that is not fitted needs those above it.
  const only = level !== undefined && FITTED[grain].includes(level) ? level : undefined;
  const deepest = only ?? 'build';
  const coming = await readComing(db, store.id, asOf);
  const prepared =
    rows &&
    prepareDemand(applySuccessions({ ...rows, coming }, successions), { grain, horizon, asOf, deepest });
  if (!prepared) {
    throw new AppError('NO_DATA', `${store.name} has no whole ${grain} of new-unit sales up to ${asOf}.`, {
      nextStep: 'Import a sales export that covers at least a few months.',
    });
  }
  const tasks = listNodes(prepared.root)
    .filter((node) => (only === undefined ? FITTED[grain].includes(node.level) : node.level === only))
    .map((node) => toTask(node, options, node.level === 'trim' ? AUTOMATIC_MODELS : UPPER_MODELS));
  return { condition: 'new', prepared, tasks, ended: endedTrims(lives, asOf), successions };
}

/** None where no used unit was sold, or the grain is too fine for them. */
async function readUsedDemand(
  { db }: EngineContext,
  { store, asOf }: ResolvedScope,
  options: StoreForecastOptions,
): Promise<Demand[]> {
  const { grain, horizon } = options;
  const rows: DemandRows | null =
    grain === 'month' ? await readDemandRows(db, { storeId: store.id, condition: 'used', asOf }) : null;
  const prepared =
    rows && prepareDemand(rows, { grain, horizon, asOf, deepest: 'model', idPrefix: USED_PREFIX });
  if (!prepared) return [];
  const tasks = listNodes(prepared.root).map((node) =>
    toTask(node, options, node.level === 'store' ? AUTOMATIC_MODELS : USED_MODELS),
  );
  const successions: Succession[] = [];
  return [{ condition: 'used', prepared, tasks, ended: [], successions }];
}

function toTask(
  { series }: DemandNode,
  { horizon, model }: StoreForecastOptions,
  models: readonly ModelName[],
): { id: string; task: ForecastTask } {
  return { id: series.id, task: { series, options: { horizon, model, models } } };
}
