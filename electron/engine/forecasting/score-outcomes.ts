/**
 * Earlier forecasts against demand since: one score for each period that is over, and their summary by level. The
 * definitions are those of the back-test (see ForecastAccuracy), so that the two stand side by side.
 */
import type { AccuracySummary } from '@shared/contract/forecast-accuracy';
import { type Period, periodOrdinal } from '@shared/domain/period';
import { QUANTILE_LEVELS, type QuantileMap } from '@shared/domain/quantile-levels';
import { naiveScale, pinballLoss } from './accuracy';
import { average } from './central-values';
import { seasonOf } from './prepare-series';

export type PastForecast = {
  seriesId: number;
  /** Period after the forecast's history. */
  firstPeriod: Period;
  grain: 'month' | 'week';
  period: Period;
  mean: number;
  adjustedMean: number | null;
  quantiles: QuantileMap;
  /** Demand as known when the forecast was made, ending before `firstPeriod`. */
  history: readonly (number | null)[];
};

export type Outcome = {
  seriesId: number;
  period: Period;
  stepsAhead: number;
  actual: number;
  mean: number;
  adjustedMean: number | null;
  /** Units of the same period a year before the forecast; null with a shorter history. */
  naive: number | null;
  /** Mean absolute error of that method inside the history. */
  naiveScale: number | null;
  /** Its mean squared error. */
  naiveSquare: number | null;
  pinball: number;
  naivePinball: number | null;
  within80: boolean;
  within90: boolean;
};

export function scoreOutcome(forecast: PastForecast, actual: number): Outcome {
  const { seriesId, period, mean, adjustedMean, quantiles, history, grain } = forecast;
  const season = seasonOf(grain);
  const known = history.map((units) => units ?? 0);
  const step = periodOrdinal(period) - periodOrdinal(forecast.firstPeriod);
  const naive = naiveOf(history, step, season);
  const scale = naiveScale(known, season);
  const levels = Object.entries(quantiles)
    .sort(([a], [b]) => Number(a) - Number(b))
    .map(([, value]) => value);
  return {
    seriesId,
    period,
    stepsAhead: step + 1,
    actual,
    mean,
    adjustedMean,
    naive,
    naiveScale: scale?.absolute ?? null,
    naiveSquare: scale?.squared ?? null,
    pinball:
      levels.length === QUANTILE_LEVELS.length ? pinballLoss(actual, levels) : Math.abs(actual - mean) / 2,
    naivePinball: naive === null ? null : naivePinball(known, season, naive, actual),
    within80: isWithin(actual, quantiles['0.10'], quantiles['0.90']),
    within90: isWithin(actual, quantiles['0.05'], quantiles['0.95']),
  };
}

function naiveOf(history: readonly (number | null)[], step: number, season: number): number | null {
  const back = season - (step % season);
  return history[history.length - back] ?? null;
}

/** Last year's figure with the spread of its own errors inside the history. */
function naivePinball(history: readonly number[], season: number, naive: number, actual: number): number {
  const changes = history
    .slice(season)
    .map((value, index) => value - (history[index] ?? 0))
    .sort((a, b) => a - b);
  const quantiles = QUANTILE_LEVELS.map((level) => {
    const change = changes[Math.min(changes.length - 1, Math.floor(level * changes.length))] ?? 0;
    return Math.max(0, naive + change);
  });
  return pinballLoss(actual, quantiles);
}

function isWithin(actual: number, low: number | undefined, high: number | undefined): boolean {
  return low !== undefined && high !== undefined && actual >= low - 1e-9 && actual <= high + 1e-9;
}

/** Means over all outcomes; MASE and its naive twin over those whose history tells the scale. */
export function summariseOutcomes(outcomes: readonly Outcome[]): AccuracySummary {
  const scaled = outcomes.flatMap(({ actual, mean, naive, naiveScale: scale }) =>
    scale === null || scale === 0 || naive === null
      ? []
      : [{ own: Math.abs(actual - mean) / scale, naive: Math.abs(actual - naive) / scale }],
  );
  const both = outcomes.flatMap(({ pinball, naivePinball: naive }) =>
    naive === null ? [] : [{ pinball, naive }],
  );
  const sold = outcomes.reduce((sum, { actual }) => sum + actual, 0);
  const surplus = outcomes.reduce((sum, { actual, mean }) => sum + mean - actual, 0);
  return {
    series: new Set(outcomes.map(({ seriesId }) => seriesId)).size,
    tests: outcomes.length,
    mase: meanOf(scaled.map(({ own }) => own)),
    rmsse: rootOf(
      meanOf(
        outcomes.flatMap(({ actual, mean, naiveSquare }) =>
          naiveSquare ? [(actual - mean) ** 2 / naiveSquare] : [],
        ),
      ),
    ),
    bias: sold > 0 ? surplus / sold : null,
    pinball: meanOf(outcomes.map(({ pinball }) => pinball)),
    coverage80: meanOf(outcomes.map(({ within80 }) => (within80 ? 1 : 0))),
    coverage90: meanOf(outcomes.map(({ within90 }) => (within90 ? 1 : 0))),
    naiveMase: meanOf(scaled.map(({ naive }) => naive)),
    naivePinball: meanOf(both.map(({ naive }) => naive)),
  };
}

/** Where adjustments were in force: the mean absolute error with and without them. */
export function compareAdjusted(
  outcomes: readonly Pick<Outcome, 'actual' | 'mean' | 'adjustedMean'>[],
): { tests: number; modelError: number; adjustedError: number } | null {
  const adjusted = outcomes.flatMap(({ actual, mean, adjustedMean }) =>
    adjustedMean === null
      ? []
      : [{ model: Math.abs(actual - mean), adjusted: Math.abs(actual - adjustedMean) }],
  );
  if (adjusted.length === 0) return null;
  return {
    tests: adjusted.length,
    modelError: average(adjusted.map(({ model }) => model)),
    adjustedError: average(adjusted.map(({ adjusted: error }) => error)),
  };
}

function meanOf(values: readonly number[]): number | null {
  return values.length > 0 ? average(values) : null;
}

function rootOf(square: number | null): number | null {
  return square === null ? null : Math.sqrt(square);
}
