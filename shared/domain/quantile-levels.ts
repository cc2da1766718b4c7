/** The nineteen quantiles that every forecast states, 5 % to 95 %, with the keys used in replies. */
export const QUANTILE_LEVELS: readonly number[] = Array.from({ length: 19 }, (_, i) => (i + 1) / 20);

export type QuantileMap = Record<string, number>;

export function quantileKey(level: number): string {
  return level.toFixed(2);
}

/** Pairs levels with values; `values` has one entry for each of QUANTILE_LEVELS. */
export function toQuantileMap(values: readonly number[]): QuantileMap {
  return Object.fromEntries(QUANTILE_LEVELS.map((level, i) => [quantileKey(level), values[i] ?? 0]));
}
