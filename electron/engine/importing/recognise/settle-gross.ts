/**
 * Which gross is which, told by arithmetic: a column named only "Gross" is the front gross where it and the back gross add
 * up to a third column, the total, or where it is the price less the cost while a back gross stands beside it.
 */
import { parseMoney } from '../normalise/money';
import type { ColumnSample } from './map-columns';

export type GrossQuestion = {
  readonly columns: readonly ColumnSample[];
  readonly isFree: (column: number) => boolean;
  readonly columnOf: (field: string) => number | undefined;
};

export type GrossAnswer = { readonly front: number; readonly total: number | undefined };

const FORMAT = { hasDecimalComma: false, isInCents: false };
const LEAST_SHARE = 0.9;

/** Undefined when nothing has to be settled, or nothing fits. */
export function settleGross({ columns, isFree, columnOf }: GrossQuestion): GrossAnswer | undefined {
  const gross = columnOf('grossProfit') ?? columnOf('totalGross');
  const back = columnOf('backGross');
  if (gross === undefined || back === undefined || columnOf('frontGross') !== undefined) return undefined;
  const amounts = (column: number) => (columns[column]?.values ?? []).map(amountOf);
  const sum = combine(amounts(gross), amounts(back), 1);
  const totals = [columnOf('totalGross'), ...columns.map((_, index) => index).filter(isFree)];
  const total = totals.find(
    (column) => column !== undefined && column !== gross && fits(amounts(column), sum),
  );
  if (total !== undefined) return { front: gross, total };
  const price = columnOf('price');
  const cost = columnOf('cost');
  if (price === undefined || cost === undefined) return undefined;
  return fits(amounts(gross), combine(amounts(price), amounts(cost), -1)) &&
    !fits(
      amounts(back),
      amounts(back).map(() => 0),
    )
    ? { front: gross, total: undefined }
    : undefined;
}

type Amount = number | null;

function amountOf(text: string): Amount {
  const value = text.trim();
  return /\d/.test(value) ? (parseMoney(value, FORMAT) ?? null) : null;
}

function combine(one: readonly Amount[], other: readonly Amount[], sign: 1 | -1): Amount[] {
  return one.map((amount, row) => (amount === null ? null : amount + sign * (other[row] ?? 0)));
}

function fits(found: readonly Amount[], expected: readonly Amount[]): boolean {
  const pairs = found.flatMap((amount, row) => {
    const wanted = expected[row] ?? null;
    return amount === null || wanted === null ? [] : [Math.abs(amount - wanted) <= 100];
  });
  return pairs.length > 0 && pairs.filter(Boolean).length >= pairs.length * LEAST_SHARE;
}
