/**
 * Writes a batch's rejected rows as CSV, with a column that says why: to be corrected and imported again. The
 * cells come from the source file, for rejected rows are not stored; personal columns are left out.
 */

import { writeFile } from 'node:fs/promises';
import { AppError } from '@shared/contract/errors';
import { importOptionsSchema } from '@shared/contract/imports';
import { engineTexts } from '@shared/texts/engine-texts';
import { FileRefused } from './file-refused';
import type { ImportContext } from './import-context';
import { typingContext } from './import-files';
import { parseBatchId, readBatch } from './list-batches';
import { type OpenTable, openTable } from './open-table';
import { UnpackedFiles } from './unpack/unpacked-files';

const words = engineTexts.importing.batches.rejects;

/** Throws NOT_FOUND when the source is gone, CONFLICT when it changed, FILE_NOT_WRITTEN. */
export async function saveRejects(
  context: ImportContext,
  batchId: string,
  path: string,
): Promise<{ path: string; rows: number }> {
  const id = parseBatchId(batchId);
  const reasons = await readReasons(context, id);
  const unpacked = new UnpackedFiles();
  try {
    return await writeRejects(await openSource(context, id, unpacked), reasons, path);
  } finally {
    await unpacked.remove();
  }
}

async function writeRejects(
  open: OpenTable,
  reasons: ReadonlyMap<number, readonly string[]>,
  path: string,
): Promise<{ path: string; rows: number }> {
  const kept = open.table.columns.filter(({ isPersonal }) => !isPersonal).map(({ index }) => index);
  const lines = [csvLine([...kept.map((index) => open.table.header[index] ?? ''), words.whyColumn])];
  for await (const chunk of open.raw.rows()) {
    for (const { line, cells } of chunk) {
      const why = reasons.get(line);
      if (why !== undefined) lines.push(csvLine([...kept.map((index) => cells[index] ?? ''), why.join(' ')]));
    }
  }
  try {
    await writeFile(path, `\uFEFF${lines.join('')}`);
  } catch (error) {
    throw new AppError(
      'FILE_NOT_WRITTEN',
      words.notWritten.message(path, (error as NodeJS.ErrnoException).code ?? words.unknownReason),
      {
        nextStep: words.notWritten.nextStep,
      },
    );
  }
  return { path, rows: lines.length - 1 };
}

async function readReasons({ database }: ImportContext, batchId: number): Promise<Map<number, string[]>> {
  const problems = await database.db
    .selectFrom('importProblem')
    .select(['line', 'columnName', 'message'])
    .where('batchId', '=', batchId)
    .where('severity', '=', 'rejected')
    .orderBy('id')
    .execute();
  const reasons = new Map<number, string[]>();
  for (const { line, columnName, message } of problems) {
    if (line === null) continue;
    const why = columnName === null ? message : words.why(columnName, message);
    reasons.set(line, [...(reasons.get(line) ?? []), why]);
  }
  return reasons;
}

/** Throws NOT_FOUND when the file is gone, CONFLICT when it changed. */
async function openSource(
  context: ImportContext,
  batchId: number,
  unpacked: UnpackedFiles,
): Promise<OpenTable> {
  const batch = await readBatch(context.database.db, batchId);
  const { sourcePath, options } = await context.database.db
    .selectFrom('importBatch')
    .select(['sourcePath', 'options'])
    .where('id', '=', batchId)
    .executeTakeFirstOrThrow();
  try {
    for (const source of await unpacked.sourcesOf(sourcePath ?? '')) {
      if ('refusal' in source || source.facts.hash !== batch.fileHash) continue;
      const reading = { ...importOptionsSchema.parse(options), kind: batch.kind, ...typingContext(context) };
      return await openTable(source.facts, reading);
    }
  } catch (error) {
    if (!(error instanceof FileRefused)) throw error;
    throw new AppError('NOT_FOUND', words.sourceGone.message(batch.file, sourcePath ?? words.oldPlace), {
      nextStep: words.sourceGone.nextStep,
    });
  }
  throw new AppError('CONFLICT', words.sourceChanged.message(batch.file), {
    nextStep: words.sourceChanged.nextStep,
  });
}

/** A cell that a spreadsheet would run as a formula is marked as text. */
function csvLine(cells: readonly string[]): string {
  const quoted = cells.map((cell) => {
    const text = /^[=+@\t]|^-(?![\d.])/.test(cell) ? `'${cell}` : cell;
    return /[",\r\n]/.test(text) ? `"${text.replace(/"/g, '""')}"` : text;
  });
  return `${quoted.join(',')}\r\n`;
}
