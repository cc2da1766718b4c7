import { describe, expect, it } from 'vitest';
import { saleWorthCents } from './substitution';

const terms = { substitutionShare: 0.4, lostSaleCostCents: 50_000 };

describe('saleWorthCents', () => {
  it('is the gross and the cost of a lost sale where no sibling stands there', () => {
    expect(saleWorthCents(200_000, [], terms)).toBe(250_000);
    expect(saleWorthCents(200_000, [{ grossCents: 300_000, chanceInStock: 0 }], terms)).toBe(250_000);
  });

  it('takes off what is earned anyway when the buyer takes a sibling', () => {
    // One of two stands there with 1 - 0.5 x 0.5 = 0.75; mean gross 150,000: 250,000 - 0.4 x 0.75 x 200,000.
    const siblings = [
      { grossCents: 100_000, chanceInStock: 0.5 },
      { grossCents: 200_000, chanceInStock: 0.5 },
    ];
    expect(saleWorthCents(200_000, siblings, terms)).toBe(190_000);
  });

  it('leaves the gross alone when nobody substitutes and a lost sale costs nothing more', () => {
    const none = { substitutionShare: 0, lostSaleCostCents: 0 };
    expect(saleWorthCents(200_000, [{ grossCents: 900_000, chanceInStock: 1 }], none)).toBe(200_000);
  });
});
