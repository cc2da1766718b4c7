/** What files look like before anything is stored: kind, mapping, a sample and its problems. */
import { basename } from 'node:path';
import type { ImportOptions, ImportPreview } from '@shared/contract/imports';
import { applyProfile } from './apply-profile';
import { FileRefused } from './file-refused';
import type { ImportContext } from './import-context';
import { asOfClues, typingContext } from './import-files';
import { AsOfEvidence, decideAsOf } from './normalise/as-of';
import { createRowFilter } from './normalise/ignored-rows';
import { normaliseRow } from './normalise/normalise-row';
import { RowReader } from './normalise/row-reader';
import { type OpenTable, openTable } from './open-table';
import { openingRemarks } from './remarks';
import type { Problem } from './types';

const SAMPLE_SHOWN = 20;
const PROBLEMS_SHOWN = 100;

export async function previewFiles(
  context: ImportContext,
  paths: readonly string[],
  requested: ImportOptions,
): Promise<ImportPreview[]> {
  const options = await applyProfile(context.database.db, requested);
  const previews: ImportPreview[] = [];
  for (const path of paths) previews.push(await previewFile(context, path, options, paths.length === 1));
  return previews;
}

async function previewFile(
  context: ImportContext,
  path: string,
  options: ImportOptions,
  isMapStrict: boolean,
): Promise<ImportPreview> {
  try {
    return describe(
      await openTable(path, { ...options, ...typingContext(context), isMapStrict }),
      options,
      typingContext(context),
    );
  } catch (error) {
    if (!(error instanceof FileRefused)) throw error;
    return {
      ...EMPTY_PREVIEW,
      file: basename(path),
      path,
      refusal: { code: error.code, message: error.message, nextStep: error.nextStep },
    };
  }
}

const EMPTY_PREVIEW: Omit<ImportPreview, 'file' | 'path' | 'refusal'> = {
  bytes: 0,
  format: null,
  kind: null,
  profile: null,
  asOf: null,
  asOfSource: null,
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
  const asOf = decideAsOf(asOfClues(open, options, typing), evidence);
  return {
    file: open.facts.name,
    path: open.facts.path,
    bytes: open.facts.bytes,
    format: open.format,
    kind: open.table.kind,
    profile: null,
    asOf: asOf.day,
    asOfSource: asOf.source,
    rowsSampled: open.sample.length,
    columns: open.table.columns.map(({ source, target, confidence, isPersonal }) => ({
      source,
      target,
      confidence,
      isPersonal,
    })),
    sample: open.sample.slice(0, SAMPLE_SHOWN).map(({ cells }) => shownCells(open, cells)),
    problems: problems.slice(0, PROBLEMS_SHOWN),
    remarks: openingRemarks(open, options),
    refusal: null,
  };
}

/** Personal cells are not even shown. */
function shownCells({ table }: OpenTable, cells: readonly string[]): Record<string, string | null> {
  const shown = table.columns.filter(({ isPersonal, source }) => !isPersonal && source !== '');
  return Object.fromEntries(shown.map(({ index, source }) => [source, cells[index] ?? null]));
}
