/** How each mapped column's text is read: the order of day and month, decimal sign, unit. Decided once per column. */
import type { Field } from '../recognise/fields/field';
import type { MappedColumn } from '../types';
import { type DayFormat, type DayOrder, type DayOrderEvidence, weighDayOrder } from './days';
import { decideMoneyFormat, type MoneyFormat } from './money';

export type TypedColumn = {
  readonly index: number;
  readonly source: string;
  readonly field: Field;
  readonly isPersonal: boolean;
  readonly isAlternate: boolean;
  readonly day: DayFormat;
  readonly money: MoneyFormat;
  /** Distances of the column are in kilometres. */
  readonly isMetric: boolean;
  /** A value is written only on the first row of those that have it. */
  readonly isGrouped: boolean;
};

export type TypingContext = { readonly today: string; readonly timeZone: string };

export type Typing = {
  readonly columns: readonly TypedColumn[];
  /** Columns in which every date could be read both ways. */
  readonly ambiguous: readonly string[];
  /** Columns of money without a decimal point that can only be in cents. */
  readonly impliedCents: readonly string[];
};

/** Years this far ahead still belong to this century when written with two digits. */
const YEARS_AHEAD = 10;

/**
 * `valuesOf` gives a sample of a column's text. An ambiguous column follows the file's other dates, else the
 * US order, month first.
 */
export function typeColumns(
  columns: readonly MappedColumn[],
  fields: readonly Field[],
  valuesOf: (index: number) => readonly string[],
  context: TypingContext,
): Typing {
  const mapped = columns.flatMap((column) => {
    const field = fields.find(({ name }) => name === column.target);
    return field
      ? [{ column, field, evidence: field.type === 'day' ? weighDayOrder(valuesOf(column.index)) : null }]
      : [];
  });
  const common = orderOf(sumEvidence(mapped.map(({ evidence }) => evidence))) ?? 'mdy';
  const latestYear = Number(context.today.slice(0, 4)) + YEARS_AHEAD;
  const grouped = new Set(
    mapped.filter(({ column }) => isGrouped(valuesOf(column.index))).map(({ field }) => field.name),
  );
  // A gap below models while each row states its make is a model that is missing.
  if (mapped.some(({ field }) => field.name === 'make') && !grouped.has('make')) grouped.delete('model');
  const typed = mapped.map(
    ({ column, field, evidence }): TypedColumn => ({
      index: column.index,
      source: column.source,
      field,
      isPersonal: column.isPersonal,
      isAlternate: column.isAlternate === true,
      day: { order: (evidence && orderOf(evidence)) ?? common, latestYear, timeZone: context.timeZone },
      isGrouped: GROUPING.has(field.name) && grouped.has(field.name),
      isMetric: field.name === 'odometer' && isMetric(column.source, valuesOf(column.index)),
      money: decideMoneyFormat(column.source, field.type === 'money' ? valuesOf(column.index) : []),
    }),
  );
  const cents = impliedCents(typed, valuesOf);
  const isDecided = mapped.some(({ evidence }) => evidence !== null && orderOf(evidence) !== undefined);
  const ambiguous = isDecided
    ? []
    : mapped.filter(({ evidence }) => (evidence?.ambiguous ?? 0) > 0).map(({ column }) => column.source);
  return {
    columns: typed.map((column) =>
      cents.includes(column.source) ? { ...column, money: { ...column.money, isInCents: true } } : column,
    ),
    ambiguous,
    impliedCents: cents,
  };
}

/** As the column's name or most of its values say. */
function isMetric(source: string, values: readonly string[]): boolean {
  if (/\bkms?\b|kilom/i.test(source)) return true;
  const units = values.flatMap((value) => /\b(miles?|mi|kms?)\b/i.exec(value)?.[1]?.toLowerCase() ?? []);
  return units.filter((unit) => unit.startsWith('k')).length * 2 > units.length;
}

/** What reports group their rows by. */
const GROUPING: ReadonlySet<string> = new Set([
  'storeCode',
  'storeName',
  'make',
  'model',
  'region',
  'segment',
]);
const LEAST_BLANK_SHARE = 1 / 3;

/** Blanks among values of which none follows itself: in a list that states each row's value, neighbours are often alike. */
function isGrouped(values: readonly string[]): boolean {
  const filled = values.map((value) => value.trim()).filter((value) => value !== '');
  const isBlankOften = values.length - filled.length >= values.length * LEAST_BLANK_SHARE;
  const isFirstFilled = (values[0] ?? '').trim() !== '';
  return (
    isBlankOften &&
    isFirstFilled &&
    filled.length >= 2 &&
    filled.every((value, index) => value !== filled[index - 1])
  );
}

/** What no vehicle costs: whole numbers around this are cents. */
const LEAST_IMPLIED = 400_000;
/** Of a price in the same unit, no gross is a smaller part at the median. */
const LEAST_GROSS_SHARE = 0.003;
const VEHICLE_MONEY: ReadonlySet<string> = new Set(['price', 'cost', 'msrp', 'invoice', 'averagePrice']);

/** Old systems print money as whole cents: known by prices that no vehicle has, and grosses that fit those prices. */
function impliedCents(
  columns: readonly TypedColumn[],
  valuesOf: (index: number) => readonly string[],
): string[] {
  const whole = columns.flatMap(({ index, source, field, money }) => {
    if (field.type !== 'money' || money.isInCents) return [];
    const values = valuesOf(index).flatMap((value) => (/\d/.test(value) ? [value.trim()] : []));
    const isWhole = values.length > 0 && values.every((value) => /^[-(]?\d+\)?-?$/.test(value));
    const amounts = values.map((value) => Number(value.replace(/\D/g, ''))).filter((amount) => amount > 0);
    return isWhole && amounts.length > 0 ? [{ source, field, middle: medianOf(amounts) }] : [];
  });
  const prices = whole.filter(
    ({ field, middle }) => VEHICLE_MONEY.has(field.name) && middle >= LEAST_IMPLIED,
  );
  const price = Math.max(0, ...prices.map(({ middle }) => middle));
  const grosses = whole.filter(
    ({ field, middle }) => !VEHICLE_MONEY.has(field.name) && price > 0 && middle >= price * LEAST_GROSS_SHARE,
  );
  return [...prices, ...grosses].map(({ source }) => source);
}

function medianOf(values: readonly number[]): number {
  const sorted = [...values].sort((one, other) => one - other);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}

function sumEvidence(evidence: readonly (DayOrderEvidence | null)[]): DayOrderEvidence {
  return evidence.reduce<DayOrderEvidence>(
    (sum, one) => ({
      mdy: sum.mdy + (one?.mdy ?? 0),
      dmy: sum.dmy + (one?.dmy ?? 0),
      ambiguous: sum.ambiguous + (one?.ambiguous ?? 0),
    }),
    { mdy: 0, dmy: 0, ambiguous: 0 },
  );
}

function orderOf({ mdy, dmy }: DayOrderEvidence): DayOrder | undefined {
  if (mdy === dmy) return undefined;
  return mdy > dmy ? 'mdy' : 'dmy';
}
