/** CSV by RFC 4180 in UTF-8 with a byte order mark, without which Excel takes it for another encoding. */
import type { FileHandle } from 'node:fs/promises';
import { csvLine } from '../csv-line';
import { safeText } from '../workbook/safe-text';
import type { ExtractCell, ExtractColumn, ExtractPages } from './extract-table';

/** Returns the rows written, the header not counted. */
export async function writeDelimited(
  file: FileHandle,
  columns: readonly ExtractColumn[],
  pages: ExtractPages,
): Promise<number> {
  let rows = 0;
  await file.write(`\ufeff${csvLine(columns.map(({ name }) => name))}`);
  for await (const page of pages) {
    rows += page.length;
    await file.write(
      page.map((cells) => csvLine(cells.map((cell, index) => toField(cell, columns[index])))).join(''),
    );
  }
  return rows;
}

function toField(cell: ExtractCell, column: ExtractColumn | undefined): string {
  if (cell === null) return '';
  if (typeof cell === 'boolean') return cell ? 'Yes' : 'No';
  if (typeof cell === 'number') return column?.type === 'money' ? writeCents(cell) : String(cell);
  return safeText(cell);
}

/** 123456 is 1234.56; no rounding on the way. */
export function writeCents(cents: number): string {
  const whole = Math.abs(Math.round(cents));
  const sign = cents < 0 ? '-' : '';
  return `${sign}${Math.floor(whole / 100)}.${String(whole % 100).padStart(2, '0')}`;
}
