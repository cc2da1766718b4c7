/**
 * The rows of a worksheet as text cells. Numbers keep their value, not Excel's display of it, which would turn a
 * stock number into 4.94E+12; numbers in a date style become ISO days.
 */
import { dayFromNumber } from '@shared/domain/calendar-day';
import type { RawRow } from '../../types';
import type { Workbook } from './workbook-parts';
import { attribute, decodeXml, runsOfText } from './xml-text';

type CellContext = Pick<Workbook, 'strings' | 'dateStyles' | 'usesDates1904'>;

const CELL = /<(?:\w+:)?c(\s[^>]*?)?(?:\/>|>([\s\S]*?)<\/(?:\w+:)?c>)/g;
const VALUE = /<(?:\w+:)?v(?:\s[^>]*)?>([\s\S]*?)<\/(?:\w+:)?v>/;
const REFERENCE = /\sr\s*=\s*["']([A-Z]+)\d*["']/;
const STYLE = /\ss\s*=\s*["'](\d+)["']/;
const TYPE = /\st\s*=\s*["'](\w+)["']/;
/** Excel has no more columns. */
const MOST_COLUMNS = 16_384;

/** `element` is one whole `row` element; `previousLine` numbers rows that do not state their own number. */
export function parseSheetRow(element: string, previousLine: number, context: CellContext): RawRow {
  const head = element.slice(0, element.indexOf('>') + 1);
  const cells: string[] = [];
  for (const [, attributes = '', content = ''] of element.slice(head.length).matchAll(CELL)) {
    const letters = REFERENCE.exec(attributes)?.[1];
    const column = letters === undefined ? cells.length : columnIndex(letters);
    if (column >= MOST_COLUMNS) continue;
    while (cells.length < column) cells.push('');
    cells[column] = cellText(attributes, content, context);
  }
  return { line: Number(attribute(head, 'r') ?? previousLine + 1), cells };
}

function columnIndex(letters: string): number {
  let index = 0;
  for (let at = 0; at < letters.length; at++) index = index * 26 + letters.charCodeAt(at) - 64;
  return index - 1;
}

function cellText(attributes: string, content: string, context: CellContext): string {
  const type = TYPE.exec(attributes)?.[1] ?? 'n';
  if (type === 'inlineStr') return runsOfText(content);
  const value = VALUE.exec(content)?.[1];
  if (value === undefined || type === 'e') return '';
  if (type === 's') return context.strings[Number(value)] ?? '';
  if (type === 'b') return value === '1' ? 'TRUE' : 'FALSE';
  if (type !== 'n') return decodeXml(value);
  const number = Number(value);
  if (!Number.isFinite(number)) return decodeXml(value);
  const style = STYLE.exec(attributes)?.[1];
  const isDate = style !== undefined && context.dateStyles[Number(style)] === true;
  return isDate && number >= 1 ? serialText(number, context.usesDates1904) : String(number);
}

/** Day 0 is 1899-12-30, or 1904-01-01 in workbooks of old Macs. */
const EPOCH_1900 = -25_569;
const EPOCH_1904 = -24_107;
const LAST_SERIAL = 2_958_465;

export function serialText(serial: number, usesDates1904: boolean): string {
  if (serial > LAST_SERIAL) return String(serial);
  const seconds = Math.round((serial % 1) * 86_400);
  const day = dayFromNumber(
    Math.floor(serial) + (usesDates1904 ? EPOCH_1904 : EPOCH_1900) + (seconds === 86_400 ? 1 : 0),
  );
  if (seconds === 0 || seconds === 86_400) return day;
  return `${day}T${new Date(seconds * 1000).toISOString().slice(11, 19)}`;
}
