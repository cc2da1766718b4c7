/** Rows of delimited text as the exporting systems write them: padded m/d/Y dates, plain decimals. */
import { dayFromNumber } from '@shared/domain/calendar-day';
import type { Cents } from '@shared/domain/money';

/** One column: its header and the cell of a row. */
export type Column<Row> = readonly [header: string, cell: (row: Row) => string | number];

export function headerOf<Row>(columns: readonly Column<Row>[]): string[] {
  return columns.map(([header]) => header);
}

export function cellsOf<Row>(columns: readonly Column<Row>[], row: Row): (string | number)[] {
  return columns.map(([, cell]) => cell(row));
}

export function csvLine(cells: readonly (string | number)[]): string {
  return `${cells.map((cell) => quoted(String(cell))).join(',')}\n`;
}

/** Tabs and line ends do not occur in the sample's values, so nothing is quoted. */
export function tabLine(cells: readonly (string | number)[]): string {
  let line = '';
  for (const cell of cells) line += `${cell}\t`;
  return `${line.slice(0, -1)}\n`;
}

const dates = new Map<number, string>();

/** `10/31/2026` for a day number; blank for null. */
export function monthDayYear(day: number | null): string {
  if (day === null) return '';
  let text = dates.get(day);
  if (text === undefined) {
    const iso = dayFromNumber(day);
    text = `${iso.slice(5, 7)}/${iso.slice(8, 10)}/${iso.slice(0, 4)}`;
    dates.set(day, text);
  }
  return text;
}

/** `1234.50` for cents. */
export function decimal(cents: Cents): string {
  const digits = Math.abs(cents);
  const fraction = digits % 100;
  return `${cents < 0 ? '-' : ''}${(digits - fraction) / 100}.${fraction < 10 ? '0' : ''}${fraction}`;
}

function quoted(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
