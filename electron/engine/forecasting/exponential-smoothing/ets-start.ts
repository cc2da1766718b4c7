/**
 * First states of a fit, by classical decomposition as in Hyndman, Koehler, Ord & Snyder 2008, 2.6.1: seasonal
 * states from a centred moving average (a straight line, where there are fewer than three seasons), then level and
 * slope from a line through the beginning of what is left. States are those before the first value.
 */
import { average } from '../central-values';
import { centredMovingAverage } from '../seasonality';
import type { EtsForm } from './ets-form';

export type FirstStates = { level: number; slope: number; seasons: number[] };

const FEWEST_FOR_LINE = 10;
const LEAST_INDEX = 0.01;

export function firstStates(history: readonly number[], season: number, form: EtsForm): FirstStates {
  const seasons = form.season === 'N' ? [] : seasonalStates(history, season, form.season);
  const adjusted = history.map((value, t) => withoutSeason(value, seasons[t % season], form.season));
  const count = Math.min(history.length, Math.max(FEWEST_FOR_LINE, form.season === 'N' ? 0 : 2 * season));
  const beginning = adjusted.slice(0, count);
  if (form.trend === 'N') return { level: average(beginning), slope: 0, seasons };
  const { slope, intercept } = lineThrough(beginning);
  return { level: intercept - slope, slope, seasons };
}

/** Least squares over the positions 0, 1, 2 ... */
export function lineThrough(values: readonly number[]): { intercept: number; slope: number } {
  const center = (values.length - 1) / 2;
  const mean = average(values);
  let product = 0;
  let square = 0;
  values.forEach((value, position) => {
    product += (position - center) * value;
    square += (position - center) ** 2;
  });
  const slope = square > 0 ? product / square : 0;
  return { intercept: mean - slope * center, slope };
}

/** One for each position in the season: adding up to 0, or to the season's length when multiplicative. */
function seasonalStates(history: readonly number[], season: number, kind: 'A' | 'M'): number[] {
  const trend = trendOf(history, season);
  const found: number[][] = Array.from({ length: season }, () => []);
  history.forEach((value, t) => {
    const level = trend[t];
    if (level === null || level === undefined || (kind === 'M' && level <= 0)) return;
    found[t % season]?.push(kind === 'A' ? value - level : value / level);
  });
  const raw = found.map((values) => (values.length > 0 ? average(values) : kind === 'A' ? 0 : 1));
  if (kind === 'A') {
    const mean = average(raw);
    return raw.map((value) => value - mean);
  }
  const floored = raw.map((value) => Math.max(value, LEAST_INDEX));
  const mean = average(floored);
  return floored.map((value) => value / mean);
}

function trendOf(history: readonly number[], season: number): (number | null)[] {
  if (history.length >= 3 * season) return centredMovingAverage(history, season);
  const { intercept, slope } = lineThrough(history);
  return history.map((_, t) => intercept + slope * t);
}

function withoutSeason(value: number, state: number | undefined, kind: EtsForm['season']): number {
  if (kind === 'N' || state === undefined) return value;
  return kind === 'A' ? value - state : value / state;
}
