/** Turns records (JSON objects, Parquet rows) into a table of text cells under the union of their names. */
import type { RawRow, RawTable } from '../types';

export type FlatRecord = ReadonlyMap<string, string>;

export function recordsTable(name: string | null, records: readonly FlatRecord[]): RawTable {
  const columns = new Set<string>();
  for (const record of records) for (const column of record.keys()) columns.add(column);
  const header = [...columns];
  return { name, header, rows: () => rowsOf(records, header) };
}

const CHUNK_ROWS = 2_000;

async function* rowsOf(
  records: readonly FlatRecord[],
  header: readonly string[],
): AsyncGenerator<readonly RawRow[]> {
  for (let start = 0; start < records.length; start += CHUNK_ROWS) {
    yield records.slice(start, start + CHUNK_ROWS).map((record, offset) => ({
      line: start + offset + 1,
      cells: header.map((column) => record.get(column) ?? ''),
    }));
  }
}

/** A scalar as text; a list of scalars becomes `a|b`, so a one-element list is its element. */
export function scalarText(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (value instanceof Date) return value.toISOString().replace(/T00:00:00\.000Z$/, '');
  if (Array.isArray(value))
    return value
      .map(scalarText)
      .filter((text) => text !== '')
      .join('|');
  if (typeof value === 'object') return JSON.stringify(value);
  return String(value);
}
