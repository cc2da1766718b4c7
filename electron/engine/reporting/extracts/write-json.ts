/**
 * One JSON document: what the table is, what its columns mean, and its rows as objects; a row to a line. Its rows are
 * the only list in it, so that whoever reads it finds them.
 */
import type { FileHandle } from 'node:fs/promises';
import type { ExtractCell, ExtractColumn, ExtractPages } from './extract-table';

export type ExtractHead = { table: string; title: string; grain: string; store: string; asOf: string };

export async function writeJson(
  file: FileHandle,
  head: ExtractHead,
  columns: readonly ExtractColumn[],
  pages: ExtractPages,
): Promise<number> {
  let rows = 0;
  const dictionary = Object.fromEntries(
    columns.map(({ name, type, meaning }) => [name, { type: TYPES[type], meaning }]),
  );
  await file.write(`${JSON.stringify({ ...head, columns: dictionary }).slice(0, -1)},"rows":[`);
  for await (const page of pages) {
    const lines = page.map((cells) => `\n${JSON.stringify(toObject(cells, columns))}`);
    if (lines.length > 0) await file.write(`${rows > 0 ? ',' : ''}${lines.join(',')}`);
    rows += page.length;
  }
  await file.write('\n]}\n');
  return rows;
}

const TYPES: Record<ExtractColumn['type'], string> = {
  text: 'text',
  integer: 'whole number',
  decimal: 'number',
  money: 'dollars',
  day: 'day, YYYY-MM-DD',
  flag: 'true or false',
};

function toObject(cells: readonly ExtractCell[], columns: readonly ExtractColumn[]) {
  return Object.fromEntries(
    columns.map(({ name, type }, index) => {
      const cell = cells[index] ?? null;
      return [name, type === 'money' && typeof cell === 'number' ? cell / 100 : cell];
    }),
  );
}
