import type { Outcome } from '@shared/contract/feedback';
import { EMPTY_BUILD } from '@shared/domain/build';
import { describe, expect, it } from 'vitest';
import { describeDecision, describeSales, shortDecision } from './outcome-words';

const outcome: Outcome = {
  id: '1',
  reference: 'plan 1 line 1',
  source: 'plan',
  build: { ...EMPTY_BUILD, make: 'Chevrolet', model: 'Trax' },
  recommendedOn: '2026-01-10',
  recommendedQuantity: 3,
  decision: 'changed',
  reason: 'No place',
  state: 'partly_sold',
  orderedQuantity: 2,
  arrivedOn: '2026-03-01',
  unitsSold: 1,
  daysToTurn: 20,
  grossPerUnitCents: 200_000,
  agedUnits: 0,
  rating: null,
  note: null,
};

describe('the words of an outcome', () => {
  it('says what was advised, decided and ordered, with the reason', () => {
    expect(describeDecision(outcome)).toBe('3 units advised, changed, 2 ordered: No place');
    expect(describeDecision({ ...outcome, decision: 'declined', recommendedQuantity: 1, reason: null })).toBe(
      '1 unit advised, declined',
    );
  });

  it('shortens them for a column', () => {
    expect(shortDecision(outcome)).toBe('3 → 2, No place');
    expect(shortDecision({ ...outcome, decision: 'declined', reason: null })).toBe('3 → declined');
  });

  it('counts sales of what was ordered, and none of declined advice', () => {
    expect(describeSales(outcome)).toBe('1 of 2');
    expect(describeSales({ ...outcome, unitsSold: null })).toBe('0 of 2');
    expect(describeSales({ ...outcome, decision: 'declined', orderedQuantity: 0 })).toBe('–');
  });
});
