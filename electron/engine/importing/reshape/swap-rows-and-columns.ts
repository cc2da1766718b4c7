/** Vehicles side by side, their values below each other: the names stand in the first column. */
import { findHeader } from '../recognise/find-header';
import { isKnownName } from '../recognise/known-names';
import { normaliseHeader } from '../recognise/normalise-header';
import type { RawRow } from '../types';

const LEAST_NAMES = 4;
const LEAST_SHARE = 0.5;
const MOST_ROWS = 500;

/** The table turned round; undefined when its rows are records. */
export function swapRowsAndColumns(rows: readonly RawRow[]): RawRow[] | undefined {
  if (rows.length < LEAST_NAMES || rows.length > MOST_ROWS) return undefined;
  const names = rows.filter(({ cells }) => isName(cells[0] ?? '')).length;
  if (names < LEAST_NAMES || names < rows.length * LEAST_SHARE) return undefined;
  const header = findHeader(rows);
  if (header && header.cells.filter(isName).length >= LEAST_NAMES) return undefined;
  const named = rows.filter(({ cells }) => cells.slice(1).some((cell) => cell.trim() !== ''));
  const width = Math.max(0, ...named.map(({ cells }) => cells.length));
  if (width < 2) return undefined;
  return Array.from({ length: width }, (_, column) => ({
    line: column + 1,
    cells: named.map(({ cells }) => cells[column] ?? ''),
  }));
}

function isName(cell: string): boolean {
  return /\p{L}/u.test(cell) && isKnownName(normaliseHeader(cell));
}
