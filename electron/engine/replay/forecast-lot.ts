/**
 * What DOSO would forecast on an ordering day: the same demand tree, models and reconciliation as the store's own
 * forecast, from the sales and the days in stock of this life of the store. Exponential smoothing by search takes
 * nine tenths of a forecast's time; a replay makes thousands, so those two models do not compete in it.
 */
import { addDays } from '@shared/domain/calendar-day';
import { periodOf } from '@shared/domain/period';
import { buildDemandTree, type DemandNode, type SalesCell } from '../forecasting/demand-tree';
import { forecastSeries } from '../forecasting/forecast-series';
import { AUTOMATIC_MODELS } from '../forecasting/models/model-catalogue';
import { type ForecastTree, reconcileForecasts } from '../forecasting/reconcile-forecasts';
import type { ForecastOptions, ModelLibraries, ModelName } from '../forecasting/types';
import type { TrimForecast } from '../planning/types';
import { dayOf } from './simulate';
import type { LotView, ReplayWorld } from './types';

const HORIZON_MONTHS = 6;
const SHARE_HALF_LIFE_MONTHS = 6;
const SEARCHING: readonly ModelName[] = ['ets', 'ets_average'];
const OPTIONS: ForecastOptions = {
  horizon: HORIZON_MONTHS,
  model: 'auto',
  models: AUTOMATIC_MODELS.filter((name) => !SEARCHING.includes(name)),
};

/** Forecasts by trim; none before a first whole month of sales. */
export function forecastLot(world: ReplayWorld, view: LotView, libraries: ModelLibraries): TrimForecast[] {
  const tree = demandTreeOf(world, view);
  if (!tree) return [];
  const root = forecastNode(tree, libraries);
  const reconciled = reconcileForecasts(root, SHARE_HALF_LIFE_MONTHS);
  return tree.children
    .flatMap((model) => model.children)
    .flatMap(({ make, model, trim, series }): TrimForecast[] => {
      const forecast = reconciled.get(series.id);
      if (!forecast || forecast.points.length === 0 || make === null || model === null) return [];
      const points = forecast.points.map(({ period, mean }) => ({ period, mean }));
      return [{ make, model, trim, points, total: forecast.total }];
    });
}

function forecastNode(node: DemandNode, libraries: ModelLibraries): ForecastTree {
  return {
    forecast: forecastSeries(node.series, OPTIONS, libraries),
    children: node.children.map((child) => forecastNode(child, libraries)),
  };
}

function demandTreeOf(world: ReplayWorld, view: LotView): DemandNode | null {
  const yesterday = addDays(dayOf(world, view.day), -1);
  const cells: SalesCell[] = [];
  const spans = view.units.map(({ build, receivedDay, soldDay }) => ({
    ...nameOf(world, build),
    from: dayOf(world, receivedDay),
    to: soldDay === null ? yesterday : dayOf(world, soldDay),
  }));
  const soldDays = view.units.flatMap(({ soldDay }) => (soldDay === null ? [] : [soldDay]));
  if (soldDays.length === 0) return null;
  for (const { build, soldDay } of view.units) {
    if (soldDay === null) continue;
    cells.push({ ...nameOf(world, build), period: periodOf(dayOf(world, soldDay), 'month'), units: 1 });
  }
  const rows = {
    cells,
    spans,
    firstSoldOn: dayOf(
      world,
      soldDays.reduce((least, day) => Math.min(least, day), view.day),
    ),
    lastSoldOn: dayOf(
      world,
      soldDays.reduce((most, day) => Math.max(most, day), 0),
    ),
  };
  return buildDemandTree(rows, 'month', yesterday, 'trim');
}

function nameOf(world: ReplayWorld, index: number) {
  const build = world.builds[index]?.build;
  return {
    make: build?.make ?? '',
    model: build?.model ?? '',
    trim: build?.trim ?? null,
    configuration: world.builds[index]?.key ?? '',
  };
}
