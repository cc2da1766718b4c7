/**
 * Forecasts with what the user knows better. An adjustment multiplies the means of its series, and of all series below it,
 * from its first period to its last; several multiply each other. A series above takes the change of those below it, so that
 * levels still add up; what it was forecast beyond the sum of its parts stays in proportion. Quantiles keep their distance
 * from the mean in proportion, whole where they were whole.
 */
import type { Period } from '@shared/domain/period';
import type { QuantileMap } from '@shared/domain/quantile-levels';

export type Adjustment = { seriesId: string; firstPeriod: Period; lastPeriod: Period; factor: number };

export type AdjustablePoint = { period: Period; mean: number; quantiles: QuantileMap };
export type AdjustableForecast = {
  id: string;
  points: AdjustablePoint[];
  total: { mean: number; quantiles: QuantileMap };
};

/** `unadjustedMean` is the sum over the horizon without adjustments where they changed anything, else null. */
export type Adjusted<Forecast> = Forecast & { unadjustedMean: number | null };

/** In the order of `forecasts`, which name a tree by their ids (see seriesKey). */
export function applyAdjustments<Forecast extends AdjustableForecast>(
  forecasts: readonly Forecast[],
  adjustments: readonly Adjustment[],
): Adjusted<Forecast>[] {
  if (adjustments.length === 0) return forecasts.map((forecast) => ({ ...forecast, unadjustedMean: null }));
  const children = new Map<string, Forecast[]>();
  for (const forecast of forecasts) {
    const parent = parentIdOf(forecast.id);
    if (parent !== null) children.set(parent, [...(children.get(parent) ?? []), forecast]);
  }
  const factors = new Map<string, number[]>();
  const factorsOf = (forecast: Forecast): number[] => {
    const known = factors.get(forecast.id);
    if (known) return known;
    const below = children.get(forecast.id) ?? [];
    const found =
      below.length > 0 ? weightedFactors(forecast, below, factorsOf) : ownFactors(forecast, adjustments);
    factors.set(forecast.id, found);
    return found;
  };
  return forecasts.map((forecast) => adjustForecast(forecast, factorsOf(forecast)));
}

/** `trim:Ford|F-150|XLT` -> `model:Ford|F-150` -> `store`; used units are a tree of their own. */
export function parentIdOf(id: string): string | null {
  const used = id.startsWith('used:') ? 'used:' : '';
  const [level, name = ''] = id.slice(used.length).split(/:(.*)/s);
  const parts = name.split('|');
  if (level === 'store') return null;
  if (level === 'model') return `${used}store`;
  if (level === 'trim') return `${used}model:${parts.slice(0, 2).join('|')}`;
  return `${used}trim:${parts.slice(0, 3).join('|')}`;
}

function isAtOrBelow(id: string, ancestor: string): boolean {
  for (let at: string | null = id; at !== null; at = parentIdOf(at)) if (at === ancestor) return true;
  return false;
}

function ownFactors(forecast: AdjustableForecast, adjustments: readonly Adjustment[]): number[] {
  const applying = adjustments.filter(({ seriesId }) => isAtOrBelow(forecast.id, seriesId));
  return forecast.points.map(({ period }) =>
    applying.reduce(
      (product, { firstPeriod, lastPeriod, factor }) =>
        firstPeriod <= period && period <= lastPeriod ? product * factor : product,
      1,
    ),
  );
}

function weightedFactors<Forecast extends AdjustableForecast>(
  forecast: Forecast,
  below: readonly Forecast[],
  factorsOf: (forecast: Forecast) => number[],
): number[] {
  return forecast.points.map((_, step) => {
    let before = 0;
    let after = 0;
    for (const child of below) {
      const mean = child.points[step]?.mean ?? 0;
      before += mean;
      after += mean * (factorsOf(child)[step] ?? 1);
    }
    return before > 0 ? after / before : 1;
  });
}

function adjustForecast<Forecast extends AdjustableForecast>(
  forecast: Forecast,
  factors: readonly number[],
): Adjusted<Forecast> {
  if (factors.every((factor) => factor === 1)) return { ...forecast, unadjustedMean: null };
  const points = forecast.points.map((point, step) => scalePoint(point, factors[step] ?? 1));
  const mean = points.reduce((sum, point) => sum + point.mean, 0);
  const before = forecast.total.mean;
  const ratio = before > 0 ? mean / before : 1;
  return {
    ...forecast,
    points,
    total: { mean, quantiles: scaleQuantiles(forecast.total.quantiles, ratio) },
    unadjustedMean: before,
  };
}

function scalePoint(point: AdjustablePoint, factor: number): AdjustablePoint {
  return { ...point, mean: point.mean * factor, quantiles: scaleQuantiles(point.quantiles, factor) };
}

function scaleQuantiles(quantiles: QuantileMap, factor: number): QuantileMap {
  const isWhole = Object.values(quantiles).every(Number.isInteger);
  return Object.fromEntries(
    Object.entries(quantiles).map(([level, value]) => [
      level,
      isWhole ? Math.round(value * factor) : value * factor,
    ]),
  );
}
