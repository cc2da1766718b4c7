/** Averages of plain numbers; 0 for none, so that a caller with nothing to average decides before, not after. */
export function average(values: readonly number[]): number {
  return values.length > 0 ? values.reduce((sum, value) => sum + value, 0) / values.length : 0;
}

/** The middle value; the mean of the middle two when their number is even. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const upper = Math.floor(sorted.length / 2);
  const high = sorted[upper] ?? 0;
  return sorted.length % 2 === 1 ? high : (high + (sorted[upper - 1] ?? 0)) / 2;
}
