/**
 * Rows that are no records: totals, repeated headers, section heads, footers. Says why a row is ignored, or null
 * for a record. A row that identifies a vehicle is never ignored, whatever its first cell says.
 */
import type { RawRow } from '../types';
import type { TypedColumn } from './column-typing';

const TOTAL =
  /^\W*(grand |sub|report |page |store |overall )?-?(totals?|averages?|avg|mean|summary|count|sum)\b/i;
const FOOTER =
  /^(\d+|one) items? listed|^end of (report|list)|^page \d+|^printed|^run date|^\(?continued|^report (date|run)/i;
const GRAND = /^\W*(grand|report|overall|file|store) ?-?totals?\b/i;
const NO_SUM = /^\W*(sub|page)[ -]?totals?\b|^\W*((grand|report) )?(averages?|avg|mean|count)\b/i;

/** The total of the whole file, as against a section's. */
export function isGrandTotal(row: RawRow): boolean {
  return GRAND.test(firstText(row));
}

/** A row among the totals whose money is no total: an average, a page's sum, a count. */
export function isSubtotal(row: RawRow): boolean {
  return NO_SUM.test(firstText(row));
}

const COUNT = [
  /\b(one|\d[\d,]*)\s+(?:items?|vehicles?|units?|records?|deals?|rows?|cars?)\b/i,
  /\b(?:count|items|vehicles|units|records|deals|rows)\b\W*(\d[\d,]*)(?![\d,./-])/i,
];

/** How many records a totals row or footer says there are; null when it says nothing of the kind. */
export function statedCount({ cells }: RawRow): number | null {
  const text = cells
    .map((cell) => cell.trim())
    .filter((cell) => cell !== '')
    .join(' ');
  const count = COUNT.map((pattern) => pattern.exec(text)?.[1]).find((found) => found !== undefined);
  if (count === undefined) return null;
  return /one/i.test(count) ? 1 : Number(count.replace(/,/g, ''));
}

function firstText({ cells }: RawRow): string {
  return cells.find((cell) => cell.trim() !== '')?.trim() ?? '';
}

/** A footer or section head fills no more than this many cells. */
const MOST_FOOTER_CELLS = 2;

/** Why a row with hardly a filled cell is ignored; it may head a section. */
export const HEADING = 'heading or footer';

export type RowFilter = (row: RawRow) => string | null;

export function createRowFilter(header: readonly string[], columns: readonly TypedColumn[]): RowFilter {
  const headerCells = header.map((cell) => cell.trim().toLowerCase());
  const named = headerCells.filter((cell) => cell !== '').length;
  const vinColumn = columns.find(({ field }) => field.type === 'vin');
  return (row) => {
    const isVehicle =
      vinColumn !== undefined && /^[A-Z0-9]{17}$/i.test((row.cells[vinColumn.index] ?? '').trim());
    if (isVehicle) return null;
    const filled = row.cells.filter((cell) => cell.trim() !== '');
    const first = filled[0]?.trim() ?? '';
    if (TOTAL.test(first)) return 'total';
    if (FOOTER.test(first)) return 'footer';
    const repeated = row.cells.filter(
      (cell, index) => cell.trim() !== '' && cell.trim().toLowerCase() === headerCells[index],
    ).length;
    if (repeated >= 2 && repeated * 2 > named) return 'repeated header';
    if (named > MOST_FOOTER_CELLS + 1 && filled.length <= MOST_FOOTER_CELLS) return HEADING;
    return null;
  };
}

export function isBlankRow(row: RawRow): boolean {
  return row.cells.every((cell) => cell.trim() === '');
}
