/** Ten times the sample: what every screen asks for keeps its size and its sums on 60,000 deals and 4,000 units. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Engine } from '@engine/engine';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fillLargeStore } from '../helpers/fill-large-store';
import { clientOf, startTestEngine } from '../helpers/safety/test-engine';

const UNITS = 4_000;
const MOST_REPLY_BYTES = 2_000_000;

describe('ten times a store', () => {
  const dataDirectory = mkdtempSync(path.join(tmpdir(), 'doso-ten-'));
  let engine: Engine;
  let client: ReturnType<typeof clientOf>;
  beforeAll(async () => {
    engine = await startTestEngine(dataDirectory);
    client = clientOf(engine);
    await fillLargeStore(engine.context.db, { code: 'TEN', sales: 60_000, units: UNITS });
  });
  afterAll(async () => {
    await engine.close();
    rmSync(dataDirectory, { recursive: true, force: true });
  });

  it('answers within two megabytes, filtered or not', async () => {
    for (const filter of [{}, { condition: 'used', model: 'Model 5' }] as const) {
      const replies = {
        overview: await client.overview.get({ filter }),
        stock: await client.inventory.getSummary({ filter }),
        page: await client.inventory.listUnits({ filter, limit: 2_000 }),
        copied: await client.inventory.copyUnits({ filter }),
        heat: await client.inventory.getHeatMap({ filter }),
        incoming: await client.inventory.listIncoming({ filter }),
        sales: await client.sales.getSummary({ filter, windowDays: 365 }),
        analysis: await client.sales.getAnalysis({ filter, windowDays: 365 }),
        lost: await client.sales.listLost({ filter }),
        demand: await client.market.getDemand({ filter }),
        prices: await client.market.comparePrices({ filter }),
        trends: await client.market.getTrends({ filter }),
        gaps: await client.plan.listGaps({ level: 'trim' }),
      };
      for (const [name, reply] of Object.entries(replies))
        expect(JSON.stringify(reply).length, name).toBeLessThan(MOST_REPLY_BYTES);
    }
  });

  it('adds up: groups, ages and pages hold every unit once', async () => {
    const sum = (rows: readonly { units: number }[]) => rows.reduce((total, { units }) => total + units, 0);
    for (const by of ['model', 'trim', 'exteriorColor', 'status'] as const)
      expect(sum((await client.inventory.listGroups({ by })).groups)).toBe(UNITS);
    const { conditions } = await client.inventory.getHeatMap({});
    expect(sum(conditions.flatMap(({ models }) => models))).toBe(UNITS);
    const ids = new Set<string>();
    for (let offset = 0; offset < UNITS; offset += 1_000)
      for (const { id } of (await client.inventory.listUnits({ offset, limit: 1_000 })).units) ids.add(id);
    expect(ids.size).toBe(UNITS);
  });

  it('adds up: areas and bands hold every deal that lies on the map', async () => {
    const { totals, zips, states, bands } = await client.market.getDemand({ windowDays: 365 });
    const { summaries } = await client.sales.getSummary({ windowDays: 365 });
    const sold = summaries.reduce((total, { unitsSold }) => total + (unitsSold.value ?? 0), 0);
    expect(totals.units).toBe(sold);
    for (const rows of [zips, states, bands])
      expect(rows.reduce((total, { units }) => total + units, 0)).toBe(totals.placed);
  });

  it('tells one of its vehicles in full', async () => {
    const { units } = await client.inventory.listUnits({ limit: 1 });
    const vehicle = await client.inventory.getVehicle({ unitId: units[0]?.id ?? '' });
    expect(vehicle.chanceBasis.sold).toBeGreaterThan(100);
    expect(vehicle.chances).toHaveLength(7);
  });
});
