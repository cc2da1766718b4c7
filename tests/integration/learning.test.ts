/** The learning job on a real database, with the worker bundled and run as in the product. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { JobHandle } from '@engine/jobs/job-runner';
import { learn } from '@engine/learning/learn';
import { bundleDanfojs } from '@engine/learning/libraries/bundle-danfojs';
import { PLANTED_AS_OF, plantOutcomes } from '@engine/learning/planted-outcomes.fixture';
import { listWeights, readActiveWeights } from '@engine/learning/read-weights';
import { learnInWorker } from '@engine/learning/run-learning';
import { activateWeights, listLearningRuns } from '@engine/learning/weights-store';
import { build } from 'vite';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openTestDatabase, type TestDatabase } from '../helpers/test-database';

const WEIGHTS = { gross: 0.7, daysToTurn: 0.1, market: 0.1, forecast: 0.1 };
const root = path.resolve(import.meta.dirname, '../..');

describe('learning', () => {
  let test: TestDatabase;
  let workerDirectory: string;
  let storeId: number;
  beforeAll(async () => {
    workerDirectory = mkdtempSync(path.join(tmpdir(), 'doso-worker-'));
    [test] = await Promise.all([openTestDatabase(), bundleWorker(workerDirectory)]);
  });
  afterAll(async () => {
    await test.dispose();
    rmSync(workerDirectory, { recursive: true, force: true });
  });
  beforeEach(async () => {
    const { db } = test.database;
    await db.deleteFrom('store').execute();
    const store = { code: 'S1', name: 'Store 1', region: null, settings: '{}' };
    const { id } = await db.insertInto('store').values(store).returning('id').executeTakeFirstOrThrow();
    storeId = id;
  });

  const handle = (signal = new AbortController().signal): JobHandle => ({ signal, report: () => undefined });
  const request = (count: number, r2: number) => ({
    storeId,
    asOf: PLANTED_AS_OF,
    target: 'gross' as const,
    model: 'auto' as const,
    outcomes: plantOutcomes({ count, weights: WEIGHTS, r2, seed: 7 }),
  });
  const run = (count: number, r2: number) =>
    learn(test.database.db, request(count, r2), handle(), learnInWorker(workerDirectory));

  it('starts every store with even weights, made once however often they are asked for', async () => {
    const { db } = test.database;
    const [first, second] = await Promise.all([
      readActiveWeights(db, storeId),
      readActiveWeights(db, storeId),
    ]);
    expect(first).toEqual(second);
    expect(first).toMatchObject({
      version: 1,
      weights: { gross: 0.25, daysToTurn: 0.25, market: 0.25, forecast: 0.25 },
      tilt: 0.25,
    });
    expect(await listWeights(db, storeId)).toHaveLength(1);
  });

  it('activates better weights as a new version with their evidence, and the old ones can be taken up again', async () => {
    const { db } = test.database;
    const outcome = await run(300, 0.8);
    expect(outcome).toMatchObject({ activated: true, note: expect.stringContaining('later outcomes') });
    const [newest, oldest] = await listWeights(db, storeId);
    expect(newest).toMatchObject({ version: 2, isActive: true, tilt: 0.25, note: outcome.note });
    expect(newest?.weights.gross).toBeGreaterThan(0.6);
    expect(newest?.evidence).toMatchObject({ testedAgainstVersion: 1, counts: { complete: 300 } });
    expect(oldest).toMatchObject({ version: 1, isActive: false });

    const back = await activateWeights(db, oldest?.id ?? '');
    expect(back).toMatchObject({ version: 1, isActive: true });
    expect(await readActiveWeights(db, storeId)).toMatchObject({ version: 1 });
    expect((await listWeights(db, storeId)).filter(({ isActive }) => isActive)).toHaveLength(1);
  });

  it('has the frame of the bundled worker group the evidence', async () => {
    await run(300, 0.8);
    const [last] = await listLearningRuns(test.database.db, storeId);
    const quarters = last?.evidence.byScoreQuarter as {
      group: string;
      outcomes: number;
      meanScore: number;
    }[];
    expect(quarters.map(({ group, outcomes }) => [group, outcomes])).toEqual([
      ['1', 75],
      ['2', 75],
      ['3', 75],
      ['4', 75],
    ]);
    const scores = quarters.map(({ meanScore }) => meanScore);
    expect(scores).toEqual([...scores].sort((left, right) => left - right));
  });

  it('records a run that keeps the weights, and says why', async () => {
    const { db } = test.database;
    const outcome = await run(23, 0.8);
    expect(outcome.activated).toBe(false);
    expect(await listWeights(db, storeId)).toHaveLength(1);
    expect(await listLearningRuns(db, storeId)).toMatchObject([
      { id: outcome.learningRunId, note: expect.stringContaining('23 of 60 needed'), activated: false },
    ]);
  });

  it('comes to the same weights from the same outcomes', async () => {
    const { db } = test.database;
    await run(200, 0.6);
    const [first] = await listWeights(db, storeId);
    await db.deleteFrom('weightSet').execute();
    await run(200, 0.6);
    const [second] = await listWeights(db, storeId);
    expect(second?.weights).toEqual(first?.weights);
    expect(second?.evidence).toEqual(first?.evidence);
  });

  it('refuses to replace weights that changed while it ran, and records nothing', async () => {
    const { db } = test.database;
    const worker = learnInWorker(workerDirectory);
    const learning = learn(db, request(300, 0.8), handle(), async (task, signal) => {
      const result = await worker(task, signal);
      await db.deleteFrom('weightSet').execute();
      await readActiveWeights(db, storeId);
      return result;
    });
    await expect(learning).rejects.toMatchObject({ code: 'CONFLICT' });
    expect(await listLearningRuns(db, storeId)).toEqual([]);
  });

  it('stops when it is cancelled, and records nothing', async () => {
    const { db } = test.database;
    const controller = new AbortController();
    const learning = learn(db, request(300, 0.8), handle(controller.signal), async (task, signal) => {
      const result = learnInWorker(workerDirectory)(task, signal);
      controller.abort(new Error('stopped by the user'));
      return result;
    });
    await expect(learning).rejects.toThrow();
    expect(await listLearningRuns(db, storeId)).toEqual([]);
  });

  it('knows no weights that are not there', async () => {
    const { db } = test.database;
    for (const id of ['999999', 'drop table', '99999999999999999999']) {
      await expect(activateWeights(db, id)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    }
  });
});

async function bundleWorker(outDir: string): Promise<void> {
  await build({
    root,
    configFile: false,
    logLevel: 'error',
    resolve: {
      alias: { '@shared': path.join(root, 'shared'), '@engine': path.join(root, 'electron/engine') },
    },
    plugins: [bundleDanfojs()],
    ssr: { noExternal: true },
    build: {
      ssr: true,
      target: 'node18',
      outDir,
      rollupOptions: {
        input: { 'learning-worker': path.join(root, 'electron/engine/learning/learning-worker.ts') },
        output: { format: 'cjs', entryFileNames: '[name].js' },
      },
    },
  });
}
