/**
 * A history as trend + season + remainder, by local regression (STL: Cleveland, Cleveland, McRae & Terpenning 1990).
 * The season may change slowly: each of its positions is smoothed over eleven years. Windows are those that R's
 * forecast::mstl takes for a single season, two rounds, no robustness weights.
 */
export type SeasonalDecomposition = { trend: number[]; season: number[]; remainder: number[] };

const SEASON_WINDOW = 11;
const ROUNDS = 2;

/** Needs more than two seasons of history; throws RangeError otherwise. */
export function decomposeSeason(history: readonly number[], season: number): SeasonalDecomposition {
  const length = history.length;
  if (season < 2 || length <= 2 * season) throw new RangeError('two seasons and one value are needed');
  const trendWindow = nextOdd(Math.ceil((1.5 * season) / (1 - 1.5 / SEASON_WINDOW)));
  const passWindow = nextOdd(season);
  let trend = Array<number>(length).fill(0);
  let states: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const cycle = smoothPositions(
      history.map((value, t) => value - (trend[t] ?? 0)),
      season,
    );
    const slow = smoothLocally(
      movingMeans(movingMeans(movingMeans(cycle, season), season), 3),
      passWindow,
      1,
    );
    states = slow.map((value, t) => (cycle[t + season] ?? 0) - value);
    trend = smoothLocally(
      history.map((value, t) => value - (states[t] ?? 0)),
      trendWindow,
      1,
    );
  }
  return {
    trend,
    season: states,
    remainder: history.map((value, t) => value - (states[t] ?? 0) - (trend[t] ?? 0)),
  };
}

/**
 * How much of what the trend leaves is season, 0 to 1: 1 - var(remainder) / var(season + remainder) (Wang, Smith &
 * Hyndman 2006).
 */
export function seasonalStrength({ season, remainder }: SeasonalDecomposition): number {
  const both = variance(season.map((value, t) => value + (remainder[t] ?? 0)));
  return both > 0 ? Math.min(1, Math.max(0, 1 - variance(remainder) / both)) : 0;
}

/** Each position of the season smoothed by itself, and carried on by one season at both ends. */
function smoothPositions(values: readonly number[], season: number): number[] {
  const result = Array<number>(values.length + 2 * season).fill(0);
  for (let position = 0; position < season; position++) {
    const years = values.filter((_, t) => t % season === position);
    const last = years.length - 1;
    const within = smoothLocally(years, SEASON_WINDOW, 0);
    const ends = [
      regressAt(years, -1, 0, Math.min(SEASON_WINDOW - 1, last), SEASON_WINDOW, 0),
      regressAt(years, last + 1, Math.max(0, last - SEASON_WINDOW + 1), last, SEASON_WINDOW, 0),
    ];
    [ends[0] ?? within[0] ?? 0, ...within, ends[1] ?? within[last] ?? 0].forEach((value, year) => {
      result[year * season + position] = value;
    });
  }
  return result;
}

/** Loess at every tenth of the window, drawn straight between. */
function smoothLocally(values: readonly number[], window: number, degree: 0 | 1): number[] {
  const last = values.length - 1;
  const jump = Math.max(1, Math.min(Math.ceil(window / 10), last));
  const result = [...values];
  const smoothAt = (at: number) => {
    const first = Math.max(0, Math.min(at - Math.floor((window - 1) / 2), last - window + 1));
    const until = Math.min(last, first + window - 1);
    result[at] = regressAt(values, at, first, until, window, degree) ?? values[at] ?? 0;
  };
  let before = 0;
  smoothAt(0);
  while (before < last) {
    const next = Math.min(last, before + jump);
    smoothAt(next);
    const step = ((result[next] ?? 0) - (result[before] ?? 0)) / (next - before);
    for (let between = before + 1; between < next; between++)
      result[between] = (result[before] ?? 0) + step * (between - before);
    before = next;
  }
  return result;
}

/** The local mean or line at position `at`, with tricube weights; null where no value has weight. */
function regressAt(
  values: readonly number[],
  at: number,
  first: number,
  until: number,
  window: number,
  degree: 0 | 1,
): number | null {
  const beyond = window > values.length ? Math.floor((window - values.length) / 2) : 0;
  const reach = Math.max(at - first, until - at) + beyond;
  const weights: number[] = [];
  let total = 0;
  for (let place = first; place <= until; place++) {
    const distance = Math.abs(place - at);
    const near = distance <= 0.001 * reach ? 1 : (1 - (distance / reach) ** 3) ** 3;
    const weight = distance <= 0.999 * reach ? near : 0;
    weights.push(weight);
    total += weight;
  }
  if (!(total > 0)) return null;
  let center = 0;
  let mean = 0;
  let product = 0;
  let square = 0;
  weights.forEach((weight, index) => {
    center += (weight / total) * (first + index);
    mean += (weight / total) * (values[first + index] ?? 0);
  });
  if (degree === 0) return mean;
  weights.forEach((weight, index) => {
    const offset = first + index - center;
    product += (weight / total) * offset * (values[first + index] ?? 0);
    square += (weight / total) * offset ** 2;
  });
  return Math.sqrt(square) > 0.001 * (values.length - 1) ? mean + ((at - center) * product) / square : mean;
}

function movingMeans(values: readonly number[], window: number): number[] {
  let sum = 0;
  const means: number[] = [];
  values.forEach((value, t) => {
    sum += value - (t >= window ? (values[t - window] ?? 0) : 0);
    if (t >= window - 1) means.push(sum / window);
  });
  return means;
}

function variance(values: readonly number[]): number {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1);
}

function nextOdd(value: number): number {
  return value % 2 === 0 ? value + 1 : value;
}
