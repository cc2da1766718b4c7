import type { Plan } from '@shared/contract/plan';
import { describe, expect, it } from 'vitest';
import { movableLimits, movedList, moveLimit, sliderValue } from './moved-limits';

const limit = (changes: Partial<Plan['limits'][number]>): Plan['limits'][number] => ({
  id: 'places',
  kind: 'places',
  label: 'Lot places',
  bound: 10,
  used: 10,
  source: 'store settings',
  ...changes,
});
const rangesOf = (limits: Plan['limits']) =>
  movableLimits({ limits, uncappedTotals: { units: 40, costCents: 160_000_000 } } as Plan);

describe('moved limits', () => {
  it('range beyond what the plan without limits would take', () => {
    const ranges = rangesOf([
      limit({}),
      limit({ id: 'budget', kind: 'budget', bound: null, used: 0 }),
      limit({ id: 'b', kind: 'blocked', bound: 0 }),
      limit({ id: 's', kind: 'maximum_mix', unit: 'percent', bound: 30 }),
    ]);
    // 1.25 x 40 units; 1.25 x $1,600,000; what is blocked has no slider; a share ends at 100.
    expect(ranges.map(({ limit: { id }, most }) => [id, most])).toEqual([
      ['places', 50],
      ['budget', 200_000_000],
      ['s', 100],
    ]);
  });

  it('keeps what is moved and forgets what is back', () => {
    const [places] = rangesOf([limit({})]);
    if (!places) throw new Error('no range');
    const moved = moveLimit({}, places, 12);
    expect(movedList(moved)).toEqual([{ id: 'places', bound: 12 }]);
    expect(sliderValue(places, moved)).toBe(12);
    expect(moveLimit(moved, places, 10)).toEqual({});
  });

  it('takes the far end of an unlimited one for no limit', () => {
    const [budget] = rangesOf([limit({ id: 'budget', kind: 'budget', bound: null })]);
    if (!budget) throw new Error('no range');
    expect(sliderValue(budget, {})).toBe(budget.most);
    const moved = moveLimit({}, budget, 50_000_000);
    expect(moved).toEqual({ budget: 50_000_000 });
    expect(moveLimit(moved, budget, budget.most)).toEqual({});
  });
});
