/**
 * What each build is expected to sell: by what it sold on days in stock (open-demand.ts), in the season of the store.
 * Adjustments of the forecast by hand scale it, and a trim that its forecast lets run out sells what is left. Where days
 * in stock are not known it is the trim's forecast, split by smoothed shares.
 */
import { type CalendarDay, daysBetween } from '@shared/domain/calendar-day';
import { addPeriods, type Period, periodOf, periodRange } from '@shared/domain/period';
import { estimateSeason } from '../forecasting/store-season';
import { modelKey, trimKey } from './configuration-tree';
import { demandCurve, flatDemandCurve } from './demand-curve';
import { buildShares, splitEvidence } from './demand-split';
import { FOLLOW_UP_DAYS } from './marginal-values';
import { type OpenDemand, openDemand } from './open-demand';
import { openEvidence } from './open-evidence';
import { type LeadTimes, windowOfModel } from './plan-window';
import type { ConfigurationKey, PlanInputs, SoldUnit, TrimForecast } from './types';

/** A trim without a forecast: its rate of the last half year, taken as known to within its own size. */
const RECENT_RATE_DAYS = 180;
const RECENT_RATE_DISPERSION = 0.5;
/** A forecast whose last month is below this has run out. */
const RUN_OUT_UNITS = 1e-6;

type BuildRow = PlanInputs['builds'][number];

export type BuildDemand = OpenDemand & {
  basis: 'days_in_stock' | 'forecast' | 'recent_rate';
};

/** Demand of each build in `rows`, which are all that a trim's demand is split over. */
export function demandByBuild(
  rows: readonly BuildRow[],
  inputs: PlanInputs,
  leadTimes: LeadTimes,
): Map<ConfigurationKey, BuildDemand> {
  const trims = groupRows(rows, ({ build }) => trimKey(build.make, build.model, build.trim));
  const forecasts = new Map(inputs.forecasts.map((one) => [trimKey(one.make, one.model, one.trim), one]));
  const byDaysInStock = demandOnOpenDays(rows, inputs, leadTimes);
  const factor = inputs.demandFactor ?? 1;
  const demand = new Map<ConfigurationKey, BuildDemand>();
  for (const [key, members] of trims) {
    const forecast = forecasts.get(key);
    const open = byDaysInStock && !hasRunOut(forecast) ? byDaysInStock : null;
    const own = open
      ? members.flatMap((row): [ConfigurationKey, BuildDemand][] => {
          const found = open.get(row.key);
          return found
            ? [[row.key, { ...scaled(found, adjustmentOf(forecast)), basis: 'days_in_stock' }]]
            : [];
        })
      : splitForecast(members, forecast, inputs, leadTimes);
    for (const [build, expected] of own) demand.set(build, { ...expected, ...scaled(expected, factor) });
  }
  return demand;
}

function groupRows(rows: readonly BuildRow[], keyOf: (row: BuildRow) => string): Map<string, BuildRow[]> {
  const groups = new Map<string, BuildRow[]>();
  for (const row of rows) {
    const group = groups.get(keyOf(row));
    if (group) group.push(row);
    else groups.set(keyOf(row), [row]);
  }
  return groups;
}

/** Null where days in stock are not known. */
function demandOnOpenDays(
  rows: readonly BuildRow[],
  inputs: PlanInputs,
  leadTimes: LeadTimes,
): Map<ConfigurationKey, OpenDemand> | null {
  const { sales, stays, today } = inputs;
  const keys = rows.map(({ key }) => key);
  const evidence = openEvidence(keys, sales, stays, today);
  if (!evidence) return null;
  const models = groupRows(rows, ({ build }) => modelKey(build.make, build.model));
  const days = Math.max(0, ...[...models.keys()].map((model) => followedDays(model, leadTimes)));
  return openDemand({
    evidence,
    models: [...models.values()].map((members) => members.map(({ key }) => key)),
    allotted: [...models.values()].map((members) => allottedPerBuild(members, models, inputs)),
    season: seasonOf(sales, today),
    today,
    days,
  });
}

