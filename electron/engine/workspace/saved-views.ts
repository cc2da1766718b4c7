/** A user's saved views. Each change answers with the list that stands then, by name. */

import { AppError } from '@shared/contract/errors';
import type { SavedView } from '@shared/contract/workspace';
import { engineTexts } from '@shared/texts/engine-texts';
import type { Db, DbOrTransaction } from '../database/database';

const noView = engineTexts.keeping.failures.noView;

export async function listViews(db: DbOrTransaction, userName: string): Promise<SavedView[]> {
  const rows = await db
    .selectFrom('savedView')
    .select(['id', 'name', 'screen', 'search', 'isDefault'])
    .where('userName', '=', userName)
    .orderBy('name')
    .execute();
  return rows.map((row) => ({ ...row, id: String(row.id), search: row.search as SavedView['search'] }));
}

export async function saveView(
  db: Db,
  userName: string,
  { name, screen, search, isDefault }: Omit<SavedView, 'id'>,
): Promise<SavedView[]> {
  return db.transaction().execute(async (transaction) => {
    if (isDefault) await forgetDefault(transaction, userName);
    await transaction
      .insertInto('savedView')
      .values({ userName, name, screen, search: JSON.stringify(search), isDefault })
      .onConflict((conflict) =>
        conflict
          .columns(['userName', 'name'])
          .doUpdateSet({ screen, search: JSON.stringify(search), ...(isDefault ? { isDefault } : {}) }),
      )
      .execute();
    return listViews(transaction, userName);
  });
}

/** Throws NOT_FOUND where the user has no such view. */
export async function removeView(db: Db, userName: string, id: string): Promise<SavedView[]> {
  const removed = await db
    .deleteFrom('savedView')
    .where('userName', '=', userName)
    .where('id', '=', Number(id))
    .executeTakeFirst();
  if (removed.numDeletedRows === 0n) throw missingView();
  return listViews(db, userName);
}

/** Throws NOT_FOUND where the user has no such view; the default is then as before. */
export async function setDefaultView(db: Db, userName: string, id: string | null): Promise<SavedView[]> {
  return db.transaction().execute(async (transaction) => {
    await forgetDefault(transaction, userName);
    if (id !== null) {
      const set = await transaction
        .updateTable('savedView')
        .set({ isDefault: true })
        .where('userName', '=', userName)
        .where('id', '=', Number(id))
        .executeTakeFirst();
      if (set.numUpdatedRows === 0n) throw missingView();
    }
    return listViews(transaction, userName);
  });
}

async function forgetDefault(db: DbOrTransaction, userName: string): Promise<void> {
  await db.updateTable('savedView').set({ isDefault: false }).where('userName', '=', userName).execute();
}

function missingView(): AppError {
  return new AppError('NOT_FOUND', noView.message, { nextStep: noView.nextStep });
}
