/** Parquet in row groups as the pages come: money as DECIMAL(18, 2), days as DATE, the dictionary in the footer. */
import type { SchemaElement } from 'hyparquet';
import { fileWriter, parquetWriteRows } from 'hyparquet-writer';
import type { ExtractCell, ExtractColumn, ExtractPages } from './extract-table';
import type { ExtractHead } from './write-json';

type ParquetRow = Record<string, string | number | bigint | boolean | Date | undefined>;

export async function writeParquet(
  path: string,
  head: ExtractHead,
  columns: readonly ExtractColumn[],
  pages: ExtractPages,
): Promise<number> {
  let rows = 0;
  async function* toRows(): AsyncGenerator<ParquetRow> {
    for await (const page of pages) {
      rows += page.length;
      for (const cells of page) yield toParquetRow(cells, columns);
    }
  }
  await parquetWriteRows({
    writer: fileWriter(path),
    rows: toRows(),
    columns: columns.map(({ name }) => ({ name })),
    schema: [{ name: 'root', num_children: columns.length }, ...columns.map(toSchema)],
    rowGroupSize: 50_000,
    createdBy: 'DOSO',
    kvMetadata: [
      { key: 'doso.table', value: JSON.stringify(head) },
      { key: 'doso.columns', value: JSON.stringify(columns) },
    ],
  });
  return rows;
}

const KINDS: Record<ExtractColumn['type'], Omit<SchemaElement, 'name'>> = {
  text: { type: 'BYTE_ARRAY', converted_type: 'UTF8' },
  integer: { type: 'INT32' },
  decimal: { type: 'DOUBLE' },
  money: { type: 'INT64', converted_type: 'DECIMAL', precision: 18, scale: 2 },
  day: { type: 'INT32', converted_type: 'DATE' },
  flag: { type: 'BOOLEAN' },
};

function toSchema({ name, type }: ExtractColumn): SchemaElement {
  return { name, repetition_type: 'OPTIONAL', ...KINDS[type] };
}

function toParquetRow(cells: readonly ExtractCell[], columns: readonly ExtractColumn[]): ParquetRow {
  return Object.fromEntries(
    columns.map(({ name, type }, index) => [name, toValue(cells[index] ?? null, type)]),
  );
}

function toValue(cell: ExtractCell, type: ExtractColumn['type']): ParquetRow[string] {
  if (cell === null) return undefined;
  if (type === 'money') return BigInt(Math.round(Number(cell)));
  return type === 'day' ? new Date(`${String(cell)}T00:00:00Z`) : cell;
}
