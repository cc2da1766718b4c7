/** One table of text written in every format, encoding and container that is read; for tests. */
import { gzipSync } from 'node:zlib';
import { type BookType, utils, write } from '@e965/xlsx';
import { parquetWriteBuffer } from 'hyparquet-writer';
import { encode } from 'iconv-lite';
import { writeZip } from '../fixtures/importing/write-zip';

export type TableWriter = (table: readonly (readonly string[])[]) => { name: string; bytes: Uint8Array };

export const TABLE_FORMATS: Record<string, TableWriter> = {
  comma: (table) => ({ name: 'a.csv', bytes: Buffer.from(delimited(table, ',')) }),
  'comma with a mark': (table) => ({ name: 'a.csv', bytes: Buffer.from(`\uFEFF${delimited(table, ',')}`) }),
  'semicolon in Windows-1252': (table) => ({
    name: 'a.csv',
    bytes: encode(delimited(table, ';'), 'windows-1252'),
  }),
  'tab in UTF-16': (table) => ({
    name: 'a.txt',
    bytes: encode(delimited(table, '\t'), 'utf-16le', { addBOM: true }),
  }),
  pipe: (table) => ({ name: 'a.txt', bytes: Buffer.from(delimited(table, '|')) }),
  'print spool': (table) => ({ name: 'a.prn', bytes: Buffer.from(spool(table)) }),
  gzip: (table) => ({ name: 'a.csv.gz', bytes: gzipSync(delimited(table, ',')) }),
  zip: (table) => ({ name: 'a.zip', bytes: writeZip([{ name: 'a.csv', content: delimited(table, ',') }]) }),
  json: (table) => ({ name: 'a.json', bytes: Buffer.from(JSON.stringify(records(table))) }),
  'json of one-element lists': (table) => ({
    name: 'a.json',
    bytes: Buffer.from(JSON.stringify(records(table).map((record) => mapValues(record, (value) => [value])))),
  }),
  'json lines': (table) => ({
    name: 'a.ndjson',
    bytes: Buffer.from(
      records(table)
        .map((record) => JSON.stringify(record))
        .join('\n'),
    ),
  }),
  xml: (table) => ({ name: 'a.xml', bytes: Buffer.from(xml(table)) }),
  html: (table) => ({ name: 'a.xls', bytes: Buffer.from(html(table)) }),
  xlsx: workbook('xlsx'),
  biff8: workbook('biff8'),
  parquet: (table) => ({
    name: 'a.parquet',
    bytes: new Uint8Array(
      parquetWriteBuffer({
        columnData: (table[0] ?? []).map((name, index) => ({
          name,
          data: table.slice(1).map((row) => row[index] ?? ''),
          type: 'STRING' as const,
        })),
      }),
    ),
  }),
};

function delimited(table: readonly (readonly string[])[], delimiter: string): string {
  const cell = (text: string) => (/[",;|\t]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  return table.map((row) => `${row.map(cell).join(delimiter)}\r\n`).join('');
}

/** Fixed width under a dashed rule, ten rows a page, each page with its head. Cells hold no other format's delimiter. */
function spool(table: readonly (readonly string[])[]): string {
  const [header = [], ...rows] = table;
  const widths = header.map((_, column) => Math.max(2, ...table.map((row) => row[column]?.length ?? 0)));
  const line = (cells: readonly string[]) =>
    cells
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd();
  const head = [line(header), widths.map((width) => '-'.repeat(width)).join('  ')];
  const lines = rows.flatMap((row, index) => [
    ...(index % 10 === 0 ? [`\nPAGE ${index / 10 + 1}   DEAL LISTING`, ...head] : []),
    line(row),
  ]);
  return `${lines.join('\r\n')}\r\n`;
}

function records(table: readonly (readonly string[])[]): Record<string, string>[] {
  const [header = [], ...rows] = table;
  return rows.map((row) => Object.fromEntries(header.map((name, index) => [name, row[index] ?? ''])));
}

function mapValues<To>(record: Record<string, string>, change: (value: string) => To): Record<string, To> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, change(value)]));
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}

function html(table: readonly (readonly string[])[]): string {
  const rows = table.map((row) => `<tr>${row.map((cell) => `<td>${escaped(cell)}</td>`).join('')}</tr>`);
  return `<html><meta charset="utf-8"><body><table>${rows.join('\n')}</table></body></html>`;
}

function xml(table: readonly (readonly string[])[]): string {
  const name = (text: string) => text.replace(/[^A-Za-z0-9]+/g, '-').replace(/-$/, '');
  const deals = records(table).map(
    (record) =>
      `<Deal>${Object.entries(record)
        .map(([key, value]) => `<${name(key)}>${escaped(value)}</${name(key)}>`)
        .join('')}</Deal>`,
  );
  return `<?xml version="1.0"?><Deals>${deals.join('')}</Deals>`;
}

function workbook(bookType: BookType): TableWriter {
  return (table) => {
    const sheet = utils.aoa_to_sheet(table.map((row) => [...row]));
    const book = { SheetNames: ['Deals'], Sheets: { Deals: sheet } };
    return { name: `a.${bookType}`, bytes: write(book, { type: 'buffer', bookType }) as Buffer };
  };
}
