/**
 * Several exports joined to one file: where a later header names the same columns in another order, the rows below it are
 * put in the order of the first.
 */
import { findHeader } from '../recognise/find-header';
import type { RawRow } from '../types';
import type { ChunkShaper } from './reshape-table';

const LEAST_COLUMNS = 3;

/** Undefined when the rows have no header to follow. */
export function createFollower(rows: readonly RawRow[]): (() => ChunkShaper) | undefined {
  const header = findHeader(rows);
  const names = header?.cells.map(plain) ?? [];
  const named = names.filter((name) => name !== '');
  if (named.length < LEAST_COLUMNS || new Set(named).size !== named.length) return undefined;
  const known = new Set(named);
  return () => {
    let order: readonly number[] | null = null;
    const isHeader = ({ cells }: RawRow) =>
      known.has(plain(cells[0] ?? '')) || known.has(plain(cells[1] ?? ''));
    return (rows) => {
      // Nearly all rows of nearly all files need nothing.
      if (order === null && !rows.some(isHeader)) return rows;
      return rows.map((row) => {
        const found = isHeader(row) ? orderOf(row.cells.map(plain), names, named.length) : undefined;
        if (found !== undefined) order = found;
        return order === null ? row : { line: row.line, cells: permuted(row.cells, order) };
      });
    };
  };
}

/** Where each of the names stands; null when all stand in their places, undefined when the row is no such header. */
function orderOf(
  cells: readonly string[],
  names: readonly string[],
  named: number,
): readonly number[] | null | undefined {
  if (cells.filter((cell) => cell !== '').length !== named) return undefined;
  const order = names.map((name) => (name === '' ? -1 : cells.indexOf(name)));
  if (order.some((at, index) => at < 0 && names[index] !== '')) return undefined;
  return order.every((at, index) => at < 0 || at === index) ? null : order;
}

function permuted(cells: readonly string[], order: readonly number[]): string[] {
  return order.map((at) => (at < 0 ? '' : (cells[at] ?? '')));
}

function plain(cell: string): string {
  // A byte order mark counts as a blank.
  return cell.trim().toLowerCase();
}
