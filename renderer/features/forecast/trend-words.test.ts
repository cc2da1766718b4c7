import { addPeriods } from '@shared/domain/period';
import { describe, expect, it } from 'vitest';
import { trendWords } from './trend-words';

const rows = (levels: readonly number[], ahead: readonly number[]) =>
  [...levels, ...ahead].map((level, month) => ({
    period: addPeriods('2025-01', month),
    level,
    season: 1,
    rest: month < levels.length ? 1 : null,
  }));

describe('the trend of a series', () => {
  it('is how its level stands against a year before, and how it goes on', () => {
    // Thirteen months from 10 to 12, then 9 at the end: + 20 %, - 25 %.
    const levels = Array.from({ length: 13 }, (_, month) => 10 + month / 6);
    expect(trendWords(rows(levels, [11, 9]), 'month')).toBe(
      'level +20% on a year before, −25% by the end of the forecast',
    );
  });

  it('says only what is known', () => {
    expect(trendWords(rows([4, 4], [5]), 'month')).toBe('+25% by the end of the forecast');
    expect(trendWords(rows([0, 0], [0]), 'month')).toContain('demand without its season');
    expect(trendWords([], 'week')).toContain('demand without its season');
  });
});
