/** The replay job on a real database and a real worker thread: kept, listed, removed, cancelled. */
import path from 'node:path';
import { replay as procedures } from '@engine/procedures/replay';
import { call } from '@orpc/server';
import { replaySchema } from '@shared/contract/replay';
import { addDays } from '@shared/domain/calendar-day';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { engineContext } from '../helpers/engine-context';
import { addHandMadeStore } from '../helpers/hand-made-store';
import { openTestDatabase, type TestDatabase } from '../helpers/test-database';

const asOf = '2026-06-30';

describe('the replay job', () => {
  let test: TestDatabase;
  beforeAll(async () => {
    test = await openTestDatabase();
    await fillStore(test);
  });
  afterAll(() => test.dispose());

  const contextOf = () =>
    engineContext(test.database, {
      dataDirectory: test.dataDirectory,
      workerDirectory: path.resolve('out/main'),
    });
  const countRuns = async () =>
    (await test.database.db.selectFrom('replayRun').select('id').execute()).length;

  it('lives the last months through, keeps what came of it, and forgets it when told', async () => {
    const context = contextOf();
    const { jobId } = await call(procedures.start, { months: 3, replays: 2, seed: 7 }, { context });
    const job = await context.jobs.wait(jobId);
    expect(job).toMatchObject({ state: 'done', result: { replayId: expect.any(String) } });
    const replayId = String(job.result?.replayId);
    const saved = await call(procedures.get, { replayId }, { context });
    expect(() => replaySchema.parse(saved)).not.toThrow();
    expect(saved).toMatchObject({
      storeCode: 'S1',
      asOf,
      months: 3,
      cycles: 3,
      replays: 2,
      seed: 7,
      builds: 2,
    });
    expect(saved.policies.length).toBeGreaterThan(4);
    expect((await call(procedures.getLatest, {}, { context }))?.id).toBe(replayId);
    expect(await countRuns()).toBe(1);
    expect(await call(procedures.remove, { replayId }, { context })).toEqual({ removed: true });
    expect(await call(procedures.remove, { replayId }, { context })).toEqual({ removed: false });
    expect(await countRuns()).toBe(0);
    await expect(call(procedures.get, { replayId }, { context })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
  });

  it('stops when it is cancelled, and keeps nothing', async () => {
    const context = contextOf();
    const { jobId } = await call(procedures.start, { months: 12, replays: 40, seed: 7 }, { context });
    await context.jobs.cancel(jobId);
    expect(await context.jobs.wait(jobId)).toMatchObject({ state: 'cancelled' });
    expect(await countRuns()).toBe(0);
  });

  it('says what to do where the history is too short', async () => {
    const context = contextOf();
    const early = addDays(asOf, -700);
    const { jobId } = await call(
      procedures.start,
      { asOf: early, months: 3, replays: 2, seed: 7 },
      { context },
    );
    expect(await context.jobs.wait(jobId)).toMatchObject({ state: 'failed', error: { code: 'NO_DATA' } });
  });
});

/** Three years of sales of two builds, one every ten and one every twenty days, each after 25 days in stock. */
async function fillStore({ database: { db } }: TestDatabase): Promise<void> {
  await addHandMadeStore(db, 'S1');
  for (const [trim, everyDays] of [
    ['LT', 10],
    ['RS', 20],
  ] as const) {
    const build = { make: 'Chevrolet', model: 'Trax', modelYear: 2026, trim, drivetrain: 'AWD', body: 'SUV' };
    const { id } = await db
      .insertInto('build')
      .values({ ...build, engine: null, package: null, exteriorColor: null, interiorColor: null })
      .returning('id')
      .executeTakeFirstOrThrow();
    const count = Math.floor(1100 / everyDays);
    const sales = Array.from({ length: count }, (_, nth) =>
      saleRow(id, addDays(asOf, -nth * everyDays), `${trim}${nth}`),
    );
    await db.insertInto('sale').values(sales).execute();
  }
}

function saleRow(buildId: number, soldOn: string, dealNumber: string) {
  return {
    storeId: 1,
    dealNumber,
    buildId,
    condition: 'new' as const,
    saleType: 'retail' as const,
    dealState: 'counted' as const,
    soldOn,
    contractOn: soldOn,
    receivedOn: addDays(soldOn, -25),
    costCents: 2_500_000,
    totalGrossCents: 240_000,
    raw: '{}',
    rowHash: dealNumber,
    batchId: 1,
  };
}
