import { describe, expect, it } from 'vitest';
import {
  describeShadowPrice,
  describeUse,
  isBinding,
  orderLimits,
  type PlanLimit,
  shareUsed,
} from './describe-limit';

const limit = (change: Partial<PlanLimit>): PlanLimit => ({
  id: 'places',
  kind: 'places',
  label: 'Places',
  bound: 62,
  used: 61,
  source: 'settings',
  ...change,
});

describe('a limit in words', () => {
  it('writes the budget as money and the rest as units', () => {
    expect(describeUse(limit({}))).toBe('61 of 62');
    expect(describeUse(limit({ kind: 'budget', bound: 350_000_000, used: 331_230_000 }))).toBe(
      '$3.31M of $3.5M',
    );
    expect(describeUse(limit({ bound: null }))).toBe('unlimited');
  });

  it('has no bar without a bound and a full one at a bound of nothing', () => {
    expect([shareUsed(limit({ bound: null })), shareUsed(limit({ bound: 0, used: 0 }))]).toEqual([null, 1]);
    expect(shareUsed(limit({ used: 31 }))).toBe(0.5);
  });

  it('knows when a ceiling and when a floor binds', () => {
    expect([isBinding(limit({})), isBinding(limit({ used: 62 }))]).toEqual([false, true]);
    expect([
      isBinding(limit({ kind: 'minimum_stock', bound: 4, used: 5 })),
      isBinding(limit({ bound: null })),
    ]).toEqual([false, false]);
    expect(isBinding(limit({ kind: 'minimum_stock', bound: 4, used: 4 }))).toBe(true);
  });

  it('puts money and places first and what is unlimited last', () => {
    const limits = [
      limit({ id: 'free', bound: null }),
      limit({ id: 'full', kind: 'allocation', used: 5, bound: 5 }),
      limit({ id: 'places', used: 1 }),
    ];
    expect(orderLimits(limits).map(({ id }) => id)).toEqual(['places', 'full', 'free']);
  });

  it('says what one step more is worth', () => {
    const price = { constraint: 'places', label: 'Places', step: 'one more place on the lot', cents: 41_200 };
    expect(describeShadowPrice(price)).toBe('one more place on the lot is worth $412');
    expect(describeShadowPrice({ ...price, cents: 0 })).toBe(
      'one more place on the lot would change nothing',
    );
  });
});
