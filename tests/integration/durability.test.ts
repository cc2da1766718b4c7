import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { openDatabase } from '@engine/database/open-database';
import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';

describe('durability', () => {
  it('syncs at every commit, and directory entries too', async () => {
    const dataDirectory = mkdtempSync(path.join(tmpdir(), 'doso-durable-'));
    const { database, syncCounts } = await openDatabase({ dataDirectory, program: 'a test', openedAt: '' });
    try {
      await database.db.insertInto('setting').values({ name: 'warm', value: '0' }).execute();
      const before = { ...syncCounts };
      for (let n = 0; n < 20; n++)
        await database.db
          .insertInto('setting')
          .values({ name: `s${n}`, value: '1' })
          .execute();
      expect(syncCounts.files - before.files).toBeGreaterThanOrEqual(20);
      // New WAL segments of 1 MB are new directory entries.
      await sql`create table filler as select repeat('x', 1000) as text from generate_series(1, 4000)`.execute(
        database.db,
      );
      expect(syncCounts.directories).toBeGreaterThan(before.directories);
    } finally {
      await database.close();
      rmSync(dataDirectory, { recursive: true, force: true });
    }
  });
});
