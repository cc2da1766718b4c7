/** A real PGlite in a temporary directory, migrated, with durable syncs as in the product. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Database } from '@engine/database/database';
import { openDatabase } from '@engine/database/open-database';

export type TestDatabase = { database: Database; dataDirectory: string; dispose: () => Promise<void> };

export async function openTestDatabase(): Promise<TestDatabase> {
  const dataDirectory = mkdtempSync(path.join(tmpdir(), 'doso-test-'));
  const { database } = await openDatabase({
    dataDirectory,
    templateFile: path.resolve('out/database-template.tar.gz'),
    program: 'a test',
    openedAt: '2026-01-01T00:00:00.000Z',
  });
  return {
    database,
    dataDirectory,
    dispose: async () => {
      await database.close();
      rmSync(dataDirectory, { recursive: true, force: true });
    },
  };
}
