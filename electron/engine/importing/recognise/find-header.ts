/** Finds the header among a table's first rows: the row in which most cells are names of known columns. */
import type { RawRow } from '../types';
import { importKinds, kindDefinitions } from './fields/kinds';
import { namesOf } from './map-columns';
import { normaliseHeader } from './normalise-header';
import { isPersonalHeader } from './personal-columns';

export const HEADER_SEARCH_ROWS = 30;
const LEAST_NAMES = 2;
/** An earlier row wins over a later one (a repeated header) unless it is clearly worse. */
const GOOD_ENOUGH = 0.7;

let knownNames: { joined: Set<string>; bags: Set<string> } | undefined;

function allNames(): { joined: Set<string>; bags: Set<string> } {
  if (knownNames) return knownNames;
  const names = importKinds.flatMap((kind) => kindDefinitions[kind].fields.flatMap(namesOf));
  knownNames = {
    joined: new Set(names.map(({ joined }) => joined)),
    bags: new Set(names.map(({ bag }) => bag)),
  };
  return knownNames;
}

/** Index of the header row within `rows`; undefined when none of the first 30 looks like one. */
export function findHeader(rows: readonly RawRow[]): number | undefined {
  const scores = rows.slice(0, HEADER_SEARCH_ROWS).map(({ cells }) => knownNameCount(cells));
  const best = Math.max(0, ...scores);
  if (best < LEAST_NAMES) return undefined;
  return scores.findIndex((score) => score >= LEAST_NAMES && score >= best * GOOD_ENOUGH);
}

function knownNameCount(cells: readonly string[]): number {
  const { joined, bags } = allNames();
  const seen = new Set<string>();
  for (const cell of cells) {
    if (cell.length === 0 || cell.length > 60) continue;
    const name = normaliseHeader(cell);
    if (joined.has(name.joined) || (name.bag !== '' && bags.has(name.bag)) || isPersonalHeader(cell)) {
      seen.add(name.joined);
    }
  }
  return seen.size;
}
