/** Ten times the sample: what every screen asks for keeps its size and its sums on 60,000 deals and 4,000 units. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Engine } from '@engine/engine';
import { keepSaleMonths } from '@engine/figures/keep-sale-months';
import { configurationKey } from '@engine/planning/configuration-tree';
import { economicsOf } from '@engine/planning/economics';
import { readBuilds, readSales, readStays } from '@engine/planning/read-plan-rows';
import { readAllEconomics } from '@engine/planning/read-store-economics';
import { resolveScope } from '@engine/stores/resolve-scope';
import { sql } from 'kysely';
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

  describe('sums of months', () => {
    const filters = [{}, { make: 'Make 1' }, { condition: 'used', trim: 'Trim 5' }] as const;
    const figures = async () => {
      const replies: unknown[] = [];
      for (const filter of filters) {
        for (const windowDays of [30, 365]) {
          const { computedAt: _, ...overview } = await client.overview.get({ filter, windowDays });
          replies.push(overview, await client.sales.getSummary({ filter, windowDays }));
          replies.push(await client.sales.getAnalysis({ filter, windowDays }));
        }
        replies.push(await client.inventory.getSummary({ filter, asOf: '2026-03-17' }));
      }
      return replies;
    };
    const keptMonths = async () => {
      const { rows } = await sql<{ months: number }>`select count(*) as months from sale_month_kept`.execute(
        engine.context.db,
      );
      return rows[0]?.months;
    };

    it('give to the cent what the deals give', async () => {
      expect(await keptMonths()).toBe(60);
      const fromSums = await figures();
      await sql`delete from sale_month_kept`.execute(engine.context.db);
      expect(await figures()).toEqual(fromSums);
      await keepSaleMonths(engine.context.db);
      expect(await figures()).toEqual(fromSums);
    });

    it('are not used for a month whose deals changed, in whatever way, until summed anew', async () => {
      const { db } = engine.context;
      await sql`update sale set sold_on = '2026-02-10' where deal_number = 'D1'`.execute(db);
      expect(await keptMonths()).toBe(58);
      await db.transaction().execute(async (transaction) => {
        await sql`set local session_replication_role = replica`.execute(transaction);
        await sql`delete from sale where deal_number = 'D30001'`.execute(transaction);
      });
      expect(await keptMonths()).toBe(57);
      const fromDeals = await figures();
      await keepSaleMonths(db);
      expect(await keptMonths()).toBe(60);
      expect(await figures()).toEqual(fromDeals);
    });
  });

  it('has the same economics from the database’s sums as from single deals', async () => {
    const { db } = engine.context;
    const scope = await resolveScope(db, {});
    const summed = await readAllEconomics(db, scope);
    for (const condition of ['new', 'used'] as const) {
      const builds = await readBuilds(db, scope, condition);
      const keys = new Map(builds.map(({ id, ...build }) => [id, configurationKey(build)]));
      const single = economicsOf({
        builds: new Map(builds.map(({ id: _, ...build }) => [configurationKey(build), build])),
        sales: await readSales(db, scope, keys, condition),
        stays: await readStays(db, scope, keys, condition),
        invoices: [],
        today: scope.asOf,
        terms: {
          floorPlanAnnualRate: scope.settings.floorPlanAnnualRate,
          daysInYear: scope.settings.daysInYear,
          freeDays: scope.settings.floorPlanFreeDays,
          otherPerDayCents: scope.settings.otherHoldingCostPerDayCents,
          targetDays:
            condition === 'new' ? scope.settings.targetDaysSupplyNew : scope.settings.targetDaysSupplyUsed,
        },
      });
      for (const build of builds) {
        expect(summed[condition].unitOf(build)).toEqual(single.unitOf(build));
        expect(summed[condition].daysToSellOf(build)).toEqual(single.daysToSellOf(build));
        expect(summed[condition].ratesOfSale(build)).toEqual(single.ratesOfSale(build));
      }
      expect(summed[condition].storeGrossCents).toBe(single.storeGrossCents);
      expect(summed[condition].storeDaysToSell).toEqual(single.storeDaysToSell);
    }
  });

  it('keeps gaps while nothing is written, and works them out anew after', async () => {
    const { db } = engine.context;
    const first = await client.plan.listGaps({ level: 'trim' });
    expect(await client.plan.listGaps({ level: 'trim' })).toEqual(first);
    await sql`update stock_episode set status = 'on_hold' where stock_number = 'N1'`.execute(db);
    const units = (gaps: typeof first) => gaps.gaps.reduce((sum, { available }) => sum + available, 0);
    expect(units(await client.plan.listGaps({ level: 'trim' }))).toBe(units(first) - 1);
  });

  it('tells one of its vehicles in full', async () => {
    const { units } = await client.inventory.listUnits({ limit: 1 });
    const vehicle = await client.inventory.getVehicle({ unitId: units[0]?.id ?? '' });
    expect(vehicle.chanceBasis.sold).toBeGreaterThan(100);
    expect(vehicle.chances).toHaveLength(7);
  });
});
