/** The body of a watched folder's import job: each file by itself, and what became of it is kept. */

import path from 'node:path';
import type { ImportOptions, ImportReport } from '@shared/contract/imports';
import type { WatchSettings } from '@shared/contract/watch';
import { engineTexts } from '@shared/texts/engine-texts';
import { LOCALE } from '@shared/texts/locale';
import { importExports } from '../cycle/import-exports';
import type { EngineContext } from '../engine-context';
import { FileRefused } from '../importing/file-refused';
import { inspectFile } from '../importing/inspect-file';
import { toErrorReply } from '../jobs/error-reply';
import type { JobHandle } from '../jobs/job-runner';
import { describeKnownBytes, forgetFile, type Outcome, saveOutcome } from './watched-files';

const words = engineTexts.importing.watching;

export type NotedFile = { readonly id: number; readonly file: string; readonly path: string };

/** Refusals that are the folder's, not the file's: it is tried again. */
const PASSING = new Set(['FILE_NOT_FOUND', 'FILE_NOT_READABLE']);

/** `onTrouble` hears of files that could not be read just now. */
export async function importWatchedFiles(
  context: EngineContext,
  files: readonly NotedFile[],
  settings: WatchSettings,
  handle: JobHandle,
  onTrouble: (file: string, why: string) => void,
): Promise<ImportReport> {
  const whole: ImportReport = { batches: [], refused: [] };
  for (const [index, file] of files.entries()) {
    const part: JobHandle = {
      signal: handle.signal,
      report: (progress, message) =>
        handle.report(progress === null ? null : (index + progress) / files.length, message),
    };
    try {
      handle.signal.throwIfAborted();
      const { report, outcome } = await importOne(context, file, settings, part);
      whole.batches.push(...report.batches);
      whole.refused.push(...report.refused);
      await saveOutcome(context.db, file.id, outcome);
    } catch (error) {
      if (handle.signal.aborted) {
        await giveUp(context, files.slice(index), handle.signal.reason);
        throw error;
      }
      const why = describePassing(error);
      if (why === null) await saveOutcome(context.db, file.id, failure(context, error));
      else {
        onTrouble(file.file, why);
        await forgetFile(context.db, file.id);
      }
    }
  }
  return whole;
}

async function importOne(
  context: EngineContext,
  file: NotedFile,
  settings: WatchSettings,
  handle: JobHandle,
): Promise<{ report: ImportReport; outcome: Outcome }> {
  const { hash } = await inspectFile(file.path);
  const known = await describeKnownBytes(context.db, hash);
  if (known !== null) {
    const outcome: Outcome = { state: 'known', message: known, nextStep: null };
    return { report: { batches: [], refused: [] }, outcome };
  }
  const report = await importExports(context, { paths: [file.path], options: optionsOf(settings) }, handle);
  const passing = report.batches.length === 0 && report.refused.find(({ code }) => PASSING.has(code));
  if (passing) throw new FileRefused(passing.code, passing.message, passing.nextStep);
  return { report, outcome: { ...describeReport(report), fileHash: hash } };
}

function optionsOf({ coverage, storeCode }: WatchSettings): ImportOptions {
  return { kind: 'auto', coverage, map: {}, ...(storeCode !== null && { storeCode }) };
}

function describeReport({ batches, refused }: ImportReport): Outcome {
  const [first] = refused;
  const rows = batches.reduce((sum, batch) => sum + batch.rows.read, 0);
  const rejected = batches.reduce((sum, batch) => sum + batch.rows.rejected, 0);
  const read = rows.toLocaleString(LOCALE);
  const loaded =
    rejected === 0
      ? words.loaded(rows, read)
      : words.loadedAndRejected(rows, read, rejected.toLocaleString(LOCALE));
  const batchIds = batches.map(({ id }) => Number(id));
  if (batches.length === 0 && first) {
    return { state: 'refused', message: first.message, nextStep: first.nextStep };
  }
  const message = first ? words.refusedInArchive(loaded, String(refused.length), first.message) : loaded;
  return { state: 'imported', message, nextStep: first?.nextStep ?? null, batchIds };
}

/** What the user stopped is not begun again by itself; what a closing engine stopped is. */
async function giveUp(context: EngineContext, files: readonly NotedFile[], reason: unknown): Promise<void> {
  if (context.watch.isStopping) return;
  const message = reason instanceof Error ? reason.message : words.cancelled.message;
  for (const { id } of files)
    await saveOutcome(context.db, id, {
      state: 'failed',
      message,
      nextStep: words.cancelled.nextStep,
    });
}

/** Why a file could not be read just now; null for what is no trouble of the folder. */
function describePassing(error: unknown): string | null {
  if (error instanceof FileRefused) return PASSING.has(error.code) ? error.message : null;
  const { code, syscall, path: file } = error as NodeJS.ErrnoException;
  if (typeof code !== 'string' || typeof syscall !== 'string') return null;
  return file ? words.cutOff(path.basename(file), code) : words.theFileCutOff(code);
}

function failure(context: EngineContext, error: unknown): Outcome {
  const { message, nextStep } = toErrorReply(error, context.logger);
  return { state: 'failed', message, nextStep };
}
