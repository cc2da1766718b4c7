import { describe, expect, it } from 'vitest';
import { explorationLog, type LoggedOutcome } from './exploration-log';

const outcome = (changes: Partial<LoggedOutcome>): LoggedOutcome => ({
  recommendedOn: '2026-01-01',
  decision: 'accepted',
  orderedQuantity: 1,
  arrivedOn: '2026-03-01',
  unitsSold: 1,
  daysToTurn: 30,
  grossCents: 200_000,
  parts: { gross: 0.5, daysToTurn: 0.5, market: 0.5, forecast: 0.5 },
  draw: null,
  ...changes,
});
const draw = { propensity: 0.4, choices: [{ parts: [0.5, 0.5, 0.5, 0.5] }] };

describe('explorationLog', () => {
  it('rewards followed advice in standard deviations and gives advice turned down the mean', () => {
    const outcomes = [
      outcome({ grossCents: 100_000 }),
      outcome({ grossCents: 300_000, recommendedOn: '2026-01-02', draw }),
      outcome({ decision: 'declined', orderedQuantity: 0, recommendedOn: '2026-01-03', draw }),
    ];
    const { log, open, experience } = explorationLog(outcomes, '2026-12-31', 'gross');
    // Mean 2,000 dollars, standard deviation of 1,000 and 3,000 with divisor 1: 1,414.21; so -0.707 and +0.707.
    expect(log.map(({ reward }) => Math.round(1000 * reward))).toEqual([-707, 707, 0]);
    expect(log.map(({ isFollowed }) => isFollowed)).toEqual([true, true, false]);
    // A draw that was turned down says nothing of the build.
    expect(log.map((advice) => advice.draw)).toEqual([null, draw, null]);
    expect(open).toBe(0);
    expect(experience).toHaveLength(2);
  });

  it('leaves out what is too young to judge, what stands unsold and what has no score', () => {
    const outcomes = [
      outcome({}),
      outcome({ recommendedOn: '2026-10-01', arrivedOn: '2026-11-01', daysToTurn: 5 }),
      outcome({ unitsSold: 0, daysToTurn: null, grossCents: null }),
      outcome({ parts: { gross: 0.5, daysToTurn: 0.5, market: null, forecast: 0.5 } }),
      outcome({ recommendedOn: '2027-02-01' }),
    ];
    const { log, open } = explorationLog(outcomes, '2026-12-31', 'balanced');
    expect({ log: log.length, open }).toEqual({ log: 1, open: 2 });
  });
});
