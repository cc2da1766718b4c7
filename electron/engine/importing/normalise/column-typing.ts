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
  readonly day: DayFormat;
  readonly money: MoneyFormat;
};

export type TypingContext = { readonly today: string; readonly timeZone: string };

export type Typing = {
  readonly columns: readonly TypedColumn[];
  /** Columns in which every date could be read both ways. */
  readonly ambiguous: readonly string[];
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
  const typed = mapped.map(
    ({ column, field, evidence }): TypedColumn => ({
      index: column.index,
      source: column.source,
      field,
      isPersonal: column.isPersonal,
      day: { order: (evidence && orderOf(evidence)) ?? common, latestYear, timeZone: context.timeZone },
      money: decideMoneyFormat(column.source, field.type === 'money' ? valuesOf(column.index) : []),
    }),
  );
  const isDecided = mapped.some(({ evidence }) => evidence !== null && orderOf(evidence) !== undefined);
  const ambiguous = isDecided
    ? []
    : mapped.filter(({ evidence }) => (evidence?.ambiguous ?? 0) > 0).map(({ column }) => column.source);
  return { columns: typed, ambiguous };
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
