/**
 * What a plan expects of each trim beside what the trim's forecast says, over the same days. They answer two questions:
 * a plan asks what would sell if units stood there, and counts sales on days in stock; a forecast says what will sell,
 * days without stock and the levels above it taken into account. Units.
 */
import type { DemandOfTrim } from '@shared/contract/plan';
import type { BuildDemand } from './build-demand';
import { modelKey, trimKey } from './configuration-tree';
import { demandCurve } from './demand-curve';
import { type LeadTimes, windowOfModel } from './plan-window';
import type { ConfigurationKey, PlanInputs } from './types';

/** By `trimKey`, over the window of the trim's model. Trims whose builds have no demand are left out. */
export function demandBesideForecast(
  { forecasts, today }: Pick<PlanInputs, 'forecasts' | 'today'>,
  rows: PlanInputs['builds'],
  demand: ReadonlyMap<ConfigurationKey, BuildDemand>,
  leadTimes: LeadTimes,
): Map<string, DemandOfTrim> {
  const forecastOf = new Map(forecasts.map((one) => [trimKey(one.make, one.model, one.trim), one]));
  const trims = new Map<string, DemandOfTrim>();
  for (const { key, build } of rows) {
    const expected = demand.get(key);
    if (!expected) continue;
    const trim = trimKey(build.make, build.model, build.trim);
    const { leadDays, reviewDays } = windowOfModel(modelKey(build.make, build.model), leadTimes);
    const days = leadDays + reviewDays;
    const forecast = forecastOf.get(trim);
    const known = trims.get(trim) ?? {
      days,
      basis: expected.basis,
      planUnits: 0,
      forecastUnits: forecast ? (demandCurve(forecast, today, days).cumulative[days] ?? 0) : null,
    };
    const units = expected.cumulative[days] ?? expected.cumulative.at(-1) ?? 0;
    trims.set(trim, { ...known, planUnits: known.planUnits + units });
  }
  return trims;
}