/** Units of the allocation group that names the model, spread over the builds of all models it names. */
function allottedPerBuild(
  [first]: readonly BuildRow[],
  models: ReadonlyMap<string, readonly BuildRow[]>,
  { allocation }: PlanInputs,
): number | null {
  if (!first) return null;
  const { make, model } = first.build;
  const group = allocation?.groups.find((one) => one.make === make && one.models.includes(model));
  if (!group) return null;
  const builds = group.models.reduce((sum, one) => sum + (models.get(modelKey(make, one))?.length ?? 0), 0);
  return group.units / Math.max(1, builds);
}

function followedDays(model: string, leadTimes: LeadTimes): number {
  const { leadDays, reviewDays } = windowOfModel(model, leadTimes);
  return leadDays + reviewDays + FOLLOW_UP_DAYS;
}

/** The season of the store's sales in whole months; null when there is too little to tell. */
function seasonOf(sales: readonly SoldUnit[], today: CalendarDay): number[] | null {
  const units = new Map<Period, number>();
  for (const { soldOn } of sales) {
    const month = periodOf(soldOn, 'month');
    units.set(month, (units.get(month) ?? 0) + 1);
  }
  const first = [...units.keys()].reduce<Period | null>(
    (least, one) => (least && least < one ? least : one),
    null,
  );
  const last = addPeriods(periodOf(today, 'month'), -1);
  if (first === null || first > last) return null;
  const months = periodRange(first, last);
  return estimateSeason(
    {
      start: first,
      units: months.map((month) => units.get(month) ?? 0),
      sellingDays: months.map(() => 1),
    },
    months.length,
  );
}

function hasRunOut(forecast: TrimForecast | undefined): boolean {
  const last = forecast?.points.at(-1);
  return last !== undefined && last.mean < RUN_OUT_UNITS;
}

/** By how much the user moved the forecast. */
function adjustmentOf(forecast: TrimForecast | undefined): number {
  const before = forecast?.unadjustedMean ?? null;
  return forecast && before !== null && before > 0 ? forecast.total.mean / before : 1;
}

function splitForecast(
  members: readonly BuildRow[],
  forecast: TrimForecast | undefined,
  inputs: PlanInputs,
  leadTimes: LeadTimes,
): [ConfigurationKey, BuildDemand][] {
  const keys = members.map(({ key }) => key);
  const evidence = splitEvidence(keys, inputs.sales, inputs.stays, inputs.today);
  const shares = buildShares(keys.map((key) => evidence.get(key) ?? { decayedUnits: 0, presence: 0 }));
  const [first] = members;
  const days = followedDays(first ? modelKey(first.build.make, first.build.model) : '', leadTimes);
  const curve = forecast
    ? demandCurve(forecast, inputs.today, days)
    : flatDemandCurve(recentRate(keys, inputs), RECENT_RATE_DISPERSION, days);
  return keys.map((key, index) => {
    const { share, rateDispersion } = shares[index] ?? { share: 0, rateDispersion: 1 };
    const split = scaled({ cumulative: curve.cumulative, dispersion: 0 }, share);
    return [
      key,
      {
        cumulative: split.cumulative,
        // Uncertainty of the trim's rate and of the build's share multiply as independent factors do.
        dispersion: (1 + curve.dispersion) * (1 + rateDispersion) - 1,
        basis: forecast ? 'forecast' : 'recent_rate',
      },
    ];
  });
}

function scaled(demand: OpenDemand, factor: number): OpenDemand {
  if (factor === 1) return demand;
  return { ...demand, cumulative: demand.cumulative.map((units) => units * factor) };
}

/** Units a day that the builds sold of late. */
function recentRate(keys: readonly ConfigurationKey[], inputs: PlanInputs): number {
  const sold = inputs.sales.filter(
    (sale) => keys.includes(sale.configuration) && daysBetween(sale.soldOn, inputs.today) < RECENT_RATE_DAYS,
  );
  return sold.length / RECENT_RATE_DAYS;
}
