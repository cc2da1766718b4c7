import { type Build, EMPTY_BUILD } from '@shared/domain/build';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assignConfigurations, type ConfiguredRows } from './assign-configurations';
import { configurationKey } from './configuration-tree';

const today = '2026-10-31';
const silverado: Build = { ...EMPTY_BUILD, make: 'Chevrolet', model: 'Silverado 1500', trim: 'LT' };
const gas: Build = { ...silverado, body: 'Crew Cab', drivetrain: '4WD', engine: '5.3L V8' };
const turbo: Build = { ...gas, engine: '2.7L Turbo I4' };
/** As an order bank tells it. */
const ordered: Build = { ...gas, engine: null, package: '1LT' };

const sold = (build: Build, soldOn = today) => ({
  configuration: configurationKey(build),
  soldOn,
  grossCents: 200_000,
  costCents: 5_000_000,
  daysInStock: 20,
});
const stock = (build: Build, receivedOn = '2026-10-01') => ({
  configuration: configurationKey(build),
  receivedOn,
  closedOn: null,
  isAvailable: true,
  costCents: null,
});
const order = (build: Build, arrivesInDays = 30) => ({
  configuration: configurationKey(build),
  arrivesInDays,
});

function assign(builds: Build[], rows: Partial<Omit<ConfiguredRows, 'builds'>>) {
  const keyed = builds.map((build) => ({ key: configurationKey(build), build }));
  return assignConfigurations(
    { builds: keyed, sales: [], stays: [], pipeline: [], invoices: [], ...rows },
    today,
  );
}

const countOf = (rows: readonly { configuration: string }[], build: Build) =>
  rows.filter((row) => row.configuration === configurationKey(build)).length;

describe('assignConfigurations', () => {
  it('counts an order without an engine for the build that is sold, whatever its package', () => {
    const assigned = assign([gas, ordered], { sales: [sold(gas)], pipeline: [order(ordered)] });
    expect(assigned.pipeline).toEqual([order(gas)]);
    expect(assigned.builds.map((row) => row.key)).toEqual([configurationKey(gas)]);
  });

  it('hands units that fit several builds out in the shares of their sales', () => {
    const sales = [sold(gas), sold(gas), sold(gas), sold(turbo)];
    const pipeline = [order(ordered), order(ordered), order(ordered), order(ordered)];
    // 3 : 1. Claims 3/.5, 1/.5 -> gas; 3/1.5 = 2 = 1/.5, a tie -> the first key, the turbo; 2 -> gas; 3/2.5 -> gas.
    const assigned = assign([gas, turbo, ordered], { sales, pipeline }).pipeline;
    expect(assigned.map((unit) => unit.configuration)).toEqual([gas, turbo, gas, gas].map(configurationKey));
  });

  it('lets old sales fade: one of last week outweighs two of two years ago', () => {
    const sales = [sold(gas, '2026-10-25'), sold(turbo, '2024-11-10'), sold(turbo, '2024-11-11')];
    const assigned = assign([gas, turbo, ordered], { sales, pipeline: [order(ordered)] });
    expect(countOf(assigned.pipeline, gas)).toBe(1);
  });

  it('hands out stock before orders, and orders by arrival, so that the sooner unit goes to the better seller', () => {
    const stocked = { ...gas, engine: null };
    const sales = [sold(gas), sold(gas), sold(gas), sold(turbo), sold(turbo)];
    const assigned = assign([gas, turbo, stocked, ordered], {
      sales,
      stays: [stock(stocked)],
      pipeline: [order(ordered, 50), order(ordered, 10)],
    });
    // 3 : 2. 6 > 4 -> gas (the stock); 2 < 4 -> turbo (in 10 days); 2 > 4/3 -> gas (in 50 days).
    expect(countOf(assigned.stays, gas)).toBe(1);
    expect(assigned.pipeline).toEqual([order(turbo, 10), order(gas, 50)]);
  });

  it('leaves a unit whose known engine differs, and one of another trim, what it is', () => {
    const diesel = { ...gas, engine: '3.0L Turbo I6', package: '1LT' };
    const highCountry = { ...ordered, trim: 'High Country' };
    const pipeline = [order(diesel), order(highCountry)];
    const assigned = assign([gas, diesel, highCountry], { sales: [sold(gas)], pipeline });
    expect(assigned.pipeline).toEqual(pipeline);
    expect(assigned.builds).toHaveLength(3);
  });

  it('does not take a stated trim for one that a sale left out', () => {
    const unnamed = { ...gas, trim: null };
    const assigned = assign([unnamed, ordered], { sales: [sold(unnamed)], pipeline: [order(ordered)] });
    expect(assigned.pipeline).toEqual([order(ordered)]);
  });

  it('follows the stock where a build was never sold', () => {
    const assigned = assign([gas, ordered], { stays: [stock(gas)], pipeline: [order(ordered)] });
    expect(assigned.pipeline).toEqual([order(gas)]);
  });

  it('counts an invoice for every build that it fits', () => {
    const invoices = [{ configuration: configurationKey(ordered), invoiceCents: 4_900_000 }];
    const assigned = assign([gas, turbo, ordered], { sales: [sold(gas), sold(turbo)], invoices });
    expect(assigned.invoices).toHaveLength(2);
  });

  it('loses and adds no unit, and files each under a build of its own model and trim', () => {
    const build = fc.record({
      trim: fc.constantFrom('LT', 'RST', null),
      engine: fc.constantFrom('5.3L V8', '2.7L Turbo I4', null),
      package: fc.constantFrom('1LT', '2LT', null),
    });
    const builds = fc.array(build, { maxLength: 8 });
    fc.assert(
      fc.property(builds, builds, builds, (soldOnes, stocked, onOrder) => {
        const full = (one: Partial<Build>): Build => ({ ...silverado, ...one });
        const all = [...soldOnes, ...stocked, ...onOrder].map(full);
        const distinct = [...new Map(all.map((one) => [configurationKey(one), one])).values()];
        const assigned = assign(distinct, {
          sales: soldOnes.map((one) => sold(full(one))),
          stays: stocked.map((one) => stock(full(one))),
          pipeline: onOrder.map((one) => order(full(one))),
        });
        expect(assigned.stays).toHaveLength(stocked.length);
        expect(assigned.pipeline).toHaveLength(onOrder.length);
        const trims = new Map(assigned.builds.map((row) => [row.key, row.build.trim]));
        const trimOf = (row: { configuration: string }) => trims.get(row.configuration);
        expect([...assigned.stays, ...assigned.pipeline].every((row) => trimOf(row) !== undefined)).toBe(
          true,
        );
        for (const trim of ['LT', 'RST']) {
          const before = onOrder.filter((one) => one.trim === trim).length;
          expect(assigned.pipeline.filter((row) => trimOf(row) === trim).length).toBeGreaterThanOrEqual(
            before,
          );
        }
      }),
    );
  });
});
