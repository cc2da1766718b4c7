/** How one forecast did against what came: the definitions that the bounds of forecast-accuracy.bench.ts are stated for. */
import { naiveScale } from '@engine/forecasting/accuracy';
import { average } from '@engine/forecasting/central-values';
import type { SeriesForecast } from '@engine/forecasting/types';
import { QUANTILE_LEVELS, type QuantileMap, quantileKey } from '@shared/domain/quantile-levels';
import type { TestedSeries } from './series-files';

export type Score = {
  smape: number;
  /** Null where the seasonal naive method made no error inside the history. */
  mase: number | null;
  /** Quantile loss over 50, 55 ... 95 %, by the mean absolute change inside the history; null where that is 0. */
  upperLoss: number | null;
  /** Whether within the 90 % interval, for each period ahead. */
  inside: boolean[];
  isTotalInside: boolean;
  /** Mass of the randomised probability integral transform between 0.05 and 0.95, for each period ahead. */
  transformed: number[];
};

const SEASON = 12;

export function scoreForecast(tested: TestedSeries, { points, total }: SeriesForecast): Score {
  const { series, actual } = tested;
  const history = series.values.map((value) => value ?? 0);
  const scale = naiveScale(history, SEASON);
  const errors = actual.map((value, step) => Math.abs(value - (points[step]?.mean ?? 0)));
  const quantiles = actual.map((_, step) => points[step]?.quantiles ?? {});
  return {
    smape: average(
      actual.map((value, step) => {
        const size = Math.abs(value) + Math.abs(points[step]?.mean ?? 0);
        return size > 0 ? (200 * (errors[step] ?? 0)) / size : 0;
      }),
    ),
    mase: scale && average(errors) / scale.absolute,
    upperLoss: upperLoss(tested, (level, step) => quantiles[step]?.[quantileKey(level)] ?? 0),
    inside: actual.map((value, step) => isInside(value, quantiles[step] ?? {})),
    isTotalInside: isInside(
      actual.reduce((sum, value) => sum + value, 0),
      total.quantiles,
    ),
    transformed: actual.map((value, step) => massWithin(value, quantiles[step] ?? {})),
  };
}

/** Of any method that gives quantiles. */
export function upperLoss(
  { series, actual }: TestedSeries,
  quantileAt: (level: number, step: number) => number,
): number | null {
  const change = naiveScale(
    series.values.map((value) => value ?? 0),
    1,
  );
  const levels = QUANTILE_LEVELS.filter((level) => level > 0.499);
  const losses = actual.flatMap((value, step) =>
    levels.map((level) => {
      const distance = value - quantileAt(level, step);
      return distance >= 0 ? level * distance : (level - 1) * distance;
    }),
  );
  return change && average(losses) / change.absolute;
}

function isInside(value: number, quantiles: QuantileMap): boolean {
  return value >= (quantiles['0.05'] ?? 0) && value <= (quantiles['0.95'] ?? 0);
}

/** Probabilities are known at the nineteen levels only: between two levels the lower one is taken. */
function massWithin(value: number, quantiles: QuantileMap): number {
  const low = probabilityUpTo(value - 1, quantiles);
  const high = probabilityUpTo(value, quantiles);
  if (high <= low) return low >= 0.05 && low <= 0.95 ? 1 : 0;
  return Math.max(0, Math.min(high, 0.95) - Math.max(low, 0.05)) / (high - low);
}

function probabilityUpTo(value: number, quantiles: QuantileMap): number {
  if (value >= (quantiles['0.95'] ?? 0)) return 1;
  return QUANTILE_LEVELS.reduce(
    (most, level) => ((quantiles[quantileKey(level)] ?? 0) <= value ? level : most),
    0,
  );
}
