/** Verifies a data directory that no engine has open: the lock is held meanwhile. */

import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Verification } from '@shared/contract/backups';
import { AppError } from '@shared/contract/errors';
import { engineTexts } from '@shared/texts/engine-texts';
import { amcheck } from '../database/amcheck';
import { acquireDataDirectoryLock } from '../database/data-directory-lock';
import { Database } from '../database/database';
import { describeSchema } from '../database/describe-schema';
import { CLUSTER_FOLDER, refuseTornCluster, startPostgres } from '../database/open-database';
import { unpackTemplate } from '../database/template';
import { explainFailedOpen } from './open-with-backups';
import { verifyDatabase } from './verify-database';

const texts = engineTexts.keeping.opening;

export type VerifyRequest = {
  dataDirectory: string;
  /** The template of this version, whose schema is the expected one. */
  templateFile?: string;
  program: string;
  now: () => Date;
};

/** Throws NO_DATA where there is no database, DATA_DIR_LOCKED, DATABASE_FAILED when it does not open. */
export async function verifyDataDirectory(request: VerifyRequest): Promise<Verification> {
  const { dataDirectory } = request;
  const cluster = path.join(dataDirectory, CLUSTER_FOLDER);
  if (!existsSync(cluster)) throw new AppError('NO_DATA', texts.noDatabase(dataDirectory));
  const holder = { pid: process.pid, program: request.program, since: request.now().toISOString() };
  const lock = await acquireDataDirectoryLock(dataDirectory, holder);
  try {
    const expected = await readExpectedSchema(request.templateFile);
    const database = await openToVerify(cluster, dataDirectory);
    try {
      const checks = await verifyDatabase(database.db, expected);
      return { dataDirectory, isGood: checks.every(({ problems }) => problems.length === 0), checks };
    } finally {
      await database.close();
    }
  } finally {
    await lock.release();
  }
}

async function openToVerify(cluster: string, dataDirectory: string): Promise<Database> {
  try {
    refuseTornCluster(cluster);
    const { client } = await startPostgres(cluster, { extensions: { amcheck } });
    return new Database(client);
  } catch (error) {
    throw await explainFailedOpen(error, dataDirectory);
  }
}

async function readExpectedSchema(templateFile: string | undefined): Promise<string[] | null> {
  if (!templateFile || !existsSync(templateFile)) return null;
  const folder = mkdtempSync(path.join(tmpdir(), 'doso-schema-'));
  try {
    const cluster = path.join(folder, CLUSTER_FOLDER);
    await unpackTemplate(templateFile, cluster);
    const { client } = await startPostgres(cluster);
    const database = new Database(client);
    try {
      return await describeSchema(database.db);
    } finally {
      await database.close();
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
