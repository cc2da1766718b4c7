import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bestOption, type StandingUnit, unitOptions } from './unit-options';

/** Sells one in twenty a day, for $2,000 gross, at $20 a day. */
const unit: StandingUnit = {
  condition: 'new',
  ageDays: 0,
  costCents: 3_000_000,
  priceCents: 3_300_000,
  grossCents: 200_000,
  rates: Array.from({ length: 9 }, () => 0.05),
  wholesaleShare: -0.06,
  trade: { takenShare: 0.5, costCents: 40_000 },
  costs: {
    otherPerDayCents: 2000,
    interestPerDayCents: 0,
    freeDays: 0,
    erosionPerDayCents: 0,
    targetDays: 60,
  },
};
const netOf = (action: string, changes: Partial<StandingUnit> = {}) =>
  unitOptions({ ...unit, ...changes }).find((option) => option.action === action)?.netCents;

describe('unitOptions', () => {
  it('holds for the gross less the days that it is expected to stand', () => {
    // Unsold after d days: exp(-d / 20). Mean days 20, of which the first 120 hold all but exp(-6).
    const days = 20;
    const unsold = Math.exp(-6);
    const net = 200_000 * (1 - unsold) - 2000 * days * (1 - unsold) - 180_000 * unsold;
    expect(Math.abs((netOf('hold') ?? 0) - net)).toBeLessThan(50);
  });

  it('trades at cost after ten days, or holds on, and sends to auction at its loss after seven', () => {
    // A fresh one sells within 30 days with 1 - exp(-1.5) = 0.7769, half of it is 0.3884: taken, it costs 40,000 and ten
    // days of 2,000; else it is held.
    const chance = 0.5 * (1 - Math.exp(-1.5));
    expect(netOf('trade')).toBe(Math.round(chance * -60_000 + (1 - chance) * (netOf('hold') ?? 0)));
    // Priced 1,000 dollars below cost, that is what a dealer pays.
    const below = { priceCents: 2_900_000 };
    expect(netOf('trade', below)).toBe(
      Math.round(chance * -160_000 + (1 - chance) * (netOf('hold', below) ?? 0)),
    );
    expect(netOf('wholesale')).toBe(-180_000 - 14_000);
  });

  it('says what cannot be done', () => {
    expect(netOf('trade', { condition: 'used' })).toBeNull();
    expect(netOf('reprice', { priceCents: null })).toBeNull();
  });

  it('holds what sells, cuts what is slow, and lets go of what does not sell', () => {
    expect(bestOption(unitOptions(unit))).toEqual({ best: 'hold', stakeCents: 0 });
    const rateOf = (rate: number) => unit.rates.map(() => rate);
    // One in five hundred a day: 120 days at $20 cost more than the auction's loss of $1,800.
    const stuck = { ...unit, condition: 'used' as const, rates: rateOf(0.002) };
    expect(bestOption(unitOptions(stuck))).toMatchObject({ best: 'wholesale' });
    // No dealer takes a new one of a kind that does not sell.
    expect(bestOption(unitOptions({ ...stuck, condition: 'new' }))).toMatchObject({ best: 'wholesale' });
    const tooOld = { ...unit, rates: [...unit.rates.slice(0, 5), 0.002, 0.002, 0.002, 0.002], ageDays: 100 };
    expect(bestOption(unitOptions({ ...tooOld, wholesaleShare: -0.15 })).best).toBe('trade');
    const slow = { ...unit, condition: 'used' as const, grossCents: 500_000, rates: rateOf(0.006) };
    expect(bestOption(unitOptions(slow)).best).toBe('reprice');
  });

  it('never stakes less than nothing, and what is at stake is the best less holding', () => {
    const units = fc.record({
      ageDays: fc.nat(400),
      grossCents: fc.integer({ min: -300_000, max: 600_000 }),
      rate: fc.double({ min: 0, max: 0.2, noNaN: true }),
      wholesaleShare: fc.double({ min: -0.3, max: 0.05, noNaN: true }),
    });
    fc.assert(
      fc.property(units, ({ rate, ...changes }) => {
        const options = unitOptions({ ...unit, ...changes, rates: unit.rates.map(() => rate) });
        const { best, stakeCents } = bestOption(options);
        const net = (action: string) => options.find((option) => option.action === action)?.netCents ?? 0;
        expect(stakeCents).toBe(net(best) - net('hold'));
        expect(stakeCents).toBeGreaterThanOrEqual(0);
      }),
      { numRuns: 50 },
    );
  });
});
