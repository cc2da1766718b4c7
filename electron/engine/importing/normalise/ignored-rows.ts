/**
 * Rows that are no records: totals, repeated headers, section heads, footers. Says why a row is ignored, or null
 * for a record. A row that identifies a vehicle is never ignored, whatever its first cell says.
 */
import { engineTexts } from '@shared/texts/engine-texts';
import type { RawRow } from '../types';
import type { TypedColumn } from './column-typing';

const { ignored } = engineTexts.importing.rows;

const TOTAL =
  /^\W*(grand |gran |sub|report |page |store |overall )?-?(totals?|averages?|avg|mean|summary|count|sum|summe|gesamtsumme|gesamt|zwischensumme|durchschnitt|mittelwert|suma|promedio|somme|moyenne)\b/i;
const FOOTER =
  /^(\d+|one) items? listed|^end of (report|list)|^page \d+|^printed|^run date|^\(?continued|^report (date|run)/i;
const GRAND =
  /^\W*((grand|gran|report|overall|file|store) ?-?totals?|total general|somme totale|gesamt(summe)?)\b/i;
const NO_SUM =
  /^\W*(sub|page)[ -]?totals?\b|^\W*((grand|report) )?(averages?|avg|mean|count)\b|^\W*(zwischensumme|durchschnitt|mittelwert|promedio|moyenne)\b/i;

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
export const HEADING = ignored.heading;

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
    if (TOTAL.test(first)) return ignored.total;
    if (FOOTER.test(first)) return ignored.footer;
    const repeated = row.cells.filter(
      (cell, index) => cell.trim() !== '' && cell.trim().toLowerCase() === headerCells[index],
    ).length;
    if (repeated >= 2 && repeated * 2 > named) return ignored.repeatedHeader;
    if (filled.every((cell) => RULE.test(cell.trim()))) return ignored.ruledLine;
    if (isUnnamedTotal(row, columns)) return ignored.total;
    if (named > MOST_FOOTER_CELLS + 1 && filled.length <= MOST_FOOTER_CELLS) return HEADING;
    return null;
  };
}

/** The line under the names of a table drawn in text. */
const RULE = /^[+:|]*[-=_*]{2,}[-=_*+:|]*$/;

/** What says which record a row is. */
const IDENTITY: ReadonlySet<string> = new Set([
  ...['vin', 'stockNumber', 'dealNumber', 'orderNumber', 'model', 'vehicle', 'make', 'year'],
]);

/** A word, then nothing but amounts, in a list of vehicles: a total, whatever it is called. */
function isUnnamedTotal({ cells }: RawRow, columns: readonly TypedColumn[]): boolean {
  const identity = columns.filter(({ field }) => IDENTITY.has(field.name));
  if (!identity.some(({ field }) => field.name === 'model' || field.name === 'vehicle')) return false;
  const label = cells.findIndex((cell) => cell.trim() !== '');
  if (!/^[\p{L}][\p{L} .:-]{2,}$/u.test(cells[label]?.trim() ?? '')) return false;
  const rest = cells.map((cell, index) => (index === label ? '' : cell.trim()));
  const isNumeric = rest.every((cell) => /^([-($€£]*\s?\d[\d.,\s]*[)$€£%-]*)?$/.test(cell));
  const amounts = columns.filter(({ index, field }) => field.type === 'money' && rest[index]);
  return isNumeric && amounts.length > 0 && identity.every(({ index }) => !rest[index]);
}

export function isBlankRow(row: RawRow): boolean {
  return row.cells.every((cell) => cell.trim() === '');
}
