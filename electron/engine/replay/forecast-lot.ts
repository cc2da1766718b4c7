/**
 * What DOSO would forecast on an ordering day: the same demand tree, models and reconciliation as the store's own
 * forecast, from the sales and the days in stock of this life of the store. Exponential smoothing by search takes
 * nine tenths of a forecast's time; a replay makes thousands, so those two models do not compete in it.
 */
import { addDays } from '@shared/domain/calendar-day';
import type { DemandRows } from '../forecasting/demand-rows';
import { finishForecasts } from '../forecasting/finish-forecasts';
import { forecastSeries } from '../forecasting/forecast-series';
import { AUTOMATIC_MODELS } from '../forecasting/models/model-catalogue';
import { listNodes, prepareDemand } from '../forecasting/prepare-demand';
import type { ForecastOptions, ModelLibraries, ModelName } from '../forecasting/types';
import type { TrimForecast } from '../planning/types';
import { dayOf } from './simulate';
import type { LotView, ReplayWorld } from './types';

const HORIZON_MONTHS = 6;
const SEARCHING: readonly ModelName[] = ['ets', 'ets_average'];
const OPTIONS: ForecastOptions = {
  horizon: HORIZON_MONTHS,
  model: 'auto',
  models: AUTOMATIC_MODELS.filter((name) => !SEARCHING.includes(name)),
};

/** Forecasts by trim; none before a first whole month of sales. */
export function forecastLot(world: ReplayWorld, view: LotView, libraries: ModelLibraries): TrimForecast[] {
  const rows = demandRowsOf(world, view);
  const asOf = addDays(dayOf(world, view.day), -1);
  const request = { grain: 'month', horizon: HORIZON_MONTHS, asOf, deepest: 'trim' } as const;
  const prepared = rows && prepareDemand(rows, request);
  if (!prepared) return [];
  const fitted = new Map(
    listNodes(prepared.root).map(({ series }) => [series.id, forecastSeries(series, OPTIONS, libraries)]),
  );
  const finished = finishForecasts({ prepared, fitted, ended: [], successions: [], isOneLevel: false });
  return finished.flatMap(({ node, forecast }): TrimForecast[] => {
    const { make, model, trim = null } = node.of;
    if (node.level !== 'trim' || make === undefined || model === undefined) return [];
    if (forecast.points.length === 0) return [];
    const points = forecast.points.map(({ period, mean }) => ({ period, mean }));
    return [{ make, model, trim, points, total: forecast.total }];
  });
}

/** Null before the first sale. */
function demandRowsOf(world: ReplayWorld, view: LotView): DemandRows | null {
  const yesterday = addDays(dayOf(world, view.day), -1);
  const soldDays = view.units.flatMap(({ soldDay }) => (soldDay === null ? [] : [soldDay]));
  if (soldDays.length === 0) return null;
  const spans = view.units.map(({ build, receivedDay, soldDay }) => ({
    ...nameOf(world, build),
    from: dayOf(world, receivedDay),
    to: soldDay === null ? yesterday : dayOf(world, soldDay),
  }));
  const sales = view.units.flatMap(({ build, soldDay }) =>
    soldDay === null ? [] : [{ ...nameOf(world, build), soldOn: dayOf(world, soldDay), units: 1 }],
  );
  const least = soldDays.reduce((first, day) => Math.min(first, day), view.day);
  const most = soldDays.reduce((last, day) => Math.max(last, day), 0);
  return { sales, spans, firstSoldOn: dayOf(world, least), lastSoldOn: dayOf(world, most) };
}

function nameOf(world: ReplayWorld, index: number) {
  const build = world.builds[index]?.build;
  return {
    make: build?.make ?? '',
    model: build?.model ?? '',
    trim: build?.trim ?? null,
    body: build?.body ?? null,
    drivetrain: build?.drivetrain ?? null,
    engine: build?.engine ?? null,
    package: build?.package ?? null,
  };
}
