/**
 * Reads the cells of one row by field name and type, and collects what was wrong with them. One reader is
 * used for all rows of a table: `open` starts the next row.
 */

import type { Build } from '@shared/domain/build';
import type { CalendarDay } from '@shared/domain/calendar-day';
import type { Cents } from '@shared/domain/money';
import { engineTexts } from '@shared/texts/engine-texts';
import type { Problem, RawRow, Severity } from '../types';
import type { TypedColumn, TypingContext } from './column-typing';
import { type ParsedDay, parseDay } from './days';
import { FillDown } from './fill-down';
import { isMissing } from './missing';
import { parseMoney } from './money';
import { NO_SECTION, type Section } from './section';
import { parseModelYear } from './vehicle-title';
import { repairVin } from './vin-repair';
import { makeOfVin } from './wmi';

const words = engineTexts.importing.rows;

const MILES_PER_KILOMETRE = 0.621371;
const LONGEST_VALUE_SHOWN = 80;
const MOST_DAYS_KEPT = 20_000;
const MOST_WORDS_KEPT = 1_000;

/** An identifier that is in its own form already, as nearly all are. */
const PLAIN_IDENTIFIER = /^(?:[A-Z][A-Z0-9-]*|\d+)$/;

/** Stored sealed, so that no readable copy may stand beside them. */
export const SEALED_FIELDS: ReadonlySet<string> = new Set(['zip', 'reason']);

const PLAIN_NUMBER = /^-?\d+(\.\d+)?$/;

