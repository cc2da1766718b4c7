/** What files look like before anything is stored: kind, mapping, a sample and its problems. */

import { basename } from 'node:path';
import type { ColumnMapping, ImportOptions, ImportPreview } from '@shared/contract/imports';
import { engineTexts } from '@shared/texts/engine-texts';
import { fileKey, optionsOfFile } from './file-answers';
import { FileRefused, TableRefused } from './file-refused';
import type { ImportContext } from './import-context';
import { asOfClues, typingContext } from './import-files';
import type { FileFacts } from './inspect-file';
import { AsOfEvidence, decideAsOf } from './normalise/as-of';
import { createRowFilter } from './normalise/ignored-rows';
import { normaliseRow } from './normalise/normalise-row';
import { RowReader } from './normalise/row-reader';
import { effectiveOptions, type OpenOptions, type OpenTable, openTable, SAMPLE_ROWS } from './open-table';
import { readProfileChoice } from './profiles';
import { openingRemarks } from './remarks';
import type { MappedColumn, Problem, RawRow } from './types';
import { UnpackedFiles } from './unpack/unpacked-files';

const asOfWords = engineTexts.importing.remarks.asOf;

const SAMPLE_SHOWN = 20;
const PROBLEMS_SHOWN = 100;

export async function previewFiles(
  context: ImportContext,
  paths: readonly string[],
  options: ImportOptions,
): Promise<ImportPreview[]> {
  const opening: OpenOptions = {
    ...options,
    ...typingContext(context),
    isMapStrict: paths.length === 1,
    profiles: await readProfileChoice(context.database.db, options),
  };
  const previews: ImportPreview[] = [];
  const unpacked = new UnpackedFiles();
  try {
    for (const path of paths) previews.push(...(await previewPath(unpacked, path, options, opening)));
  } finally {
    await unpacked.remove();
  }
  return previews;
}

/** As many previews as an archive holds files. */
async function previewPath(
  unpacked: UnpackedFiles,
  path: string,
  options: ImportOptions,
  opening: OpenOptions,
): Promise<ImportPreview[]> {
  try {
    const previews: ImportPreview[] = [];
    for (const source of await unpacked.sourcesOf(path)) {
      if ('refusal' in source) previews.push(describeRefused(path, undefined, source.refusal));
      else previews.push(await previewFile(source.facts, optionsOfFile(options, source.facts), opening));
    }
    return previews;
  } catch (error) {
    if (!(error instanceof FileRefused)) throw error;
    return [describeRefused(path, undefined, error)];
  }
}

async function previewFile(
  facts: FileFacts,
  options: ImportOptions,
  opening: OpenOptions,
): Promise<ImportPreview> {
  try {
    return describe(await openTable(facts, { ...opening, ...options }), options, opening);
  } catch (error) {
    if (!(error instanceof FileRefused)) throw error;
    return describeRefused(facts.sourcePath, facts, error);
  }
}

/** A table whose columns are known is shown with them, so that what is missing can be said by hand. */
function describeRefused(path: string, facts: FileFacts | undefined, error: FileRefused): ImportPreview {
  const { code, message, nextStep } = error;
  const table = error instanceof TableRefused ? error.table : undefined;
  return {
    ...EMPTY_PREVIEW,
    key: facts ? fileKey(facts) : path,
    file: facts?.name ?? basename(path),
    path,
    bytes: facts?.bytes ?? 0,
    refusal: { code, message, nextStep },
    ...(table && {
      kind: table.kind,
      rowsSampled: table.rows.length,
      columns: table.columns.map(shownColumn),
      sample: shownRows(table.columns, table.rows),
    }),
  };
}

const EMPTY_PREVIEW: Omit<ImportPreview, 'key' | 'file' | 'path' | 'refusal'> = {
  bytes: 0,
  format: null,
  kind: null,
  profile: null,
  asOf: null,
  asOfSource: null,
  coverage: null,
  rowsSampled: 0,
  columns: [],
  sample: [],
  problems: [],
  remarks: [],
};

function describe(
  open: OpenTable,
  options: ImportOptions,
  typing: { today: string; timeZone: string },
): ImportPreview {
  const reader = new RowReader(open.typing.columns, typing);
  const filter = createRowFilter(open.table.header, open.typing.columns);
  const evidence = new AsOfEvidence(typing.today);
  const problems: Problem[] = [];
  for (const row of open.sample) {
    const outcome = normaliseRow(open.table.kind, row, reader, filter, open.hints);
    if (outcome.type === 'accepted') evidence.add(outcome.row);
    if (outcome.type !== 'ignored') problems.push(...outcome.problems);
  }
  const asOf = decideAsOf(asOfClues(open, options, typing), evidence.result());
  const effective = effectiveOptions(open, options);
  return {
    key: fileKey(open.facts),
    file: open.facts.name,
    path: open.facts.sourcePath,
    bytes: open.facts.bytes,
    format: open.format,
    kind: open.table.kind,
    profile: open.profile?.name ?? null,
    asOf: asOf.day,
    // Rows further down may be newer.
    asOfSource: isOfFirstRows(open, asOf.source) ? asOfWords.newestOfFirstRows : asOf.source,
    coverage: open.table.kind === 'inventory' ? effective.coverage : null,
    rowsSampled: open.sample.length,
    columns: open.table.columns.map(shownColumn),
    sample: shownRows(open.table.columns, open.sample),
    problems: problems.slice(0, PROBLEMS_SHOWN),
    remarks: openingRemarks(open, effective),
    refusal: null,
  };
}

function isOfFirstRows({ sample }: OpenTable, source: string): boolean {
  return source === asOfWords.newestDate && sample.length >= SAMPLE_ROWS;
}

function shownColumn({ source, target, confidence, isPersonal }: MappedColumn): ColumnMapping {
  return { source, target, confidence, isPersonal };
}

/** Personal cells are not even shown. */
function shownRows(
  columns: readonly MappedColumn[],
  rows: readonly RawRow[],
): Record<string, string | null>[] {
  const shown = columns.filter(({ isPersonal, source }) => !isPersonal && source !== '');
  return rows
    .slice(0, SAMPLE_SHOWN)
    .map(({ cells }) => Object.fromEntries(shown.map(({ index, source }) => [source, cells[index] ?? null])));
}
