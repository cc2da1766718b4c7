/**
 * Adds up the money of a file's records and compares it with what the file itself says in its totals row, and the number
 * of records with what it says it lists. A file has one grand total, or a total for each section; sections must add up.
 * Quotes, rejected and repeated rows count, for the file's own total has them.
 */

import type { ColumnTotal } from '@shared/contract/import-accounting';
import type { Cents } from '@shared/domain/money';
import { engineTexts } from '@shared/texts/engine-texts';
import type { Problem, RawRow } from '../types';
import type { TypedColumn } from './column-typing';
import { isGrandTotal, isSubtotal, statedCount } from './ignored-rows';
import { parseMoney } from './money';

const words = engineTexts.importing.rows;

export type CheckedTotals = {
  readonly totalsLine: number | null;
  readonly columns: readonly ColumnTotal[];
  readonly statedRows: number | null;
  readonly areRowsAgreed: boolean | null;
  readonly problems: readonly Problem[];
};

/** What became of a row, as far as totals care. */
type Fate =
  | { readonly type: 'accepted' | 'rejected' }
  | { readonly type: 'ignored'; readonly reason: string };

type StatedTotal = {
  readonly line: number;
  readonly isGrand: boolean;
  readonly cells: readonly (Cents | null)[];
};

const NOT_RECORDS: ReadonlySet<string> = new Set([
  words.ignored.footer,
  words.ignored.repeatedHeader,
  words.ignored.heading,
]);
/** A total without cents was rounded. */
const ROUNDING_CENTS = 100;

export class FileTotals {
  private readonly columns: readonly TypedColumn[];
  private readonly sums: number[];
  private readonly rejected: number[];
  private readonly stated: StatedTotal[] = [];
  private readonly counts: { line: number; rows: number }[] = [];
  private records = 0;

  constructor(columns: readonly TypedColumn[]) {
    this.columns = columns.filter(({ field }) => field.type === 'money');
    this.sums = this.columns.map(() => 0);
    this.rejected = this.columns.map(() => 0);
  }

  add(row: RawRow, fate: Fate): void {
    if (fate.type === 'ignored' && fate.reason === words.ignored.total) this.addTotal(row);
    else if (fate.type === 'ignored' && NOT_RECORDS.has(fate.reason)) this.addCount(row);
    else this.addRecord(row, fate.type === 'rejected');
  }

  private addRecord(row: RawRow, isRejected: boolean): void {
    this.records += 1;
    for (let at = 0; at < this.columns.length; at++) {
      const cents = this.cents(row, at);
      if (cents === null) continue;
      this.sums[at] = (this.sums[at] ?? 0) + cents;
      if (isRejected) this.rejected[at] = (this.rejected[at] ?? 0) + cents;
    }
  }

  result(): CheckedTotals {
    const chosen = this.chooseTotals();
    const columns = this.columns.map((column, at): ColumnTotal => {
      const totalCents = this.sums[at] ?? 0;
      const stated = statedOf(chosen, at);
      const isAgreed = stated === null ? null : agrees(stated, totalCents);
      return {
        column: column.source,
        target: column.field.name,
        totalCents,
        rejectedCents: this.rejected[at] ?? 0,
        statedCents: stated,
        isAgreed,
      };
    });
    const totalsLine = chosen.at(-1)?.line ?? null;
    const { statedRows, areRowsAgreed, line } = this.checkCount();
    const problems = [
      ...columns
        .filter(({ isAgreed }) => isAgreed === false)
        .map((column) => moneyProblem(column, totalsLine)),
      ...(areRowsAgreed === false && statedRows !== null
        ? [countProblem(statedRows, this.records, line)]
        : []),
    ];
    return { totalsLine, columns, statedRows, areRowsAgreed, problems };
  }

  private addTotal(row: RawRow): void {
    this.addCount(row);
    if (isSubtotal(row)) return;
    const cells = this.columns.map((_, at) => this.cents(row, at));
    if (cells.some((cents) => cents !== null)) {
      this.stated.push({ line: row.line, isGrand: isGrandTotal(row), cells });
    }
  }

  private addCount(row: RawRow): void {
    const rows = statedCount(row);
    if (rows !== null) this.counts.push({ line: row.line, rows });
  }

  private cents({ cells }: RawRow, at: number): Cents | null {
    const column = this.columns[at];
    const text = column ? (cells[column.index] ?? '').trim() : '';
    if (column === undefined || text === '') return null;
    return parseMoney(text, column.money) ?? null;
  }

  /** The last grand total, else all totals together when they are those of sections, else the last. */
  private chooseTotals(): readonly StatedTotal[] {
    const grand = this.stated.filter(({ isGrand }) => isGrand).at(-1);
    if (grand) return [grand];
    const last = this.stated.at(-1);
    if (!last || this.stated.length === 1) return this.stated;
    // A row that agrees is the total: another one below it may be an average under a name that is not known.
    const candidates = [[last], this.stated, ...this.stated.map((total) => [total])];
    const agreements = candidates.map((totals) => this.agreement(totals));
    return candidates[agreements.indexOf(Math.max(...agreements))] ?? [last];
  }

  private agreement(totals: readonly StatedTotal[]): number {
    return this.sums.filter((sum, at) => {
      const stated = statedOf(totals, at);
      return stated !== null && agrees(stated, sum);
    }).length;
  }

  private checkCount(): { statedRows: number | null; areRowsAgreed: boolean | null; line: number | null } {
    const last = this.counts.at(-1);
    if (!last) return { statedRows: null, areRowsAgreed: null, line: null };
    const all = this.counts.reduce((sum, { rows }) => sum + rows, 0);
    const statedRows = all === this.records ? all : last.rows;
    return { statedRows, areRowsAgreed: statedRows === this.records, line: last.line };
  }
}

function statedOf(totals: readonly StatedTotal[], at: number): Cents | null {
  const stated = totals
    .map(({ cells }) => cells[at] ?? null)
    .filter((cents): cents is Cents => cents !== null);
  return stated.length === 0 ? null : stated.reduce((sum, cents) => sum + cents, 0);
}

function agrees(stated: Cents, total: Cents): boolean {
  const difference = Math.abs(stated - total);
  return difference === 0 || (stated % ROUNDING_CENTS === 0 && difference < ROUNDING_CENTS);
}

function moneyProblem({ column, statedCents, totalCents }: ColumnTotal, line: number | null): Problem {
  const difference = totalCents - (statedCents ?? 0);
  const total = {
    column,
    stated: dollars(statedCents ?? 0),
    added: dollars(totalCents),
    difference: dollars(Math.abs(difference)),
  };
  return {
    line,
    column,
    code: 'TOTAL_DIFFERS',
    value: total.stated,
    message: difference < 0 ? words.totals.less(total) : words.totals.more(total),
    severity: 'warning',
  };
}

function countProblem(stated: number, records: number, line: number | null): Problem {
  return {
    line,
    column: null,
    code: 'COUNT_DIFFERS',
    value: String(stated),
    message: words.totals.count(String(stated), String(records)),
    severity: 'warning',
  };
}

function dollars(cents: Cents): string {
  const [whole = '0', part = '00'] = (Math.abs(cents) / 100).toFixed(2).split('.');
  return `${cents < 0 ? '-' : ''}$${whole.replace(/\B(?=(\d{3})+$)/g, ',')}.${part}`;
}
