/**
 * Tables that JSON holds as lists: rows as lists of values, under names that stand in the first row or in a list beside
 * them; or a list of values for each column.
 */
import type { RawTable } from '../types';
import { inChunks } from './markup/read-html';
import { scalarText } from './records-table';

const LEAST_COLUMNS = 3;
const DEEPEST = 6;

export function tablesOfLists(value: unknown, depth = 0): RawTable[] {
  if (depth > DEEPEST) return [];
  if (Array.isArray(value)) return isRows(value) ? [tableOf(value, null)] : [];
  if (typeof value !== 'object' || value === null) return [];
  const values = Object.values(value);
  const rows = values.filter(isRows);
  if (rows.length > 0) return rows.map((list) => tableOf(list, namesBeside(list, values)));
  return columnTable(value) ?? values.flatMap((inner) => tablesOfLists(inner, depth + 1));
}

function tableOf(lists: readonly (readonly unknown[])[], names: readonly string[] | null): RawTable {
  const rows = lists.map((list) => list.map(scalarText));
  return { name: null, header: names, rows: () => inChunks(rows) };
}

function isRows(value: unknown): value is unknown[][] {
  return (
    Array.isArray(value) &&
    value.length > 0 &&
    value.every((row) => Array.isArray(row) && row.length >= LEAST_COLUMNS && row.every(isScalar))
  );
}

/** A list as long as the rows are wide, of names or of objects that have one. */
function namesBeside(rows: readonly (readonly unknown[])[], values: readonly unknown[]): string[] | null {
  for (const list of values) {
    if (!Array.isArray(list) || list.length !== rows[0]?.length) continue;
    const names = list.map(nameOf);
    if (names.every((name): name is string => name !== null)) return names;
  }
  return null;
}

function nameOf(value: unknown): string | null {
  if (typeof value === 'string') return value;
  if (typeof value !== 'object' || value === null) return null;
  const name = Object.entries(value).find(([key]) => /^(name|title|label|header|field)$/i.test(key))?.[1];
  return typeof name === 'string' ? name : null;
}

/** An object of lists that are all as long as each other. */
function columnTable(value: object): RawTable[] | null {
  const columns = Object.entries(value).filter(
    (entry): entry is [string, unknown[]] => Array.isArray(entry[1]) && entry[1].every(isScalar),
  );
  const length = columns[0]?.[1].length ?? 0;
  const isTable = columns.length >= LEAST_COLUMNS && columns.every(([, list]) => list.length === length);
  if (!isTable || length < 2) return null;
  const rows = Array.from({ length }, (_, row) => columns.map(([, list]) => scalarText(list[row])));
  return [{ name: null, header: columns.map(([name]) => name), rows: () => inChunks(rows) }];
}

function isScalar(value: unknown): boolean {
  return value === null || typeof value !== 'object';
}
