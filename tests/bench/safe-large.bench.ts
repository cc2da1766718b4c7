/** A database larger than any store's: opened, imported into, asked, backed up and restored. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createBackup } from '@engine/backup/create-backup';
import { restoreBackup } from '@engine/backup/restore-backup';
import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { isFullSize, recordFigure } from '../helpers/record-figure';
import { clientOf, importInto, startTestEngine } from '../helpers/safety/test-engine';
import { writeSmallInventory } from '../helpers/small-files';

const BYTES = isFullSize ? 5.2e9 : 6e7;
/** Four rows of 1,900 bytes fill a page; they are too small to be compressed. */
const ROWS_PER_STEP = 20_000;

describe('safe', () => {
  it(`a database of ${BYTES / 1e9} GB`, async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'doso-large-'));
    const dataDirectory = path.join(folder, 'data');
    const now = () => new Date();
    const seconds = async (work: () => Promise<unknown>) => {
      const start = performance.now();
      await work();
      return (performance.now() - start) / 1000;
    };
    const figure = (name: string, value: number, unit: string, most?: number) =>
      recordFigure({ area: 'safe', name, value, unit, ...(most === undefined ? {} : { most }) });
    try {
      const filling = await startTestEngine(dataDirectory);
      const { db } = filling.context;
      await sql`create table filler (id int, content text)`.execute(db);
      const size = async () => (await clientOf(filling).system.getStatus({})).databaseBytes;
      for (let step = 0; (await size()) < BYTES; step++)
        await sql`insert into filler select i, repeat(md5(i::text), 59)
          from generate_series(${step * ROWS_PER_STEP}::int, ${(step + 1) * ROWS_PER_STEP - 1}::int) i`.execute(
          db,
        );
      figure('large database', (await size()) / 1e9, 'GB');
      await filling.close();

      let engine = await startTestEngine(dataDirectory);
      await engine.close();
      const opening = await seconds(async () => {
        engine = await startTestEngine(dataDirectory);
      });
      figure('its opening', opening, 's', 5);
      await importInto(engine, [writeSmallInventory(folder, 200)], 'MAIN');
      figure(
        'its inventory summary',
        1000 * (await seconds(() => clientOf(engine).inventory.getSummary({}))),
        'ms',
        250,
      );
      const file = path.join(folder, 'large.dosobackup');
      figure(
        'its backup, written and proved',
        await seconds(() => createBackup(engine.context, { file, reason: 'manual' })),
        's',
      );
      await engine.close();
      rmSync(dataDirectory, { recursive: true });
      figure(
        'its restore, proved',
        await seconds(() => restoreBackup({ file, dataDirectory, program: 'a benchmark', now })),
        's',
      );

      const restored = await startTestEngine(dataDirectory);
      const { rows } = await sql<{ rows: number; last: number }>`
        select count(*)::int as rows, max(id) as last from filler`.execute(restored.context.db);
      expect(rows[0]?.rows).toBe((rows[0]?.last ?? 0) + 1);
      expect((await clientOf(restored).system.getStatus({})).counts.unitsInStock).toBe(200);
      await restored.close();
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});
