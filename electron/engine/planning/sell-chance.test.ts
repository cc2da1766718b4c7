import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chanceOfSale, saleRates } from './sell-chance';

const sold = (days: number) => ({ days, isSold: true });
const unsold = (days: number) => ({ days, isSold: false });
const repeat = <T>(count: number, one: T) => Array.from({ length: count }, () => one);
/** A median of 35 days. */
const unknown = Math.LN2 / 35;

describe('saleRates', () => {
  it('divides what sold in a band by the days watched in it, with five units of the parent', () => {
    // To day 14: ten units of 7 days, six sold: 70 days watched; prior 5 x 14 = 70 days at the parent's rate.
    const rates = saleRates([[...repeat(6, sold(7)), ...repeat(4, unsold(7))]]);
    expect(rates[0]).toBeCloseTo((6 + 70 * unknown) / 140, 12);
    // Nothing is known of the later bands.
    expect(rates[1]).toBeCloseTo(unknown, 12);
  });

  it('counts the days before a band as watched without a sale', () => {
    // Eight sold on day 20: 8 x 14 days without a sale, then 8 x 6 days with eight.
    const rates = saleRates([repeat(8, sold(20))]);
    expect(rates[0]).toBeCloseTo((70 * unknown) / (112 + 70), 12);
    expect(rates[1]).toBeCloseTo((8 + 70 * unknown) / (48 + 70), 12);
  });

  it('watches old units in the open band for as long as they stand', () => {
    // Two sold at 400 days: 130 days each beyond 270, with a prior of 5 x 120 = 600 days.
    expect(saleRates([repeat(2, sold(400))]).at(-1)).toBeCloseTo((2 + 600 * unknown) / (260 + 600), 12);
  });

  it('lets a thin build speak with its parent’s voice', () => {
    const parent = repeat(100, sold(5));
    const own = saleRates([parent]);
    saleRates([parent, []]).forEach((rate, band) => {
      expect(rate).toBeCloseTo(own[band] ?? 0, 12);
    });
  });

  it('remembers old stock: the more of it stands unsold, the smaller the chance', () => {
    const quick = repeat(20, sold(10));
    const without = chanceOfSale(saleRates([quick]), 0, 60);
    expect(chanceOfSale(saleRates([[...quick, ...repeat(10, unsold(300))]]), 0, 60)).toBeLessThan(without);
  });
});

describe('chanceOfSale', () => {
  it('adds up the rates of the days ahead', () => {
    const rates = [0.01, 0.02, 0, 0, 0, 0, 0, 0, 0.03];
    // From day 10: 4 days at 0.01 and 6 at 0.02 are 0.16.
    expect(chanceOfSale(rates, 10, 10)).toBeCloseTo(1 - Math.exp(-0.16), 12);
    // Day 500 lies in the open band: 10 days at 0.03.
    expect(chanceOfSale(rates, 500, 10)).toBeCloseTo(1 - Math.exp(-0.3), 12);
  });

  it('is between 0 and 1 and grows with the days', () => {
    const tables = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 9, maxLength: 9 });
    fc.assert(
      fc.property(tables, fc.nat(400), fc.nat(200), fc.nat(200), (rates, age, days, more) => {
        const chance = chanceOfSale(rates, age, days);
        expect(chance).toBeGreaterThanOrEqual(0);
        expect(chance).toBeLessThanOrEqual(1);
        expect(chanceOfSale(rates, age, days + more)).toBeGreaterThanOrEqual(chance - 1e-12);
      }),
    );
  });
});
