import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { correctStockOuts } from './stock-out-correction';

describe('stock-out correction', () => {
  it('fills a month without stock with the rate around it', () => {
    // Reach 1: weights 1/2, 1, 1/2. Sold 1 + 0 + 1 = 2 in 1/2 + 0 + 1/2 = 1 month of stock: 2 a month.
    expect(correctStockOuts([2, 0, 2], [1, 0, 1], 1)).toEqual([2, 2, 2]);
  });

  it('adds the rate for the share of days without stock', () => {
    // Sold 1 + 1 + 1 = 3 in 1/2 + 1/2 + 1/2 months: 2 a month; 1 sold in half a month + 1/2 * 2.
    expect(correctStockOuts([2, 1, 2], [1, 0.5, 1], 1)).toEqual([2, 2, 2]);
  });

  it('takes the rate of all periods where there was hardly stock around', () => {
    // Around the third period: no stock within reach 1. Overall 4 sold in 2 months.
    expect(correctStockOuts([2, 0, 0, 0, 2], [1, 0, 0, 0, 1], 1)[2]).toBe(2);
  });

  it('keeps gaps, and zeros where nothing was ever sold', () => {
    expect(correctStockOuts([null, 0, 0], [0, 0, 0], 6)).toEqual([null, 0, 0]);
  });

  it('never lowers sales and leaves full stock alone', () => {
    const period = fc.tuple(fc.nat({ max: 20 }), fc.double({ min: 0, max: 1, noNaN: true }));
    fc.assert(
      fc.property(fc.array(period, { minLength: 1, maxLength: 40 }), (periods) => {
        const sales = periods.map(([units]) => units);
        const corrected = correctStockOuts(
          sales,
          periods.map(([, share]) => share),
          6,
        );
        const isNeverLower = corrected.every((demand, index) => (demand ?? 0) >= (sales[index] ?? 0));
        expect(isNeverLower).toBe(true);
        expect(correctStockOuts(sales, [], 6)).toEqual(sales);
      }),
    );
  });
});
