/** Finds the header among a table's first rows: the row, or two rows together, in which most cells are names of known columns. */
import { hasValidCheckDigit } from '@shared/domain/vin';
import type { RawRow } from '../types';
import { headerReadings, isUnit } from './header-readings';
import { allNames, isKnownName } from './known-names';
import { nameSimilarity } from './name-similarity';
import { normaliseHeader } from './normalise-header';
import { isPersonalHeader } from './personal-columns';

export const HEADER_SEARCH_ROWS = 30;
const LEAST_NAMES = 2;
const LONGEST_NAME = 60;
/** An earlier row wins over a later one (a repeated header) unless it is clearly worse. */
const GOOD_ENOUGH = 0.7;

export type FoundHeader = {
  readonly cells: readonly string[];
  /** Indexes within the rows: a header may take two. */
  readonly first: number;
  readonly last: number;
};

/** Undefined when none of the first 30 rows looks like a header. */
export function findHeader(rows: readonly RawRow[]): FoundHeader | undefined {
  const first = rows.slice(0, HEADER_SEARCH_ROWS);
  for (const isName of [isExactName, isMisspelledName]) {
    const at = bestRow(first, isName);
    if (at !== undefined)
      return inTwoRows(first, at, isName) ?? { cells: first[at]?.cells ?? [], first: at, last: at };
  }
  return headerAboveVins(rows);
}

/** How many more names two rows must make together than the better one alone. */
const LEAST_GAIN = 2;

/** Names broken over two rows: "Front" above "Gross", a group above its columns, or units below the names. */
function inTwoRows(
  rows: readonly RawRow[],
  at: number,
  isName: (cell: string) => boolean,
): FoundHeader | undefined {
  const alone = nameCount(rows[at]?.cells ?? [], isName);
  for (const [upper, lower] of [
    [at, at + 1],
    [at - 1, at],
  ] as const) {
    const above = rows[upper]?.cells;
    const below = rows[lower]?.cells;
    if (!above || !below) continue;
    if (upper === at && isUnits(below)) return { cells: above, first: upper, last: lower };
    if (!isWords(above) || !isWords(below)) continue;
    const cells = joinedNames(above, below, isName);
    if (nameCount(cells, isName) >= alone + LEAST_GAIN) return { cells, first: upper, last: lower };
  }
  return undefined;
}

/** Of each column the two cells together where they make a name, else the one that is a name by itself. */
function joinedNames(
  above: readonly string[],
  below: readonly string[],
  isName: (cell: string) => boolean,
): string[] {
  const width = Math.max(above.length, below.length);
  return Array.from({ length: width }, (_, index) => {
    const upper = above[index]?.trim() ?? '';
    const lower = below[index]?.trim() ?? '';
    const joined = `${upper} ${lower}`.trim();
    return [joined, lower, upper].find((name) => name !== '' && isName(name)) ?? joined;
  });
}

/** A row of nothing but units, under the names. */
function isUnits(cells: readonly string[]): boolean {
  const filled = cells.filter((cell) => cell.trim() !== '');
  return filled.length >= 2 && filled.every(isUnit);
}

function isWords(cells: readonly string[]): boolean {
  const filled = cells.filter((cell) => cell.trim() !== '');
  return filled.length >= 2 && filled.every((cell) => !/\d/.test(cell) && cell.length <= LONGEST_NAME);
}

/** Names that nobody knows, above a column of VINs. */
function headerAboveVins(rows: readonly RawRow[]): FoundHeader | undefined {
  const firstVin = rows.findIndex(({ cells }) =>
    cells.some((cell) => hasValidCheckDigit(cell.trim().toUpperCase())),
  );
  const header = rows[firstVin - 1];
  const data = rows[firstVin];
  if (!header || !data || firstVin > HEADER_SEARCH_ROWS || !isWords(header.cells)) return undefined;
  const named = header.cells.filter((cell) => cell.trim() !== '').length;
  const filled = data.cells.filter((cell) => cell.trim() !== '').length;
  return named * 2 >= filled ? { cells: header.cells, first: firstVin - 1, last: firstVin - 1 } : undefined;
}

function bestRow(rows: readonly RawRow[], isName: (cell: string) => boolean): number | undefined {
  const scores = rows.map(({ cells }) => nameCount(cells, isName));
  const best = Math.max(0, ...scores);
  if (best < LEAST_NAMES) return undefined;
  return scores.findIndex((score) => score >= LEAST_NAMES && score >= best * GOOD_ENOUGH);
}

function nameCount(cells: readonly string[], isName: (cell: string) => boolean): number {
  const seen = new Set<string>();
  for (const cell of cells) {
    if (cell.length > 0 && cell.length <= LONGEST_NAME && isName(cell)) seen.add(cell.trim().toLowerCase());
  }
  return seen.size;
}

function isExactName(cell: string): boolean {
  return headerReadings(cell).some(isKnownName) || isPersonalHeader(cell);
}

function isMisspelledName(cell: string): boolean {
  const name = normaliseHeader(cell);
  return allNames().all.some((alias) => nameSimilarity(name, alias, true) > 0);
}
