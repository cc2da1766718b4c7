/** A backup of the sample store, or of ten times its sales with `npm run prove`: its time, and what others wait. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createBackup } from '@engine/backup/create-backup';
import { restoreBackup } from '@engine/backup/restore-backup';
import type { Db } from '@engine/database/database';
import { writeSample } from '@engine/sample/write-sample';
import { sql } from 'kysely';
import { describe, it } from 'vitest';
import { isFullSize, recordFigure } from '../helpers/record-figure';
import { importInto, startTestEngine } from '../helpers/safety/test-engine';

const SALES = isFullSize ? 60_000 : 6000;

describe('safe', () => {
  it(`a backup of ${SALES} sales`, async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'doso-backup-bench-'));
    const now = () => new Date('2026-11-23T08:00:00Z');
    const engine = await startTestEngine(path.join(folder, 'data'), now);
    try {
      await writeSample({ outDir: folder, salesRows: SALES });
      await importInto(engine, [path.join(folder, 'sales.txt')], 'HARBOR');
      const file = path.join(folder, 'measured.dosobackup');
      const waits = measureWaits(engine.context.db);
      const start = performance.now();
      const { bytes } = await createBackup(engine.context, { file, reason: 'manual' });
      const seconds = (performance.now() - start) / 1000;
      const longestWaitMs = await waits.stop();
      const restoreStart = performance.now();
      await restoreBackup({
        file,
        dataDirectory: path.join(folder, 'restored'),
        program: 'a benchmark',
        now,
      });
      const named = `${SALES.toLocaleString('en-US')} sales`;
      const figure = (name: string, value: number, unit: string, most?: number) =>
        recordFigure({
          area: 'safe',
          name: `${name}, ${named}`,
          value,
          unit,
          ...(most === undefined ? {} : { most }),
        });
      figure('backup, written and proved', seconds, 's');
      figure('its file', bytes / 1e6, 'MB');
      figure('longest wait of another statement meanwhile', longestWaitMs, 'ms', 250);
      figure('restore, proved', (performance.now() - restoreStart) / 1000, 's');
    } finally {
      await engine.close();
      rmSync(folder, { recursive: true, force: true });
    }
  });
});

/** Asks the database for next to nothing again and again, as a screen would. */
function measureWaits(db: Db): { stop: () => Promise<number> } {
  let isStopped = false;
  let longestMs = 0;
  const asking = (async () => {
    while (!isStopped) {
      const start = performance.now();
      await sql`select 1`.execute(db);
      longestMs = Math.max(longestMs, performance.now() - start);
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  })();
  return {
    stop: async () => {
      isStopped = true;
      await asking;
      return longestMs;
    },
  };
}
