/** The list of reports that were written, newest first. Files may be gone since: the list says what was made. */
import { stat } from 'node:fs/promises';
import { AppError } from '@shared/contract/errors';
import type { Db } from '../database/database';

export type SavedReport = { path: string; format: string; bytes: number; createdAt: string };

const SHOWN = 50;

export async function listSavedReports(db: Db): Promise<SavedReport[]> {
  return db
    .selectFrom('savedReport')
    .select(['path', 'format', 'bytes', 'createdAt'])
    .orderBy('id', 'desc')
    .limit(SHOWN)
    .execute();
}

/** Throws NOT_FOUND when there is no such file: only what was written is listed. */
export async function noteSavedReport(
  db: Db,
  report: { path: string; format: string },
): Promise<SavedReport> {
  const file = await stat(report.path).catch(() => null);
  if (!file?.isFile()) {
    throw new AppError('NOT_FOUND', `There is no report at ${report.path}.`, {
      details: { path: report.path },
      nextStep: 'Write the report again.',
    });
  }
  return db
    .insertInto('savedReport')
    .values({ ...report, bytes: file.size })
    .returning(['path', 'format', 'bytes', 'createdAt'])
    .executeTakeFirstOrThrow();
}
