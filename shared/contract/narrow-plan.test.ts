import { describe, expect, it } from 'vitest';
import { narrowPlan } from './narrow-plan';
import type { Plan, PlanLine } from './plan';

const line = (model: string, changed: Partial<PlanLine>) =>
  ({
    lineId: model,
    build: { make: 'Ford', model, trim: 'XLT' },
    quantity: 0,
    uncappedQuantity: 0,
    unitCostCents: 4_000_000,
    marginalValuesCents: [],
    ...changed,
  }) as unknown as PlanLine;

const plan = {
  id: '7',
  lines: [
    line('F-150', { quantity: 2, uncappedQuantity: 3, marginalValuesCents: [90_000, 50_000, 10_000] }),
    line('Escape', {
      quantity: 1,
      uncappedQuantity: 1,
      marginalValuesCents: [30_000],
      unitCostCents: 3_000_000,
    }),
  ],
  totals: { units: 3, costCents: 11_000_000, expectedValueCents: 170_000 },
  uncappedTotals: { units: 4, costCents: 15_000_000, expectedValueCents: 180_000 },
  notes: ['A remark.'],
} as unknown as Plan;

describe('a part of a plan', () => {
  it('has totals of its own lines, with and without limits', () => {
    const part = narrowPlan(plan, { model: 'F-150' });
    expect(part.lines.map(({ lineId }) => lineId)).toEqual(['F-150']);
    // 2 x $40,000 worth $900 + $500; without limits a third at $100.
    expect(part.totals).toEqual({ units: 2, costCents: 8_000_000, expectedValueCents: 140_000 });
    expect(part.uncappedTotals).toEqual({ units: 3, costCents: 12_000_000, expectedValueCents: 150_000 });
    expect(part.notes[0]).toContain('1 of 2 lines, 2 of 3 units');
    expect(part.notes[1]).toBe('A remark.');
  });

  it('is the plan itself where the filter leaves nothing out, and orders no used units', () => {
    expect(narrowPlan(plan, { condition: 'new', make: 'Ford' })).toBe(plan);
    expect(narrowPlan(plan, { minAgeDays: 60 })).toBe(plan);
    expect(narrowPlan(plan, { condition: 'used' }).totals.units).toBe(0);
  });
});
