import { expect, it } from 'vitest';
import type { ModelFact } from './action-facts';
import { missedSales } from './sold-and-missed';

const fact: ModelFact = {
  condition: 'new',
  make: 'Ford',
  model: 'F-150',
  available: 0,
  holdingCentsPerDay: 0,
  aged: 0,
  agedHoldingCentsPerDay: 0,
  oldestDays: null,
  soldInWindow: 5,
  soldIn90: 9,
  grossPerUnitCents: 200_000,
  onOrder: 2,
  nextArrivalOn: null,
};

it('counts as missed what sold and is not there, at the rate of 90 days', () => {
  // 9 in 90 days are 3 a month, at $2,000 each: $6,000.
  expect(missedSales([fact])).toEqual([
    { condition: 'new', make: 'Ford', model: 'F-150', onOrder: 2, unitsAMonth: 3, grossAMonthCents: 600_000 },
  ]);
  expect(
    missedSales([
      { ...fact, available: 1 },
      { ...fact, soldIn90: 2 },
    ]),
  ).toEqual([]);
});

it('puts the dearest first and knows no gross where no deal states one', () => {
  const missed = missedSales([
    { ...fact, model: 'A', grossPerUnitCents: null },
    { ...fact, model: 'B' },
  ]);
  expect(missed.map(({ model, grossAMonthCents }) => [model, grossAMonthCents])).toEqual([
    ['B', 600_000],
    ['A', null],
  ]);
});
