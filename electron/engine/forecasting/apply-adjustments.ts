/**
 * Forecasts with what the user knows better. An adjustment changes the means of its series from its first period to its
 * last, by a factor or by units a period; adjustments work one after another in the order given. Series below change in
 * proportion (equal parts where nothing was expected), and those above take the change, so that levels still add up; what
 * one was forecast beyond the sum of its parts stays in proportion. Quantiles go with a factor in proportion to the mean,
 * and with units by as many, for those are sales that the user is sure of; whole where they were whole, never below 0.
 */
import type { Period } from '@shared/domain/period';
import type { QuantileMap } from '@shared/domain/quantile-levels';

/** Exactly one of `factor` and `units` is not null; `units` are added in each period. */
export type Adjustment = {
  seriesId: string;
  firstPeriod: Period;
  lastPeriod: Period;
  factor: number | null;
  units: number | null;
};

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
  let current: readonly Forecast[] = forecasts;
  for (const adjustment of adjustments) current = applyOne(current, adjustment);
  return current.map((forecast, index) => {
    const before = forecasts[index] ?? forecast;
    return { ...forecast, unadjustedMean: forecast === before ? null : before.total.mean };
  });
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

/** Units a period below which nothing was expected: proportions of such numbers are lost to rounding. */
const NOTHING_EXPECTED = 1e-9;

type Children = ReadonlyMap<string, readonly AdjustableForecast[]>;

function applyOne<Forecast extends AdjustableForecast>(
  forecasts: readonly Forecast[],
  adjustment: Adjustment,
): Forecast[] {
  const children = groupByParent(forecasts);
  const means = new Map<string, number[]>();
  for (const forecast of forecasts) {
    const isTop = forecast.id === adjustment.seriesId;
    // A run of one level may lack the series itself: a factor holds for what is below it all the same.
    const isBelow = adjustment.factor !== null && isAtOrBelow(forecast.id, adjustment.seriesId);
    if (isTop || (isBelow && !means.has(forecast.id)))
      shareDownward(forecast, adjustOwn(forecast, adjustment), children, means);
  }
  addUpward(forecasts, children, means);
  const isShifted = adjustment.units !== null;
  return forecasts.map((forecast) => {
    const own = means.get(forecast.id);
    return own ? withMeans(forecast, own, isShifted) : forecast;
  });
}

function groupByParent(forecasts: readonly AdjustableForecast[]): Children {
  const children = new Map<string, AdjustableForecast[]>();
  for (const forecast of forecasts) {
    const parent = parentIdOf(forecast.id);
    if (parent !== null) children.set(parent, [...(children.get(parent) ?? []), forecast]);
  }
  return children;
}

function isAtOrBelow(id: string, ancestor: string): boolean {
  for (let at: string | null = id; at !== null; at = parentIdOf(at)) if (at === ancestor) return true;
  return false;
}

function adjustOwn(
  { points }: AdjustableForecast,
  { firstPeriod, lastPeriod, factor, units }: Adjustment,
): number[] {
  return points.map(({ period, mean }) =>
    firstPeriod <= period && period <= lastPeriod ? Math.max(0, mean * (factor ?? 1) + (units ?? 0)) : mean,
  );
}

function shareDownward(
  forecast: AdjustableForecast,
  own: number[],
  children: Children,
  means: Map<string, number[]>,
): void {
  means.set(forecast.id, own);
  const below = children.get(forecast.id) ?? [];
  for (const child of below) {
    const shared = child.points.map(({ mean }, step) => {
      const before = forecast.points[step]?.mean ?? 0;
      return before > NOTHING_EXPECTED ? (mean * (own[step] ?? 0)) / before : (own[step] ?? 0) / below.length;
    });
    shareDownward(child, shared, children, means);
  }
}

/** What was changed below a series that was not itself. */
function addUpward(
  forecasts: readonly AdjustableForecast[],
  children: Children,
  means: Map<string, number[]>,
): void {
  const byId = new Map(forecasts.map((forecast) => [forecast.id, forecast]));
  const waiting = [...means.keys()];
  for (let id = waiting.shift(); id !== undefined; id = waiting.shift()) {
    const parent = byId.get(parentIdOf(id) ?? '');
    if (!parent || means.has(parent.id)) continue;
    const below = children.get(parent.id) ?? [];
    const added = parent.points.map(({ mean }, step) => {
      const before = below.reduce((sum, child) => sum + (child.points[step]?.mean ?? 0), 0);
      const after = below.reduce(
        (sum, child) => sum + (means.get(child.id)?.[step] ?? child.points[step]?.mean ?? 0),
        0,
      );
      return before > NOTHING_EXPECTED ? (mean * after) / before : mean + after;
    });
    means.set(parent.id, added);
    waiting.push(parent.id);
  }
}

function withMeans<Forecast extends AdjustableForecast>(
  forecast: Forecast,
  means: readonly number[],
  isShifted: boolean,
): Forecast {
  if (forecast.points.every(({ mean }, step) => mean === means[step])) return forecast;
  const points = forecast.points.map((point, step) => {
    const mean = means[step] ?? point.mean;
    return { ...point, mean, quantiles: moveQuantiles(point.quantiles, point.mean, mean, isShifted) };
  });
  const mean = points.reduce((sum, point) => sum + point.mean, 0);
  const { total } = forecast;
  return {
    ...forecast,
    points,
    total: { mean, quantiles: moveQuantiles(total.quantiles, total.mean, mean, isShifted) },
  };
}

function moveQuantiles(
  quantiles: QuantileMap,
  before: number,
  after: number,
  isShifted: boolean,
): QuantileMap {
  const isWhole = Object.values(quantiles).every(Number.isInteger);
  const move = (value: number) =>
    isShifted || before <= NOTHING_EXPECTED ? Math.max(0, value + after - before) : (value * after) / before;
  return Object.fromEntries(
    Object.entries(quantiles).map(([level, value]) => [
      level,
      isWhole ? Math.round(move(value)) : move(value),
    ]),
  );
}
