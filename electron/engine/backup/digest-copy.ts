import { AppError } from '@shared/contract/errors';
import { engineTexts } from '@shared/texts/engine-texts';
import { sql } from 'kysely';
import { Database } from '../database/database';
import { startPostgres } from '../database/open-database';
import type { TableDigest } from './manifest';
import { digestTables } from './table-digests';

const texts = engineTexts.keeping.backups;

/**
 * Opens a copied cluster, which replays what its log holds beyond the last checkpoint, sums up every table, and closes
 * it cleanly. Reading every row also checks the checksum of every page. Throws DATABASE_FAILED where the copy ends
 * before `walPosition`.
 */
export async function digestCopy(cluster: string, walPosition: string): Promise<TableDigest[]> {
  const { client } = await startPostgres(cluster);
  const database = new Database(client);
  try {
    const { rows } = await sql<{ isWhole: boolean }>`
      select pg_current_wal_insert_lsn() >= ${walPosition}::pg_lsn as is_whole`.execute(database.db);
    if (!rows[0]?.isWhole) {
      throw new AppError('DATABASE_FAILED', texts.copyEndsEarly, {
        nextStep: texts.verifyAndRepeat,
      });
    }
    return await digestTables(database.db);
  } finally {
    await database.close();
  }
}
