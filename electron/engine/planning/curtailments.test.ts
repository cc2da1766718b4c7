import { describe, expect, it } from 'vitest';
import { nextCurtailment } from './curtailments';

const schedule = [
  { afterDays: 60, share: 0.1 },
  { afterDays: 90, share: 0.125 },
];
const due = (receivedOn: string) =>
  nextCurtailment({ receivedOn, costCents: 2_000_001 }, schedule, '2026-10-31', 30);

describe('nextCurtailment', () => {
  it('is the share of cost at the next age within the days', () => {
    // Received September 1: 60 days later is October 31, which is today and past; 90 days later November 30.
    expect(due('2026-09-01')).toEqual({ dueOn: '2026-11-30', amountCents: 250_000, share: 0.125 });
    // 10 % of 2,000,001 cents.
    expect(due('2026-09-02')).toEqual({ dueOn: '2026-11-01', amountCents: 200_000, share: 0.1 });
    expect(due('2026-10-15')).toBeNull();
  });

  it('needs a cost', () => {
    const unit = { receivedOn: '2026-09-02', costCents: null };
    expect(nextCurtailment(unit, schedule, '2026-10-31', 30)).toBeNull();
  });
});
