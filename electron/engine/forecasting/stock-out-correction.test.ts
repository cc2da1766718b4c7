import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { StockEvidence } from './stock-days';
import { correctStockOuts, openRate, priorOfSiblings } from './stock-out-correction';

const month = (units: number, openShare: number, openUnits = units): StockEvidence => ({
  units,
  openUnits,
  openShare,
  inStockShare: openShare,
});
const flat = (length: number) => Array<number>(length).fill(1);

/** Seeded, so that a failure comes again (mulberry32, and Knuth's Poisson). */
function poissonSource(seed: number): (mean: number) => number {
  let state = seed;
  const uniform = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
  return (mean) => {
    let count = 0;
    for (let product = uniform(); product > Math.exp(-mean); product *= uniform()) count++;
    return count;
  };
}

describe('stock-out correction', () => {
  it('takes the gamma posterior for the rate', () => {
    // Prior of 2 a month worth 4 units; 3 sold in 1 + 1/2 open months: (4 + 3) / (4 / 2 + 1.5) = 2.
    expect(openRate([month(2, 1), month(1, 0.5)], flat(2), { mean: 2, units: 4 })).toBeCloseTo(7 / 3.5, 12);
    // A month of twice the season counts twice: (4 + 3) / (2 + 2 + 0.5).
    expect(openRate([month(2, 1), month(1, 0.5)], [2, 1], { mean: 2, units: 4 })).toBeCloseTo(7 / 4.5, 12);
  });

  it('adds the rate for closed days, and does not count an ordered unit twice', () => {
    // Reach 0: each month alone, against the history's rate worth 8 units. History: (6 + 2) / (6 / 2 + 1.5) = 16 / 9.
    const evidence = [month(2, 1), month(1, 0.5, 0)];
    const history = 8 / 4.5;
    const local = 8 / (8 / history + 0.5);
    const [full, half] = correctStockOuts(evidence, flat(2), { mean: 2, units: 6 }, 0);
    expect(full).toBe(2);
    // Nothing on open days, one on arrival: the closed half brought 0.5 x rate, which the arrival covers.
    expect(0.5 * local).toBeLessThan(1);
    expect(half).toBe(1);
  });

  it('keeps a trim that was hardly ever there near its own few sales', () => {
    // One sold in six months, on arrival, beside a sibling that sells three a month on full stock.
    const rare = [month(1, 0.03, 0), ...Array.from({ length: 5 }, () => month(0, 0))];
    const common = Array.from({ length: 6 }, () => month(3, 1));
    const corrected = correctStockOuts(rare, flat(6), priorOfSiblings(rare, [rare, common]), 6);
    expect(corrected.reduce((sum, units) => sum + units, 0)).toBeLessThan(2.5);
  });

  it('is right on the whole where demand is known, with stock and without', () => {
    const draw = poissonSource(7);
    const rates = [0.3, 1, 3, 8];
    for (const share of [1, 0.6, 0.25]) {
      let wanted = 0;
      let corrected = 0;
      let sold = 0;
      for (let store = 0; store < 60; store++) {
        const trims = rates.map((rate) =>
          Array.from({ length: 36 }, () => {
            const units = draw(rate * share);
            return month(units, share);
          }),
        );
        trims.forEach((trim, index) => {
          const demand = correctStockOuts(trim, flat(36), priorOfSiblings(trim, trims), 6);
          corrected += demand.reduce((sum, units) => sum + units, 0);
          sold += trim.reduce((sum, { units }) => sum + units, 0);
          wanted += 36 * (rates[index] ?? 0);
        });
      }
      // Chance alone leaves 60 x 36 x 12.3 units within 0.7 %; sales fall short by the share itself.
      expect(corrected / wanted, `open ${share}`).toBeGreaterThan(0.97);
      expect(corrected / wanted, `open ${share}`).toBeLessThan(1.03);
      expect(sold / wanted).toBeLessThan(share + 0.03);
    }
  });

  it('never lowers sales and leaves full stock alone', () => {
    const period = fc.tuple(fc.nat({ max: 20 }), fc.double({ min: 0, max: 1, noNaN: true }));
    fc.assert(
      fc.property(fc.array(period, { minLength: 1, maxLength: 40 }), (periods) => {
        const evidence = periods.map(([units, share]) => month(units, share, Math.floor(units * share)));
        const prior = priorOfSiblings(evidence, [evidence]);
        const corrected = correctStockOuts(evidence, flat(evidence.length), prior, 6);
        corrected.forEach((demand, index) => {
          expect(Number.isFinite(demand)).toBe(true);
          expect(demand).toBeGreaterThanOrEqual(evidence[index]?.units ?? 0);
        });
        const open = periods.map(([units]) => month(units, 1));
        expect(correctStockOuts(open, flat(open.length), prior, 6)).toEqual(open.map(({ units }) => units));
      }),
    );
  });
});
