/** Exploration on a real database: the switch that the log must bear, draws that are kept, and what they teach. */
import { plantOutcomes } from '@engine/learning/planted-outcomes.fixture';
import { readExploration } from '@engine/learning/read-exploration';
import { configurationKey } from '@engine/planning/configuration-tree';
import { loadHighs } from '@engine/planning/load-highs';
import { planOrder } from '@engine/planning/plan-order';
import { readPlan } from '@engine/planning/read-plan';
import { savePlan } from '@engine/planning/save-plan';
import { smallStore } from '@engine/planning/small-store.fixture';
import { learning } from '@engine/procedures/learning';
import { stores } from '@engine/procedures/stores';
import { resolveScope } from '@engine/stores/resolve-scope';
import { call } from '@orpc/server';
import { planSchema } from '@shared/contract/plan';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { engineContext } from '../helpers/engine-context';
import { addHandMadeStore } from '../helpers/hand-made-store';
import { openTestDatabase, type TestDatabase } from '../helpers/test-database';

const AS_OF = '2026-12-31';

describe('exploration', () => {
  let test: TestDatabase;
  let storeId: number;
  let buildId: number;
  beforeAll(async () => {
    test = await openTestDatabase();
  });
  afterAll(() => test.dispose());
  beforeEach(async () => {
    const { db } = test.database;
    await db.deleteFrom('store').execute();
    const store = await addHandMadeStore(db, 'S1');
    await store.addSale({ make: 'Ford', model: 'Bronco', trim: 'Base', soldOn: AS_OF });
    storeId = store.storeId;
    buildId = (await db.selectFrom('build').select('id').executeTakeFirstOrThrow()).id;
  });

  it('is off, and says how much is missing until it may be judged', async () => {
    await insertOutcomes(40, 0.8);
    const found = await readExploration(test.database.db, await scope());
    expect(found).toMatchObject({ isOn: false, verdict: null, mayExplore: false, neededDecisions: 200 });
    expect(found.note).toContain(`Not enough data: ${found.decisions} of 200`);
  });

  it('cannot be switched on where the log shows no gain', async () => {
    await insertOutcomes(400, 0.0001);
    const context = engineContext(test.database, { ...test, workerDirectory: '' }, () => new Date());
    const switchOn = call(stores.updateSettings, { settings: { isExploring: true } }, { context });
    await expect(switchOn).rejects.toMatchObject({ code: 'CONFLICT' });
    expect((await scope()).settings.isExploring).toBe(false);
  });

  it('can be switched on where the log shows a gain, with its interval and sample', async () => {
    await insertOutcomes(400, 0.8);
    const context = engineContext(test.database, { ...test, workerDirectory: '' }, () => new Date());
    await call(stores.updateSettings, { settings: { isExploring: true } }, { context });
    const found = await call(learning.getExploration, { asOf: AS_OF }, { context });
    expect(found).toMatchObject({ isOn: true, mayExplore: true, decisions: 400 });
    expect(found.verdict).toMatchObject({ decisions: 200, draws: 0 });
    expect(found.verdict?.gain.low).toBeGreaterThan(0);
    expect(found.note).toMatch(/Plans try near-equal builds.*95 % interval .* on 200 decisions/);
  });

  it('keeps each draw with its chance, and judges later by it', async () => {
    const { db } = test.database;
    const { lines, draft } = await exploringPlan();
    const runId = await insert('forecastRun', {
      ...{ storeId, asOf: AS_OF, grain: 'month', horizon: 3, options: '{}', milliseconds: 1 },
    });
    const weightSetId = await insert('weightSet', {
      ...{ storeId, version: 1, weights: '{}', tilt: 0.25, isActive: true, learningRunId: null },
      ...{ evidence: '{}', note: '' },
    });
    const id = await savePlan(db, {
      ...{ storeId, asOf: AS_OF, forecastRunId: runId, weightSetId, options: { constraints: [] }, draft },
      ...{ milliseconds: 1, createdAt: '2026-12-31T09:00:00.000Z' },
    });
    const plan = planSchema.parse(await readPlan(db, String(id)));
    const drawn = plan.lines.filter(({ exploration }) => exploration !== null);
    expect(drawn.length).toBe(lines);
    const swapped = drawn.find(({ exploration }) => exploration?.insteadOf);
    expect(swapped?.reasons.at(-1)).toContain('Trying this build to learn');
    expect(plan.notes.join(' ')).toMatch(/worth nearly as much as the best, to learn of (it|them)/);

    const lineId = Number(swapped?.lineId);
    await insertOutcomes(1, 0.5, lineId);
    const found = await readExploration(db, await scope());
    expect(found.draws.find((draw) => draw.lineId === swapped?.lineId)).toMatchObject({
      planId: plan.id,
      insteadOf: swapped?.exploration?.insteadOf,
      propensity: swapped?.exploration?.propensity,
      state: 'sold',
    });
  });

  const scope = async () => ({ ...(await resolveScope(test.database.db, { asOf: AS_OF })) });

  async function insert(
    table: 'store' | 'importBatch' | 'sale' | 'forecastRun' | 'weightSet',
    values: object,
  ): Promise<number> {
    const { db } = test.database;
    const { id } = await db
      .insertInto(table)
      .values(values as never)
      .returning('id')
      .executeTakeFirstOrThrow();
    return id;
  }

  /** Outcomes whose gross follows the first score part as closely as `r2` says, a year before the day. */
  async function insertOutcomes(count: number, r2: number, planLineId: number | null = null): Promise<void> {
    const weights = { gross: 1, daysToTurn: 0, market: 0, forecast: 0 };
    const outcomes = plantOutcomes({ count, weights, r2, seed: 5 });
    await test.database.db
      .insertInto('feedback')
      .values(
        outcomes.map(({ parts, ...outcome }, index) => ({
          ...{ ...outcome, storeId, planLineId, buildId, batchId: null, reason: null, rowHash: `${index}` },
          ...{ reference: `advice ${index} ${planLineId}`, agedUnits: 0, rating: null },
          recommendedQuantity: outcome.orderedQuantity,
          scoreGross: parts.gross,
          scoreDaysToTurn: parts.daysToTurn,
          scoreMarket: parts.market,
          scoreForecast: parts.forecast,
        })),
      )
      .execute();
  }
});

