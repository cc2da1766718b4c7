/**
 * A table as it leaves the building: named and explained columns, and its rows a page at a time so that a million
 * deals need no more memory than a page. Money is in cents until a file's format says how it is written.
 */
import type { DbOrTransaction } from '../../database/database';
import { kindDefinitions } from '../../importing/recognise/fields/kinds';
import type { ResolvedScope } from '../../stores/resolve-scope';
import type { ReportSegment } from '../report-segment';

export type ExtractType = 'text' | 'integer' | 'decimal' | 'money' | 'day' | 'flag';
export type ExtractCell = string | number | boolean | null;

export type ExtractColumn = { name: string; type: ExtractType; meaning: string };
export type ColumnOf<Row> = ExtractColumn & { value: (row: Row) => ExtractCell };

export type ExtractRequest = {
  db: DbOrTransaction;
  scope: ResolvedScope;
  segment: ReportSegment;
  /** Of sales figures; the screens' own when undefined. */
  windowDays: number | undefined;
  now: Date;
};
export type ExtractPages = AsyncIterable<readonly (readonly ExtractCell[])[]>;

export type ExtractTable = {
  /** What one row is. */
  grain: string;
  columns: readonly ExtractColumn[];
  readPages: (request: ExtractRequest) => ExtractPages;
};

export function defineExtract<Row>(table: {
  grain: string;
  columns: readonly ColumnOf<Row>[];
  readRows: (request: ExtractRequest) => AsyncIterable<readonly Row[]> | Promise<readonly Row[]>;
}): ExtractTable {
  const { grain, columns, readRows } = table;
  return {
    grain,
    columns: columns.map(({ name, type, meaning }) => ({ name, type, meaning })),
    readPages: async function* (request) {
      const toCells = (row: Row) => columns.map(({ value }) => value(row));
      const rows = readRows(request);
      if (Symbol.asyncIterator in rows) for await (const page of rows) yield page.map(toCells);
      else yield (await rows).map(toCells);
    },
  };
}

export function column<Row>(
  name: string,
  type: ExtractType,
  meaning: string,
  value: (row: Row) => ExtractCell,
): ColumnOf<Row> {
  return { name, type, meaning, value };
}

/** Columns under the names of DOSO's own template, so that the file can be imported again. */
export function templateColumns(kind: keyof typeof kindDefinitions) {
  const { fields } = kindDefinitions[kind];
  return <Row>(fieldName: string, type: ExtractType, value: (row: Row) => ExtractCell): ColumnOf<Row> => {
    const field = fields.find(({ name }) => name === fieldName);
    if (!field) throw new Error(`the template of ${kind} has no column ${fieldName}`);
    return { name: field.title, type, meaning: field.meaning, value };
  };
}
