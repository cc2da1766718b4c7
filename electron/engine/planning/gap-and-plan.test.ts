import { EMPTY_BUILD } from '@shared/domain/build';
import { describe, expect, it } from 'vitest';
import { gapInPlan } from './gap-and-plan';

const candidate = (trim: string, quantity: number, valuesCents: number[]) => ({
  key: trim,
  build: { ...EMPTY_BUILD, make: 'Ford', model: 'Bronco', trim },
  score: 0.5,
  unitCostCents: 4_000_000,
  valuesCents,
  medianDays: 40,
  quantity,
  monthlyDemand: 1.5,
});
const base = candidate('Base', 2, [90_000, 50_000, -21_000]);
const big = candidate('Big Bend', 1, [70_000, 12_000, -5000]);
const segment = (gap: number, trim: string | null = null) => ({ make: 'Ford', model: 'Bronco', trim, gap });

describe('gapInPlan', () => {
  it('says what the next unit would lose, or that a limit leaves no room for one that earns', () => {
    expect(gapInPlan(segment(5, 'Base'), [base, big])).toEqual({
      units: 2,
      because: 'next_unit_loses',
      cents: -21_000,
      monthlyDemand: 1.5,
    });
    // Of the model the best next unit is the second Big Bend.
    expect(gapInPlan(segment(5), [base, big])).toEqual({
      units: 3,
      because: 'no_room',
      cents: 12_000,
      monthlyDemand: 3,
    });
  });

  it('says what the last unit earns where the plan orders more than the gap', () => {
    expect(gapInPlan(segment(-2), [base, big])).toMatchObject({
      units: 3,
      because: 'last_unit_earns',
      cents: 50_000,
    });
  });

  it('agrees where both say the same, and names what cannot be ordered', () => {
    expect(gapInPlan(segment(3), [base, big])).toMatchObject({ units: 3, because: 'agrees', cents: null });
    expect(gapInPlan(segment(2, 'Raptor'), [base])).toEqual({
      units: 0,
      because: 'not_orderable',
      cents: null,
      monthlyDemand: null,
    });
    expect(gapInPlan(segment(-1, 'Raptor'), [base])).toMatchObject({ because: 'agrees' });
  });

  it('knows no demand of a plan made before demand was kept', () => {
    const { monthlyDemand: _, ...older } = base;
    expect(gapInPlan(segment(3), [older, big]).monthlyDemand).toBeNull();
  });
});
