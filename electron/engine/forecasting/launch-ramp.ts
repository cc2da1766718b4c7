/**
 * Forecast of a launch: a model or trim that the store has had for a few months and that goes on with nobody's history.
 *
 * The store's own past launches tell the ramp: how many units period k of a life brings, against a mean period of the next
 * half year,
 *
 *     ramp(k) = (sum of units in period k + p r(k)) / (sum of mean later periods + p)
 *
 * with p units' worth of word that a launch begins at half, for its first period is half over on the mean, and comes nearer by
 * two fifths of the rest with each period (each month of weeks): r(k) = 1 - 0.5 x 0.6^k. What level it will reach is a gamma variable, first
 * that of its siblings (what a mean model of the store, or trim of the model, sells), worth SIBLING_UNITS units, then drawn
 * by its own sales against the ramp:
 *
 *     level = (s + sum of own units) / (s / sibling level + sum of ramp over its own periods)
 *
 * The forecast of a coming period is ramp x season x level, its count negative binomial with the variance that the gamma
 * leaves: m + m^2 (1 / (s + own units) + d), where d is what a young level itself still moves. That is wide on purpose; the
 * units that come narrow it. What is only on its way sells nothing until it arrives, and its ramp begins then.
 */
import type { Grain, Period } from '@shared/domain/period';
import type { ComingUnits } from './demand-tree';
import { describeForecast } from './forecast-series';
import type { ForecastSpread, SeriesForecast } from './types';

export type LaunchRamp = {
  /** For each period of a young life; from then on 1. */
  factors: number[];
  /** Launches that it was measured on. */
  launches: number;
};

/** Periods that a launch counts as one: half a year. */
export const YOUNG_PERIODS: Record<Grain, number> = { month: 6, week: 26 };
const PRIOR_UNITS = 5;
const SIBLING_UNITS = 2;
const STILL_MOVING = 0.15;
const MONTHS_PER_PERIOD: Record<Grain, number> = { month: 1, week: 12 / 52 };

/** @param lives demand of each past launch from its first period on; those shorter than two young lives say nothing */
export function measureRamp(lives: readonly (readonly number[])[], grain: Grain): LaunchRamp {
  const young = YOUNG_PERIODS[grain];
  const grown = lives.filter((life) => life.length >= 2 * young);
  const later = grown.reduce((total, life) => total + sum(life.slice(young, 2 * young)) / young, 0);
  const factors = Array.from({ length: young }, (_, period) => {
    const units = grown.reduce((total, life) => total + (life[period] ?? 0), 0);
    const usual = 1 - 0.5 * 0.6 ** (period * MONTHS_PER_PERIOD[grain]);
    return (units + PRIOR_UNITS * usual) / (later + PRIOR_UNITS);
  });
  return { factors, launches: grown.length };
}

export type Launch = {
  /** Demand of its periods so far, without season. */
  demand: readonly number[];
  /** Units a period that siblings of the same parent sell. */
  siblingLevel: number;
  siblings: number;
  /** Factors of the season ahead, one for each period of the horizon. */
  seasonAhead: readonly number[];
  first: Period;
  /** Of what never stood or sold. */
  coming?: ComingUnits | null;
};

/** The launch's forecast in place of the one that its few periods gave. */
export function forecastLaunch(
  forecast: SeriesForecast,
  { demand, siblingLevel, siblings, seasonAhead, first, coming = null }: Launch,
  ramp: LaunchRamp,
): SeriesForecast {
  const rampAt = (period: number) => (period < 0 ? 0 : (ramp.factors[period] ?? 1));
  const begun = demand.length - (coming?.periodsUntil ?? 0);
  const units = sum(demand);
  const exposure = sum(demand.map((_, period) => rampAt(period)));
  const prior = Math.max(siblingLevel, 1e-3);
  const level = (SIBLING_UNITS + units) / (SIBLING_UNITS / prior + exposure);
  const means = seasonAhead.map((season, step) => level * season * rampAt(begun + step));
  const beyond = 1 / (SIBLING_UNITS + units) + STILL_MOVING;
  const deviationOf = (mean: number) => Math.sqrt(mean + beyond * mean ** 2);
  const spread: ForecastSpread = {
    deviations: means.map(deviationOf),
    totalDeviation: deviationOf(sum(means)),
    shape: [],
    isCount: true,
    isNonNegative: true,
  };
  const age = coming ? describeComing(coming) : `${countPeriods(demand.length)} since its launch`;
  const past =
    ramp.launches > 0
      ? `the ramp of ${ramp.launches} earlier ${ramp.launches === 1 ? 'launch' : 'launches'}`
      : 'no earlier launch to learn a ramp from';
  return {
    ...forecast,
    status: 'ok',
    model: 'launch',
    members: [],
    note: `${age}: level drawn from ${siblings} alike${coming ? '' : ` and ${Number(units.toFixed(1))} units of its own`}, ${past}`,
    ...describeForecast(first, means, spread),
    spread,
  };
}

function countPeriods(count: number): string {
  return `${count} whole ${count === 1 ? 'period' : 'periods'}`;
}

function describeComing({ units, periodsUntil }: ComingUnits): string {
  const when = periodsUntil > 0 ? `, expected after ${countPeriods(periodsUntil)}` : '';
  return `never sold or stood here, ${units} on the way${when}`;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
