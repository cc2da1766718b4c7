import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chanceOfSale, expectedDaysStanding, saleHazards } from './sell-chance';

const sold = (days: number) => ({ days, isSold: true });
const unsold = (days: number) => ({ days, isSold: false });

describe('saleHazards', () => {
  it('counts what sold in a fortnight over what entered it, with five units of the parent', () => {
    // First fortnight: 10 units at risk, 5 sold; prior 5 x 0.25. (5 + 1.25) / (10 + 5) = 0.41667.
    const units = [...Array.from({ length: 5 }, () => sold(5)), ...Array.from({ length: 5 }, () => sold(20))];
    const hazards = saleHazards([units]);
    expect(hazards[0]).toBeCloseTo(6.25 / 15, 10);
    // Second: 5 at risk, 5 sold: (5 + 1.25) / 10.
    expect(hazards[1]).toBeCloseTo(0.625, 10);
    // Nothing is known of the third.
    expect(hazards[2]).toBeCloseTo(0.25, 10);
  });

  it('takes a unit that left the watch as half at risk', () => {
    // 4 unsold of 3 days: 2 at risk, none sold: (0 + 1.25) / (2 + 5).
    expect(saleHazards([[unsold(3), unsold(3), unsold(3), unsold(3)]])[0]).toBeCloseTo(1.25 / 7, 10);
  });

  it('lets a thin build speak with its parent’s voice', () => {
    const parent = Array.from({ length: 100 }, () => sold(5));
    const thin = saleHazards([parent, []]);
    saleHazards([parent]).forEach((hazard, index) => {
      expect(thin[index]).toBeCloseTo(hazard, 12);
    });
  });

  it('remembers old stock: the longer it stands unsold, the smaller the chance', () => {
    const quick = Array.from({ length: 20 }, () => sold(10));
    const stuck = Array.from({ length: 10 }, () => unsold(300));
    const without = chanceOfSale(saleHazards([quick]), 0, 60);
    expect(chanceOfSale(saleHazards([[...quick, ...stuck]]), 0, 60)).toBeLessThan(without);
  });
});

describe('chanceOfSale', () => {
  it('compounds the fortnights', () => {
    // Two fortnights of 0.5: 1 - 0.25.
    expect(chanceOfSale([0.5, 0.5, 0.5], 0, 28)).toBeCloseTo(0.75, 10);
    // The last hazard goes on: age 70 is beyond the table.
    expect(chanceOfSale([0.5, 0.5, 0.5], 70, 14)).toBeCloseTo(0.5, 10);
  });

  it('is between 0 and 1 and grows with the days', () => {
    const hazards = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1, maxLength: 26 });
    fc.assert(
      fc.property(hazards, fc.nat(400), fc.nat(200), fc.nat(200), (table, age, days, more) => {
        const chance = chanceOfSale(table, age, days);
        expect(chance).toBeGreaterThanOrEqual(0);
        expect(chance).toBeLessThanOrEqual(1);
        expect(chanceOfSale(table, age, days + more)).toBeGreaterThanOrEqual(chance - 1e-12);
        expect(expectedDaysStanding(table, age, days)).toBeLessThanOrEqual(days + 1e-9);
      }),
    );
  });
});
