/** A table as a file, by its ending: .csv with its dictionary beside it, .json or .parquet with it inside. */
import { open } from 'node:fs/promises';
import path from 'node:path';
import { AppError } from '@shared/contract/errors';
import type { ExtractRequestInput } from '@shared/contract/reports';
import { EXTRACT_TITLES } from '@shared/domain/report-kind';
import type { EngineContext } from '../../engine-context';
import type { JobHandle } from '../../jobs/job-runner';
import { resolveScope } from '../../stores/resolve-scope';
import { scopeOfView, segmentOf } from '../report-segment';
import { noteSavedReport } from '../saved-reports';
import { writeFileWhole, writeWhole } from '../write-file-whole';
import type { ExtractPages, ExtractTable } from './extract-table';
import { extractTables } from './extract-tables';
import { writeDelimited } from './write-delimited';
import { type ExtractHead, writeJson } from './write-json';
import { writeParquet } from './write-parquet';

type Format = 'csv' | 'json' | 'parquet';

/** Throws BAD_INPUT for a path that is not a whole path to a file of these formats. */
export function formatOfExtract(target: string): Format {
  const format = path.extname(target).slice(1).toLowerCase();
  if (path.isAbsolute(target) && (format === 'csv' || format === 'json' || format === 'parquet'))
    return format;
  throw new AppError('BAD_INPUT', 'A table needs a whole path that ends in .csv, .json or .parquet.', {
    details: { path: target },
    nextStep: 'Choose a folder and a name with one of these endings.',
  });
}

/** Throws NO_DATA without stock and sales, FILE_NOT_WRITTEN when the folder does not take the file. */
export async function writeExtract(
  context: EngineContext,
  handle: JobHandle,
  input: ExtractRequestInput,
): Promise<{ path: string; bytes: number; rows: number }> {
  const { db } = context;
  const format = formatOfExtract(input.path);
  const scope = scopeOfView(await resolveScope(db, input), input.view);
  const table = extractTables[input.table];
  const head: ExtractHead = {
    table: input.table,
    title: EXTRACT_TITLES[input.table],
    grain: table.grain,
    store: scope.store.code,
    asOf: scope.asOf,
  };
  handle.report(null, `Writing ${head.title.toLowerCase()}`);
  const pages = watched(
    table.readPages({
      db,
      scope,
      segment: segmentOf(input),
      windowDays: input.view?.windowDays,
      now: context.now(),
    }),
    handle,
  );
  let rows = 0;
  const bytes = await writeWhole(input.path, async (temporary) => {
    rows = await writeRows(temporary, format, head, table, pages);
  });
  if (format === 'csv') await writeDictionary(input.path, table);
  await noteSavedReport(db, { path: input.path, format });
  context.events.dataChanged('reports');
  return { path: input.path, bytes, rows };
}

async function writeRows(
  file: string,
  format: Format,
  head: ExtractHead,
  table: ExtractTable,
  pages: ExtractPages,
): Promise<number> {
  if (format === 'parquet') return writeParquet(file, head, table.columns, pages);
  const handle = await open(file, 'w');
  try {
    return format === 'csv'
      ? await writeDelimited(handle, table.columns, pages)
      : await writeJson(handle, head, table.columns, pages);
  } finally {
    await handle.close();
  }
}

/** Says how far it is, and stops between two pages when the job is cancelled. */
async function* watched(pages: ExtractPages, handle: JobHandle): ExtractPages {
  let rows = 0;
  for await (const page of pages) {
    handle.signal.throwIfAborted();
    rows += page.length;
    handle.report(null, `${rows.toLocaleString('en-US')} rows written`);
    yield page;
  }
}

/** `stock.csv` has its columns explained in `stock.columns.csv`. */
async function writeDictionary(target: string, { columns }: ExtractTable): Promise<void> {
  const lines = [
    ['Column', 'Type', 'Meaning'],
    ...columns.map(({ name, type, meaning }) => [name, type, meaning]),
  ];
  const quote = (text: string) => `"${text.replace(/"/g, '""')}"`;
  const text = lines.map((cells) => `${cells.map(quote).join(',')}\r\n`).join('');
  await writeFileWhole(target.replace(/\.csv$/i, '.columns.csv'), new TextEncoder().encode(text));
}