/** The small store with a slower twin of its quick Trax: with an odd number of both, one's last unit is the other's next. */
async function exploringPlan() {
  const [quick] = smallStore.builds;
  if (!quick) throw new Error('the small store has builds');
  const twinBuild = { ...quick.build, package: 'Twin' };
  const twin = configurationKey(twinBuild);
  const withTwin = <Row extends { configuration: string }>(rows: readonly Row[], slower: (row: Row) => Row) =>
    rows.flatMap((row) =>
      row.configuration === quick.key ? [row, slower({ ...row, configuration: twin })] : [row],
    );
  const inputs = {
    ...smallStore,
    builds: [...smallStore.builds, { key: twin, build: twinBuild }].sort((a, b) => (a.key < b.key ? -1 : 1)),
    sales: withTwin(smallStore.sales, (sale) => ({ ...sale, daysInStock: (sale.daysInStock ?? 0) + 9 })),
    stays: withTwin(smallStore.stays, (stay) => stay),
  };
  const solver = await loadHighs();
  for (let seed = 0; seed < 40; seed++) {
    const asked = {
      ...inputs,
      options: { constraints: [], places: 5 + (seed % 4) },
      exploration: { experience: [], seed },
    };
    const draft = planOrder(asked, solver, { timeLimitSeconds: 10 });
    const draws = draft.lines.filter(({ exploration }) => exploration !== null);
    if (draws.some(({ exploration }) => exploration?.insteadOf)) return { draft, lines: draws.length };
  }
  throw new Error('no draw swapped a unit');
}
