import { describe, expect, it } from 'vitest';
import { prepareSamples } from './prepare-samples';
import type { Outcome } from './types';

const PARTS = { gross: 0.5, daysToTurn: 0.25, market: 0.75, forecast: 1 };

function outcome(changes: Partial<Outcome> = {}): Outcome {
  return {
    recommendedOn: '2026-01-01',
    decision: 'accepted',
    orderedQuantity: 2,
    arrivedOn: '2026-03-01',
    unitsSold: 2,
    daysToTurn: 30,
    grossCents: 500_000,
    parts: PARTS,
    ...changes,
  };
}

describe('preparing samples', () => {
  it('takes gross per unit and the follow-up of a complete outcome', () => {
    const { samples, counts } = prepareSamples([outcome()], '2026-04-30');
    // $5,000 over two units; 2026-03-01 to 2026-04-30 is 60 days; known 30 days after arrival.
    expect(samples).toEqual([
      {
        recommendedOn: '2026-01-01',
        knownOn: '2026-03-31',
        followUpDays: 60,
        parts: [0.5, 0.25, 0.75, 1],
        grossPerUnitCents: 250_000,
        daysToTurn: 30,
        unitsSold: 2,
      },
    ]);
    expect(counts).toMatchObject({ outcomes: 1, complete: 1 });
  });

  it('censors what is not sold, and never counts it as a failure', () => {
    const { samples, unsoldFollowUpDays, counts } = prepareSamples(
      [outcome({ unitsSold: 1 }), outcome({ unitsSold: null, daysToTurn: null, grossCents: null })],
      '2026-03-21',
    );
    expect(samples).toEqual([]);
    expect(unsoldFollowUpDays).toEqual([20, 20]);
    expect(counts).toMatchObject({ unsold: 2, incomplete: 0 });
  });

  it('looks with the eyes of the day: later sales, arrivals and plans are not known', () => {
    const outcomes = [outcome(), outcome({ recommendedOn: '2026-02-01', arrivedOn: '2026-04-01' })];
    expect(prepareSamples(outcomes, '2026-03-30').counts).toMatchObject({
      complete: 0,
      unsold: 1,
      waiting: 1,
    });
    expect(prepareSamples(outcomes, '2026-03-31').counts).toMatchObject({ complete: 1, waiting: 1 });
    expect(prepareSamples(outcomes, '2026-01-31').counts).toMatchObject({ outcomes: 1, waiting: 1 });
    expect(prepareSamples(outcomes, '2025-12-31').counts.outcomes).toBe(0);
  });

  it('sets apart what cannot be learned from, and every outcome has one state', () => {
    const { counts } = prepareSamples(
      [
        outcome({ decision: 'declined', orderedQuantity: 0, arrivedOn: null, unitsSold: null }),
        outcome({ orderedQuantity: 0 }),
        outcome({ grossCents: null }),
        outcome({ parts: { ...PARTS, market: null } }),
        outcome({ parts: { ...PARTS, market: 55 } }),
        outcome({ arrivedOn: null, unitsSold: 0 }),
        outcome({ arrivedOn: null }),
      ],
      '2026-06-30',
    );
    expect(counts).toEqual({ outcomes: 7, complete: 1, unsold: 0, waiting: 1, notOrdered: 2, incomplete: 3 });
  });
});
