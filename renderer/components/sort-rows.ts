/** Sorts by a value; missing values stay last in either direction, equals keep their order. */
import { LOCALE } from '@shared/texts/locale';

export type SortValue = string | number | null;

export function sortRows<Row>(
  rows: readonly Row[],
  by: (row: Row) => SortValue,
  direction: 'asc' | 'desc',
): Row[] {
  const sign = direction === 'asc' ? 1 : -1;
  return [...rows].sort((left, right) => {
    const a = by(left);
    const b = by(right);
    if (a === null || b === null) return Number(a === null) - Number(b === null);
    if (typeof a === 'number' && typeof b === 'number') return sign * (a - b);
    return sign * String(a).localeCompare(String(b), LOCALE, { numeric: true });
  });
}
