import { describe, expect, it } from 'vitest';
import { completeWindow, runningPeriod } from './demand-window';

const sold = { firstSoldOn: '2024-05-02', lastSoldOn: '2026-04-09' };

describe('the window of complete periods', () => {
  it('ends with the last whole month', () => {
    expect(completeWindow(sold, 'month', '2026-04-10')).toMatchObject({ first: '2024-05', last: '2026-03' });
    expect(completeWindow(sold, 'month', '2026-04-30')?.last).toBe('2026-03');
    const whole = completeWindow({ ...sold, lastSoldOn: '2026-04-28' }, 'month', '2026-04-30');
    expect(whole?.last).toBe('2026-04');
    const late = completeWindow({ ...sold, firstSoldOn: '2024-05-12' }, 'month', '2026-04-10');
    expect(late?.first).toBe('2024-06');
    expect(completeWindow({ ...sold, firstSoldOn: '2026-04-01' }, 'month', '2026-04-10')).toBeNull();
  });

  it('takes an old sales file as far as it goes', () => {
    // Stock as of May, but the newest sale is of 9 April: April is not known to be whole.
    expect(completeWindow(sold, 'month', '2026-05-31')).toMatchObject({
      last: '2026-03',
      salesUntil: '2026-04-09',
    });
  });

  it('knows the period under way', () => {
    const window = completeWindow(sold, 'month', '2026-04-10');
    expect(window && runningPeriod(window)).toEqual({ period: '2026-04', from: '2026-04-01' });
    const whole = completeWindow({ ...sold, lastSoldOn: '2026-04-28' }, 'month', '2026-04-30');
    expect(whole && runningPeriod(whole)).toBeNull();
  });
});
