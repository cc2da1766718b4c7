/** What became of the files of the watched folder. A file is known by its path, size and time, and by its bytes. */

import { AppError } from '@shared/contract/errors';
import type { WatchedFile } from '@shared/contract/watch';
import { engineTexts } from '@shared/texts/engine-texts';
import type { Db } from '../database/database';
import { dayOfInstant } from '../importing/import-context';
import type { FolderFile } from './settled-files';

export type Outcome = Pick<WatchedFile, 'state' | 'message' | 'nextStep'> & {
  fileHash?: string;
  batchIds?: readonly number[];
};

/** By path: size and time of what was last dealt with. */
export async function readHandled(
  db: Db,
  folder: string,
): Promise<ReadonlyMap<string, Omit<FolderFile, 'file'>>> {
  const rows = await db
    .selectFrom('watchedFile')
    .select(['file', 'bytes', 'modifiedAt'])
    .where('folder', '=', folder)
    .orderBy('id')
    .execute();
  return new Map(
    rows.map(({ file, bytes, modifiedAt }) => [file, { bytes, modifiedMs: Date.parse(modifiedAt) }]),
  );
}

/** Notes files before anything is done with them, so that no other look takes them too; returns their ids. */
export async function noteFiles(
  db: Db,
  folder: string,
  files: readonly FolderFile[],
  outcome: Pick<Outcome, 'state' | 'message'>,
  seenAt: string,
): Promise<number[]> {
  const ids: number[] = [];
  for (const { file, bytes, modifiedMs } of files) {
    const { id } = await db
      .insertInto('watchedFile')
      .values({
        folder,
        file,
        bytes,
        modifiedAt: new Date(modifiedMs).toISOString(),
        fileHash: null,
        ...outcome,
        nextStep: null,
        seenAt,
      })
      .returning('id')
      .executeTakeFirstOrThrow();
    ids.push(id);
  }
  return ids;
}

export async function saveOutcome(db: Db, id: number, outcome: Outcome): Promise<void> {
  const { batchIds, fileHash, ...words } = outcome;
  await db
    .updateTable('watchedFile')
    .set({ ...words, ...(fileHash && { fileHash }), ...(batchIds && { batchIds: [...batchIds] }) })
    .where('id', '=', id)
    .execute();
}

/** The file is new again at the next look. Throws NOT_FOUND. */
export async function forgetFile(db: Db, id: number): Promise<void> {
  const { numDeletedRows } = await db.deleteFrom('watchedFile').where('id', '=', id).executeTakeFirst();
  if (numDeletedRows === 0n) throw new AppError('NOT_FOUND', engineTexts.importing.watching.gone);
}

/** What an engine that is gone had begun: it is taken up anew. */
export async function forgetUnfinished(db: Db): Promise<void> {
  await db.deleteFrom('watchedFile').where('state', '=', 'importing').execute();
}

/** In words, where and when the same bytes came in before; null when they are new. */
export async function describeKnownBytes(db: Db, fileHash: string): Promise<string | null> {
  const watched = await db
    .selectFrom('watchedFile')
    .select(['file', 'seenAt'])
    .where('fileHash', '=', fileHash)
    .where('state', 'in', ['imported', 'refused'])
    .orderBy('id')
    .executeTakeFirst();
  if (watched)
    return engineTexts.importing.watching.knownFromFolder(
      watched.file,
      dayOfInstant(new Date(watched.seenAt)),
    );
  const batch = await db
    .selectFrom('importBatch')
    .select(['fileName', 'importedAt'])
    .where('fileHash', '=', fileHash)
    .where('undoneAt', 'is', null)
    .orderBy('id')
    .executeTakeFirst();
  return batch
    ? engineTexts.importing.watching.knownFromImport(batch.fileName, dayOfInstant(new Date(batch.importedAt)))
    : null;
}

/** Newest first. */
export async function listWatchedFiles(
  db: Db,
  { offset, limit }: { offset: number; limit: number },
): Promise<{ total: number; files: WatchedFile[] }> {
  const { total } = await db
    .selectFrom('watchedFile')
    .select(({ fn }) => fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow();
  const rows = await db
    .selectFrom('watchedFile')
    .select(['id', 'file', 'bytes', 'state', 'message', 'nextStep', 'batchIds', 'seenAt'])
    .orderBy('id', 'desc')
    .offset(offset)
    .limit(limit)
    .execute();
  return {
    total: Number(total),
    files: rows.map(({ id, state, batchIds, ...row }) => ({
      ...row,
      id: String(id),
      state: state as WatchedFile['state'],
      batchIds: batchIds.map(String),
    })),
  };
}
