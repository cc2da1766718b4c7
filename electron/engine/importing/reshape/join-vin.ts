/**
 * A VIN in two columns side by side, the maker's part and the serial, as old terminals keep it. Told by the check digit,
 * which only the two together pass.
 */
import { hasValidCheckDigit } from '@shared/domain/vin';
import type { RawRow } from '../types';
import type { RowShaper } from './reshape-table';

const LEAST_SHARE = 0.6;
const VIN_LENGTH = 17;

export function findJoinedVin(rows: readonly RawRow[]): RowShaper | undefined {
  const counts = new Map<number, number>();
  for (const { cells } of rows) {
    if (cells.some((cell) => compact(cell).length === VIN_LENGTH && hasValidCheckDigit(compact(cell))))
      return undefined;
    cells.forEach((_, column) => {
      if (vinAt(cells, column) !== null) counts.set(column, (counts.get(column) ?? 0) + 1);
    });
  }
  const [found] = [...counts].sort(([, one], [, other]) => other - one);
  if (!found) return undefined;
  const [column, count] = found;
  const first = rows.findIndex(({ cells }) => vinAt(cells, column) !== null);
  const filled = rows.slice(first).filter(({ cells }) => (cells[column] ?? '').trim() !== '');
  if (count < filled.length * LEAST_SHARE) return undefined;
  const name = rows[first - 1]?.cells[column]?.trim();
  return (row) => [joined(row, column, name)];
}

/** The header of the first part becomes the VIN's; a row that has no whole VIN keeps both parts. */
function joined(row: RawRow, column: number, name: string | undefined): RawRow {
  const isHeader = name !== undefined && name !== '' && row.cells[column]?.trim() === name;
  const vin = isHeader
    ? 'VIN'
    : lengthAt(row.cells, column) === VIN_LENGTH
      ? textAt(row.cells, column)
      : null;
  if (vin === null) return row;
  const cells = [...row.cells];
  cells[column] = vin;
  cells[column + 1] = '';
  return { line: row.line, cells };
}

function vinAt(cells: readonly string[], column: number): string | null {
  if (compact(cells[column] ?? '') === '' || compact(cells[column + 1] ?? '') === '') return null;
  const vin = textAt(cells, column);
  return vin.length === VIN_LENGTH && hasValidCheckDigit(vin) ? vin : null;
}

function textAt(cells: readonly string[], column: number): string {
  return compact(cells[column] ?? '') + compact(cells[column + 1] ?? '');
}

function lengthAt(cells: readonly string[], column: number): number {
  return textAt(cells, column).length;
}

/** Empty for what is no part of a VIN. */
function compact(cell: string): string {
  const text = cell.trim();
  return /^[A-Z0-9-]{1,20}$/i.test(text) ? text.replace(/-/g, '').toUpperCase() : '';
}
