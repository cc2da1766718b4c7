/** Finds the header among a table's first rows: the row in which most cells are names of known columns. */
import type { RawRow } from '../types';
import { allNames, isKnownName } from './known-names';
import { nameSimilarity } from './name-similarity';
import { normaliseHeader } from './normalise-header';
import { isPersonalHeader } from './personal-columns';

export const HEADER_SEARCH_ROWS = 30;
const LEAST_NAMES = 2;
const LONGEST_NAME = 60;
/** An earlier row wins over a later one (a repeated header) unless it is clearly worse. */
const GOOD_ENOUGH = 0.7;

/** Index of the header row within `rows`; undefined when none of the first 30 looks like one. */
export function findHeader(rows: readonly RawRow[]): number | undefined {
  const first = rows.slice(0, HEADER_SEARCH_ROWS);
  return bestRow(first, isExactName) ?? bestRow(first, isMisspelledName);
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
  return isKnownName(normaliseHeader(cell)) || isPersonalHeader(cell);
}

function isMisspelledName(cell: string): boolean {
  const name = normaliseHeader(cell);
  return allNames().all.some((alias) => nameSimilarity(name, alias, true) > 0);
}
