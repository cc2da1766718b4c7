/**
 * Reads the tables of an HTML page, which many systems name .xls. Cells keep their text as it stands: nothing is
 * taken for a number or a date. Tables that only lay out others give their place to the ones inside; one of a single
 * cell within a cell is that cell's text.
 */
import type { FileFacts } from '../../inspect-file';
import type { RawRow, RawTable } from '../../types';
import { decodeFile } from '../decode-file';
import { decodeEntities } from './entities';

const TAG = /<(\/?)(table|tr|td|th|br|p|div|script|style)\b([^<>]*)>|<!--[\s\S]*?(?:-->|$)/gi;
/** Excel has no more columns; a larger span is damage. */
const MOST_SPAN = 200;

/** `plain` is text of tables within the cell, decoded already. */
type OpenCell = { text: string; plain: string; columns: number; rows: number };
type OpenTag = { rows: string[][]; row: string[] | null; cell: OpenCell | null; pending: string[][] };

export async function readHtml(facts: FileFacts): Promise<RawTable[]> {
  const tables = parseTables(await decodeFile(facts, 'HTML'));
  return tables.map((rows) => ({ name: null, header: null, rows: () => inChunks(rows) }));
}

/** Rows of each table that has some, in the order in which the tables end. */
export function parseTables(html: string): string[][][] {
  const done: string[][][] = [];
  const open: OpenTag[] = [];
  let from = 0;
  let isSkipping = false;
  for (const match of html.matchAll(TAG)) {
    const table = open.at(-1);
    const name = match[2]?.toLowerCase() ?? '';
    if (table?.cell && !isSkipping) table.cell.text += html.slice(from, match.index);
    from = match.index + match[0].length;
    if (name === 'script' || name === 'style') isSkipping = match[1] === '';
    else if (name === 'table' && match[1] === '') open.push({ rows: [], row: null, cell: null, pending: [] });
    else if (table) takeTag(table, name, match[1] === '/', match[3] ?? '');
    if (table && name === 'table' && match[1] === '/') done.push(...close(open));
  }
  while (open.length > 0) done.push(...close(open));
  return done;
}

function close(open: OpenTag[]): string[][][] {
  const table = open.pop();
  if (!table) return [];
  endRow(table);
  const [row] = table.rows;
  const cell = open.at(-1)?.cell;
  if (cell && row && table.rows.length === 1 && row.length === 1) {
    cell.plain += ` ${row[0]} `;
    return [];
  }
  return table.rows.length > 0 ? [table.rows] : [];
}

/** End tags may be missing: a new cell ends the one before, a new row ends its row. */
function takeTag(table: OpenTag, name: string, isEnd: boolean, attributes: string): void {
  if (name === 'br' || name === 'p' || name === 'div') {
    if (table.cell) table.cell.text += ' ';
    return;
  }
  if (name === 'tr') {
    endRow(table);
    if (!isEnd) table.row = table.pending.shift() ?? [];
    return;
  }
  if (name !== 'td' && name !== 'th') return;
  endCell(table);
  if (isEnd) return;
  table.row ??= table.pending.shift() ?? [];
  table.cell = {
    text: '',
    plain: '',
    columns: spanOf(attributes, 'colspan'),
    rows: spanOf(attributes, 'rowspan'),
  };
}

function endRow(table: OpenTag): void {
  endCell(table);
  if (table.row) table.rows.push(Array.from(table.row, (cell) => cell ?? ''));
  table.row = null;
}

/** A cell's text stands in its first column and row; the rest that it spans is blank, so that columns stay in line. */
function endCell(table: OpenTag): void {
  const { cell, row } = table;
  if (!cell || !row) return;
  table.cell = null;
  let column = 0;
  while (row[column] !== undefined) column += 1;
  for (let across = 0; across < cell.columns; across++) {
    row[column + across] = across === 0 ? textOf(cell) : '';
    for (let down = 1; down < cell.rows; down++) {
      table.pending[down - 1] ??= [];
      (table.pending[down - 1] ?? [])[column + across] = '';
    }
  }
}

function textOf({ text, plain }: OpenCell): string {
  return `${plainText(text)} ${plain}`.replace(/\s+/g, ' ').trim();
}

function spanOf(attributes: string, name: string): number {
  const stated = Number(new RegExp(`${name}\\s*=\\s*["']?(\\d+)`, 'i').exec(attributes)?.[1] ?? 1);
  return Math.min(MOST_SPAN, Math.max(1, stated));
}

function plainText(html: string): string {
  return decodeEntities(html.replace(/<[^<>]*>/g, ''))
    .replace(/[\s\u00a0]+/g, ' ')
    .trim();
}

const CHUNK_ROWS = 2_000;

/** Rows are numbered as a spreadsheet shows them. */
export async function* inChunks(rows: readonly string[][]): AsyncGenerator<readonly RawRow[]> {
  for (let start = 0; start < rows.length; start += CHUNK_ROWS) {
    yield rows.slice(start, start + CHUNK_ROWS).map((cells, offset) => ({ line: start + offset + 1, cells }));
  }
}