/** NaN when the text is no number: digits with thousands set apart in any way, a unit, or `41.2k`. */
function numberOf(text: string): number {
  if (PLAIN_NUMBER.test(text)) return Number(text);
  const bare = text.replace(/[,%\s'’`]|(mi|miles|kms?|days)\.?$/gi, '');
  return /\dk$/i.test(bare) ? Math.round(Number(bare.slice(0, -1)) * 1_000) : Number(bare);
}

export class RowReader {
  problems: Problem[] = [];
  line = 0;
  /** What the section says that the row stands in. */
  section: Section = NO_SECTION;
  private cells: readonly string[] = [];
  private readonly days = new Map<TypedColumn, Map<string, ParsedDay>>();
  private readonly words = new Map<unknown, Map<string, unknown>>();
  private readonly byField: ReadonlyMap<string, TypedColumn>;
  private readonly alternates: readonly TypedColumn[];
  private readonly fillDown: FillDown;
  readonly latestModelYear: number;
  /** Builds by the cells that they were read from; `readBuild` fills it. */
  readonly builds = new Map<string, Build>();
  private readonly indexes = new Map<readonly string[], readonly number[]>();

  constructor(
    readonly columns: readonly TypedColumn[],
    context: TypingContext,
  ) {
    this.byField = new Map(
      columns.filter(({ isAlternate }) => !isAlternate).map((column) => [column.field.name, column]),
    );
    this.fillDown = new FillDown(columns);
    this.alternates = columns.filter(({ isAlternate }) => isAlternate);
    this.latestModelYear = Number(context.today.slice(0, 4)) + 1;
  }

  open(row: RawRow): void {
    this.cells = row.cells;
    this.line = row.line;
    this.problems = [];
    if (this.fillDown.isNeeded) this.fillFromAbove();
  }

  private fillFromAbove(): void {
    const { cells, filled } = this.fillDown.fill(
      this.cells,
      (field) => field === 'make' && makeOfVin(this.text('vin')?.toUpperCase() ?? '') !== undefined,
    );
    this.cells = cells;
    for (const { field } of filled)
      this.note(field.name, 'FILLED_FROM_ABOVE', 'repaired', words.filledFromAbove);
  }

  /** The cells of these fields as they stand, each after its length. */
  cellsOf(fields: readonly string[]): string {
    let indexes = this.indexes.get(fields);
    if (indexes === undefined) {
      indexes = fields.flatMap((field) => this.byField.get(field)?.index ?? []);
      this.indexes.set(fields, indexes);
    }
    let texts = '';
    for (const index of indexes) {
      const cell = this.cells[index] ?? '';
      texts += `${cell.length} ${cell}`;
    }
    return texts;
  }

  /** The name of the field's column; null when the file has none. */
  sourceOf(field: string): string | null {
    return this.byField.get(field)?.source ?? null;
  }

  has(field: string): boolean {
    return this.byField.has(field);
  }

  /** The cell's text without outer blanks; null when the column or the value is missing. */
  text(field: string): string | null {
    const column = this.byField.get(field);
    if (!column) return null;
    const text = (this.cells[column.index] ?? '').trim();
    return isMissing(text) ? null : text;
  }

  /** An identifier as text: what a spreadsheet made a number of (`10423.0`) gets its own form back. */
  identifier(field: string): string | null {
    const text = this.text(field);
    if (text === null || PLAIN_IDENTIFIER.test(text)) return text;
    const compact = text
      .replace(/^'/, '')
      .replace(/^(\d+)\.0+$/, '$1')
      .toUpperCase();
    if (/^\d+(\.\d+)?E\+\d+$/.test(compact)) {
      this.note(field, 'DAMAGED_NUMBER', 'warning', words.shortenedNumber);
      return null;
    }
    return compact;
  }

  vin(field: string): string | null {
    const text = this.text(field);
    if (text === null) return null;
    const { vin, findings } = repairVin(text);
    for (const { code, severity, message } of findings) this.note(field, code, severity, message);
    return vin;
  }

  money(field: string): Cents | null {
    const column = this.byField.get(field);
    const text = this.text(field);
    if (!column || text === null) return null;
    const cents = parseMoney(text, column.money);
    if (cents === undefined) this.note(field, 'BAD_AMOUNT', 'warning', words.badAmount);
    return cents ?? null;
  }

  /** Money for which systems print 0 when it is not set: prices and costs. */
  price(field: string): Cents | null {
    const cents = this.money(field);
    return cents === 0 || cents === null ? this.alternatePrice(field) : cents;
  }

  private alternatePrice(field: string): Cents | null {
    for (const { index, field: alternative, money } of this.alternates) {
      if (alternative.name !== field) continue;
      const cents = parseMoney((this.cells[index] ?? '').trim(), money);
      if (cents !== undefined && cents !== 0) return cents;
    }
    return null;
  }

  day(field: string): CalendarDay | null {
    const column = this.byField.get(field);
    const text = this.text(field);
    if (!column || text === null) return null;
    const day = this.parseDayOnce(text, column);
    if (day === undefined) {
      this.note(field, 'BAD_DATE', 'warning', words.badDate[column.day.order]);
    }
    return day ?? null;
  }

  /** A file has few distinct days: each is parsed once per column. */
  private parseDayOnce(text: string, column: TypedColumn): ParsedDay {
    const known = this.days.get(column) ?? new Map<string, ParsedDay>();
    this.days.set(column, known);
    if (known.has(text)) return known.get(text);
    if (known.size > MOST_DAYS_KEPT) known.clear();
    const day = parseDay(text, column.day);
    known.set(text, day);
    return day;
  }

  number(field: string): number | null {
    const text = this.text(field);
    if (text === null) return null;
    const value = numberOf(text);
    if (!Number.isFinite(value)) {
      this.note(field, 'BAD_NUMBER', 'warning', words.badNumber);
      return null;
    }
    return value;
  }

  /** `41.210`, as whole numbers are written where the comma is the decimal sign. */
  private thousands(field: string): number | null {
    const digits = /^(\d{1,3}(?:\.\d{3})+)\s*(?:mi|miles|kms?)?\.?$/i.exec(this.text(field) ?? '')?.[1];
    const isDecimal = /\.000$/.test(digits ?? '') && this.byField.get(field)?.isMetric !== true;
    return digits === undefined || isDecimal ? null : Number(digits.replace(/\./g, ''));
  }

  integer(field: string): number | null {
    const value = this.thousands(field) ?? this.number(field);
    if (value === null) return null;
    if (Math.abs(value) > 2_000_000_000) {
      this.note(field, 'BAD_NUMBER', 'warning', words.hugeNumber);
      return null;
    }
    return Math.round(value);
  }

  /** Miles, whatever the column counts in. */
  miles(field: string): number | null {
    const distance = this.integer(field);
    const isMetric = this.byField.get(field)?.isMetric === true;
    return distance === null || !isMetric ? distance : Math.round(distance * MILES_PER_KILOMETRE);
  }

  modelYear(field: string): number | null {
    const text = this.text(field);
    if (text === null) return null;
    const year = parseModelYear(text, this.latestModelYear);
    if (year === undefined) this.note(field, 'BAD_YEAR', 'warning', words.badYear);
    return year ?? null;
  }

  /** A word of a closed list; a word that is not on it is said and counts as missing. */
  word<Value>(field: string, lookup: (text: string) => Value | undefined, expected: string): Value | null {
    const text = this.text(field);
    if (text === null) return null;
    const value = this.lookUpOnce(text, lookup);
    if (value === undefined) this.note(field, 'UNKNOWN_WORD', 'warning', words.unknownWord(expected));
    return value ?? null;
  }

  /** A file has few distinct words: each is looked up once. */
  private lookUpOnce<Value>(text: string, lookup: (text: string) => Value | undefined): Value | undefined {
    const known = this.words.get(lookup) ?? new Map<string, unknown>();
    this.words.set(lookup, known);
    if (known.has(text)) return known.get(text) as Value | undefined;
    if (known.size > MOST_WORDS_KEPT) known.clear();
    const value = lookup(text);
    known.set(text, value);
    return value;
  }

  note(field: string | null, code: string, severity: Severity, message: string): void {
    const column = field === null ? undefined : this.byField.get(field);
    this.problems.push({
      line: this.line,
      column: column?.source ?? null,
      code,
      value: column ? this.shownValue(column) : null,
      message,
      severity,
    });
  }

  private shownValue(column: TypedColumn): string {
    if (column.isPersonal || SEALED_FIELDS.has(column.field.name)) return words.dropped;
    return (this.cells[column.index] ?? '').slice(0, LONGEST_VALUE_SHOWN);
  }
}
