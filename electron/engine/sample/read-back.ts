/** Reads the sample's files back for its tests, simply and apart from the product's own importer. */
import { readFileSync } from 'node:fs';
import ExcelJS from 'exceljs';
import { parquetReadObjects } from 'hyparquet';

export const SAMPLE_FILE_NAMES = [
  'allocation.json',
  'feedback.csv',
  'inventory.csv',
  'market.parquet',
  'orders.xlsx',
  'sales.txt',
];

/** One row by header. */
export type Row = Record<string, string>;

/** Reads delimited text with quotes; its rows must not hold line ends. */
export function readRows(path: string, separator: string): Row[] {
  const [header = [], ...lines] = readFileSync(path, 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => cells(line, separator));
  return lines.map((line) => Object.fromEntries(header.map((name, index) => [name, line[index] ?? ''])));
}

function cells(line: string, separator: string): string[] {
  const found: string[] = [];
  let cell = '';
  let quoted = false;
  for (const character of line) {
    if (character === '"') quoted = !quoted;
    else if (character === separator && !quoted) {
      found.push(cell);
      cell = '';
    } else cell += character;
  }
  return [...found, cell];
}

export async function readOrders(path: string): Promise<Row[]> {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.readFile(path);
  const sheet = workbook.worksheets[0];
  const rows: string[][] = [];
  sheet?.eachRow((row) => {
    rows.push((row.values as unknown[]).slice(1).map((value) => String(value ?? '')));
  });
  const [header = [], ...lines] = rows;
  return lines.map((line) => Object.fromEntries(header.map((name, index) => [name, line[index] ?? ''])));
}

export async function readMarket(path: string): Promise<Record<string, unknown>[]> {
  const bytes = readFileSync(path);
  return parquetReadObjects({
    file: bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer,
  });
}

export function isoDay(text: string): string {
  return `${text.slice(6)}-${text.slice(0, 2)}-${text.slice(3, 5)}`;
}

export function counted(row: Row): boolean {
  return row['Deal Status'] === 'F' || row['Deal Status'] === 'B';
}
