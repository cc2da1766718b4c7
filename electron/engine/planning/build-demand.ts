/** What each build is expected to sell: its trim's forecast, split by smoothed shares. */
import { daysBetween } from '@shared/domain/calendar-day';
import { modelKey, trimKey } from './configuration-tree';
import { type DemandCurve, demandCurve, flatDemandCurve } from './demand-curve';
import { type BuildShare, buildShares, splitEvidence } from './demand-split';
import { FOLLOW_UP_DAYS } from './marginal-values';
import { type LeadTimes, windowOfModel } from './plan-window';
import type { ConfigurationKey, PlanInputs } from './types';

/** A trim without a forecast: its rate of the last half year, taken as known to within its own size. */
const RECENT_RATE_DAYS = 180;
const RECENT_RATE_DISPERSION = 0.5;

type BuildRow = PlanInputs['builds'][number];

export type BuildDemand = {
  /** Running total of the whole trim; a build has `share` of it. */
  curve: DemandCurve;
  share: BuildShare;
  hasForecast: boolean;
};

/** Demand of each build in `rows`, which are all that a trim's demand is split over. */
export function demandByBuild(
  rows: readonly BuildRow[],
  inputs: PlanInputs,
  leadTimes: LeadTimes,
): Map<ConfigurationKey, BuildDemand> {
  const evidence = splitEvidence(
    rows.map((row) => row.key),
    inputs.sales,
    inputs.stays,
    inputs.today,
  );
  const trims = new Map<string, BuildRow[]>();
  for (const row of rows) {
    const key = trimKey(row.build.make, row.build.model, row.build.trim);
    const members = trims.get(key);
    if (members) members.push(row);
    else trims.set(key, [row]);
  }
  const forecasts = new Map(inputs.forecasts.map((one) => [trimKey(one.make, one.model, one.trim), one]));
  const demand = new Map<ConfigurationKey, BuildDemand>();
  for (const [key, members] of trims) {
    const { leadDays, reviewDays } = windowOfModel(modelOf(members[0]), leadTimes);
    const days = leadDays + reviewDays + FOLLOW_UP_DAYS;
    const forecast = forecasts.get(key);
    const expected = forecast
      ? demandCurve(forecast, inputs.today, days)
      : flatDemandCurve(recentRate(members, inputs), RECENT_RATE_DISPERSION, days);
    const curve = scaled(expected, inputs.demandFactor ?? 1);
    const shares = buildShares(
      members.map((row) => evidence.get(row.key) ?? { decayedUnits: 0, presence: 0 }),
    );
    members.forEach((row, index) => {
      const share = shares[index];
      if (share) demand.set(row.key, { curve, share, hasForecast: forecast !== undefined });
    });
  }
  return demand;
}

function scaled(curve: DemandCurve, factor: number): DemandCurve {
  return factor === 1 ? curve : { ...curve, cumulative: curve.cumulative.map((units) => units * factor) };
}

function modelOf(row: BuildRow | undefined): string {
  return row ? modelKey(row.build.make, row.build.model) : '';
}

/** Units a day that the members sold of late. */
function recentRate(members: readonly BuildRow[], inputs: PlanInputs): number {
  const keys = new Set(members.map((row) => row.key));
  const sold = inputs.sales.filter(
    (sale) => keys.has(sale.configuration) && daysBetween(sale.soldOn, inputs.today) < RECENT_RATE_DAYS,
  );
  return sold.length / RECENT_RATE_DAYS;
}
