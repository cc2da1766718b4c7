/** The order bank of the sample store against the plan: every unit on order counts for a build that sells. */
import path from 'node:path';
import { importFiles } from '@engine/importing/import-files';
import { readMarketSummary } from '@engine/market/read-market-summary';
import { findCandidates } from '@engine/planning/candidates';
import { readPlanInputs } from '@engine/planning/plan-inputs';
import type { PlanInputs } from '@engine/planning/types';
import { resolveScope } from '@engine/stores/resolve-scope';
import { importOptionsSchema } from '@shared/contract/imports';
import { addDays } from '@shared/domain/calendar-day';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestDatabase, type TestDatabase } from '../helpers/test-database';

/** New units that the inventory shows as sold, not delivered and that the sales file does not name. */
const SOLD_WAITING = 3;

let test: TestDatabase;
let inputs: PlanInputs;

beforeAll(async () => {
  test = await openTestDatabase();
  const { db } = test.database;
  await importFiles(
    { database: test.database, now: () => new Date('2030-01-01T00:00:00Z') },
    ['inventory.csv', 'orders.xlsx', 'sales.txt'].map((name) => path.resolve('sample-data', name)),
    importOptionsSchema.parse({ coverage: 'full' }),
    { signal: new AbortController().signal, onProgress: () => undefined },
  );
  const scope = await resolveScope(db, {});
  await insertForecast(scope.asOf);
  inputs = (await readPlanInputs(db, scope, { constraints: [] }, readMarketSummary)).inputs;
});
afterAll(() => test.dispose());

describe('the order bank of the sample store', () => {
  it('is counted in full: what candidates have coming and what other builds have is what arrives in the window', async () => {
    const { candidates } = findCandidates(inputs);
    const keys = new Set(candidates.map((candidate) => candidate.key));
    const windowDays = inputs.settings.orderToDeliveryDays + inputs.settings.reviewPeriodDays;
    const elsewhere = inputs.pipeline.filter(
      (unit) => !keys.has(unit.configuration) && unit.arrivesInDays <= windowDays,
    ).length;
    const coming = candidates.reduce((sum, candidate) => sum + candidate.pipeline, 0);
    const arriving = (await countOrders(addDays(inputs.today, windowDays))) + SOLD_WAITING;
    expect(arriving).toBeGreaterThan(100);
    expect(coming + elsewhere).toBe(arriving);
    expect(coming).toBe(arriving);
  });

  it('counts the four Tahoe Z71 on order for the Tahoe Z71 that sells', () => {
    const sold = inputs.sales.map((sale) => sale.configuration).filter((key) => key.includes('|Tahoe|'));
    const z71 = inputs.builds.filter(({ build }) => build.model === 'Tahoe' && build.trim === 'Z71');
    expect(z71).toHaveLength(1);
    expect(sold).toContain(z71[0]?.key);
    expect(inputs.pipeline.filter((unit) => unit.configuration === z71[0]?.key)).toHaveLength(4);
  });
});

/** Every order of the sample states its arrival and none has come. */
async function countOrders(lastDay: string): Promise<number> {
  const { rows } = await sql<{ units: number }>`
    select count(*) as units from factory_order where estimated_arrival_on <= ${lastDay}`.execute(
    test.database.db,
  );
  return rows[0]?.units ?? 0;
}

/** A plan needs a forecast of trims for the day; one is enough here. */
async function insertForecast(asOf: string): Promise<void> {
  const { db } = test.database;
  const { id: runId } = await db
    .insertInto('forecastRun')
    .values({ storeId: 1, asOf, grain: 'month', horizon: 4, options: '{}', milliseconds: 1 })
    .returning('id')
    .executeTakeFirstOrThrow();
  const series = {
    runId,
    seriesKey: 'tahoe-z71',
    level: 'trim' as const,
    make: 'Chevrolet',
    model: 'Tahoe',
    trim: 'Z71',
    modelName: 'ets',
    status: 'ok' as const,
    note: null,
    totalMean: 3.2,
    totalQuantiles: '{"0.10":1,"0.90":6}',
    history: '[]',
    candidates: '[]',
  };
  await db.insertInto('forecastSeries').values(series).execute();
}
