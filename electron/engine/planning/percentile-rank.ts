/**
 * Percentile rank within a set, 0..1: the share of values below plus half the share of equal ones (itself
 * among them), so that ties share a rank and the mean rank is always one half.
 */
export function percentileRanks(values: readonly number[]): number[] {
  const ordered = [...values].sort((a, b) => a - b);
  const places = new Map<number, { below: number; equal: number }>();
  ordered.forEach((value, index) => {
    const place = places.get(value);
    if (place) place.equal += 1;
    else places.set(value, { below: index, equal: 1 });
  });
  return values.map((value) => {
    const { below, equal } = places.get(value) ?? { below: 0, equal: 0 };
    return (below + equal / 2) / values.length;
  });
}
