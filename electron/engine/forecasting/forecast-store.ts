/**
 * Forecasts a store's demand for new units: reads its series as of a day, forecasts each on worker threads, makes
 * the levels add up and saves the run. The body of the forecast job, and a step of the cycle.
 */
import { availableParallelism } from 'node:os';
import { AppError } from '@shared/contract/errors';
import type { Grain } from '@shared/domain/period';
import type { EngineContext } from '../engine-context';
import type { JobHandle } from '../jobs/job-runner';
import type { ResolvedScope } from '../stores/resolve-scope';
import { readDemandRows } from './demand-series';
import { buildDemandTree, type DemandLevel, type DemandNode } from './demand-tree';
import { AUTOMATIC_MODELS } from './models/model-catalogue';
import { type ForecastTree, reconcileForecasts } from './reconcile-forecasts';
import { type ForecastTask, runForecasts } from './run-forecasts';
import { type NodeForecast, saveForecasts } from './save-forecasts';
import type { ModelName, SeriesForecast } from './types';

export type StoreForecastOptions = {
  grain: Grain;
  horizon: number;
  model: 'auto' | ModelName;
  /** One level alone, which then need not add up to another; all levels when absent. */
  level?: DemandLevel;
};

const MOST_THREADS = 2;
/** Where a trim sells one or two a month, the slow models find nothing that the quick ones do not. */
const UPPER_MODELS: readonly ModelName[] = [...AUTOMATIC_MODELS, 'arima', 'prophet'];
/** Weekly sales of a trim are nearly all 0 or 1: its weeks come from its months. */
const DEEPEST: Record<Grain, DemandLevel> = { month: 'trim', week: 'model' };
const SHARE_HALF_LIFE: Record<Grain, number> = { month: 6, week: 26 };

/** Throws NO_DATA when there are no sales of new units, or not one complete period of them. */
export async function forecastStore(
  context: EngineContext,
  { store, asOf }: ResolvedScope,
  options: StoreForecastOptions,
  handle: JobHandle,
): Promise<{ runId: string }> {
  const startedAt = context.now().getTime();
  const { grain, horizon } = options;
  handle.report(0, 'Reading sales and days in stock');
  const rows = await readDemandRows(context.db, store.id, asOf, grain);
  const tree = rows && buildDemandTree(rows, grain, asOf, options.level ?? DEEPEST[grain]);
  if (!tree) {
    throw new AppError('NO_DATA', `${store.name} has no whole ${grain} of new-unit sales up to ${asOf}.`, {
      nextStep: 'Import a sales export that covers at least a few months.',
    });
  }
  const nodes = listNodes(tree).filter(({ level }) => options.level === undefined || level === options.level);
  const forecasts = await runForecasts(
    nodes.map((node) => toTask(node, options)),
    {
      workerDirectory: context.workerDirectory,
      threads: Math.min(MOST_THREADS, availableParallelism()),
      signal: handle.signal,
      onProgress: (done, total) => handle.report(done / (total + 1), `Forecast ${done} of ${total} series`),
    },
  );
  const pairs = pairUp(nodes, forecasts);
  const results = options.level === undefined ? reconcile(tree, pairs, SHARE_HALF_LIFE[grain]) : pairs;
  handle.signal.throwIfAborted();
  const milliseconds = context.now().getTime() - startedAt;
  const run = { storeId: store.id, asOf, grain, horizon, options, milliseconds };
  const runId = await saveForecasts(context.db, run, results);
  context.events.dataChanged('forecast');
  return { runId: String(runId) };
}

function toTask({ series, level }: DemandNode, { horizon, model }: StoreForecastOptions): ForecastTask {
  return {
    series,
    options: { horizon, model, models: level === 'trim' ? AUTOMATIC_MODELS : UPPER_MODELS },
  };
}

function pairUp(nodes: readonly DemandNode[], forecasts: readonly SeriesForecast[]): NodeForecast[] {
  return nodes.flatMap((node, index) => {
    const forecast = forecasts[index];
    return forecast ? [{ node, forecast }] : [];
  });
}

function reconcile(tree: DemandNode, pairs: readonly NodeForecast[], halfLife: number): NodeForecast[] {
  const byId = new Map(pairs.map(({ forecast }) => [forecast.id, forecast]));
  const toTree = (node: DemandNode): ForecastTree[] => {
    const forecast = byId.get(node.series.id);
    return forecast ? [{ forecast, children: node.children.flatMap(toTree) }] : [];
  };
  const [root] = toTree(tree);
  const reconciled = root ? reconcileForecasts(root, halfLife) : new Map<string, SeriesForecast>();
  return pairs.map(({ node, forecast }) => ({ node, forecast: reconciled.get(forecast.id) ?? forecast }));
}

/** The node and all below it, upper levels first. */
function listNodes(tree: DemandNode): DemandNode[] {
  const below = tree.children.flatMap(listNodes);
  return [
    tree,
    ...below.filter(({ level }) => level === 'model'),
    ...below.filter(({ level }) => level === 'trim'),
  ];
}
