/**
 * A first load beside the tables that is broken off, by a failing statement or by a kill, leaves no trace. Statements are
 * tried in even steps over the whole load, the exchange of the tables among them.
 */
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { describeSchema } from '@engine/database/describe-schema';
import { importFiles } from '@engine/importing/import-files';
import { type ImportReport, importOptionsSchema } from '@shared/contract/imports';
import { describe, expect, it } from 'vitest';
import { openImportHarness } from '../fixtures/importing/import-harness';
import { doso, dosoJson } from '../helpers/command-line';
import { failingDatabase, failsThere } from '../helpers/failing-database';

const SALES = path.resolve('sample-data/sales.txt');
const DEALS = readFileSync(SALES, 'utf8').trim().split('\n').length - 1;
const STEPS = 10;

describe('a first load that is broken off', () => {
  it('by a failing statement leaves rows and schema as they were', async () => {
    const harness = await openImportHarness();
    const { db } = harness.test.database;
    const state = async () => ({
      digest: await harness.digest(),
      schema: await describeSchema(db),
      rows: await harness.rows('select 1 from import_batch union all select 1 from build'),
    });
    /** How many statements there were; undefined when the one at `at` failed. */
    const load = async (at: number): Promise<number | undefined> => {
      const { database, count } = failingDatabase(harness.context.database, at);
      const hooks = { signal: new AbortController().signal, onProgress: () => undefined };
      const options = importOptionsSchema.parse({});
      const isBrokenOff = await failsThere(
        importFiles({ ...harness.context, database }, [SALES], options, hooks),
      );
      return isBrokenOff ? undefined : count();
    };
    const before = await state();
    // Until all the statements are known, each failure is one statement further.
    let last = 100;
    while ((await load(last)) === undefined) {
      await harness.rows('drop schema if exists incoming cascade');
      expect(await state(), `statement ${last}`).toEqual(before);
      last += STEPS;
    }
    expect(await harness.rows('select count(*) as sales from sale')).toEqual([{ sales: DEALS }]);
    await harness.dispose();
  });

  it('by a kill is whole or not there at all, and goes through afterwards', async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'doso-kill-load-'));
    try {
      const began = performance.now();
      await doso('import', SALES, '--data-dir', path.join(folder, 'whole'));
      const whole = performance.now() - began;
      for (const share of [0.6, 0.85]) {
        const data = path.join(folder, String(share));
        const command = [path.resolve('out/main/cli.js'), 'import', SALES, '--data-dir', data];
        const child = spawn(process.execPath, command, { stdio: 'ignore' });
        const exited = new Promise((resolve) => child.once('exit', resolve));
        await wait(whole * share);
        child.kill('SIGKILL');
        await exited;
        const { reply } = await dosoJson<ImportReport>('import', SALES, '--data-dir', data);
        const [batch] = reply.batches;
        expect([0, DEALS]).toContain(batch?.changes.added);
        expect((batch?.changes.added ?? 0) + (batch?.rows.unchanged ?? 0)).toBe(DEALS);
      }
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});
