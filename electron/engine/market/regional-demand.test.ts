import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { regionalDemand, type ZipUnits } from './regional-demand';

/** On one meridian a degree is 69.09 miles: 0.1 degree is 6.9 miles, 0.3 is 20.7, 1 is 69.1. */
const PLACES: Record<string, { latitude: number; longitude: number }> = {
  '49441': { latitude: 43, longitude: -86 },
  '49442': { latitude: 43.1, longitude: -86 },
  '49503': { latitude: 43.3, longitude: -86 },
  '46540': { latitude: 42, longitude: -86 },
};
const find = (zip: string) => PLACES[zip] ?? null;

const ROWS: ZipUnits[] = [
  { zip: '49441', units: 10, unitsYearBefore: 8 },
  { zip: '49442', units: 6, unitsYearBefore: 6 },
  { zip: '49503', units: 3, unitsYearBefore: 0 },
  { zip: '46540', units: 1, unitsYearBefore: 2 },
  { zip: '99999', units: 2, unitsYearBefore: 0 },
  { zip: null, units: 4, unitsYearBefore: 1 },
];

describe('regionalDemand', () => {
  it('says what lies on the map and what does not', () => {
    expect(regionalDemand(ROWS, '49441', find).totals).toEqual({
      units: 26,
      placed: 20,
      withoutZip: 4,
      unknownZip: 2,
    });
  });

  it('adds up to ZIP3 areas and states, in the middle of their buyers', () => {
    const { zip3s, states } = regionalDemand(ROWS, '49441', find);
    expect(zip3s.map(({ code, units, share }) => [code, units, share])).toEqual([
      ['494', 16, 0.8],
      ['495', 3, 0.15],
      ['465', 1, 0.05],
    ]);
    // (43.0 x 10 + 43.1 x 6) / 16
    expect(zip3s[0]?.latitude).toBeCloseTo(43.0375, 6);
    expect(states.map(({ code, units, unitsYearBefore }) => [code, units, unitsYearBefore])).toEqual([
      ['MI', 19, 14],
      ['IN', 1, 2],
    ]);
  });

  it('counts by bands of straight distance from the store', () => {
    const { bands } = regionalDemand(ROWS, '49441', find);
    // 0 and 6.9 miles; 20.7; 69.1.
    expect(bands.map(({ toMiles, units }) => [toMiles, units])).toEqual([
      [10, 16],
      [25, 3],
      [50, 0],
      [100, 1],
      [null, 0],
    ]);
  });

  it('takes the middle of the buyers for a store that has not said where it is', () => {
    const { store, zips } = regionalDemand(ROWS, null, find);
    expect(store?.source).toBe('buyers');
    // Half of all buyers live in one place: no other is closer to all of them.
    expect(store?.latitude).toBeCloseTo(43, 1);
    expect(zips[0]?.miles).toBeLessThan(2);
    expect(regionalDemand([], null, find)).toMatchObject({ store: null, bands: [], zips: [] });
  });

  it('loses no deal: bands, states and ZIP3 areas add up to what lies on the map', () => {
    const row = fc.record({
      zip: fc.constantFrom(...Object.keys(PLACES), '99999', null),
      units: fc.nat(50),
      unitsYearBefore: fc.nat(50),
    });
    fc.assert(
      fc.property(fc.array(row), fc.constantFrom('49441', null), (rows, storeZip) => {
        const { totals, bands, states, zip3s, store } = regionalDemand(rows, storeZip, find);
        const sum = (some: readonly { units: number }[]) =>
          some.reduce((total, { units }) => total + units, 0);
        expect(totals.placed + totals.withoutZip + totals.unknownZip).toBe(totals.units);
        expect(sum(states)).toBe(totals.placed);
        expect(sum(zip3s)).toBe(totals.placed);
        if (store) expect(sum(bands)).toBe(totals.placed);
      }),
    );
  });
});
