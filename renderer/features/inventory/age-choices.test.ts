import { describe, expect, it } from 'vitest';
import { ageChoices, ageKey, parseAgeKey } from './age-choices';

describe('the age filter', () => {
  it('survives the way into the choice and back', () => {
    for (const range of [
      { minAgeDays: 31, maxAgeDays: 60 },
      { minAgeDays: 91, maxAgeDays: undefined },
      { minAgeDays: 0, maxAgeDays: 30 },
      { minAgeDays: undefined, maxAgeDays: undefined },
    ]) {
      expect(parseAgeKey(ageKey(range))).toEqual(range);
    }
  });

  it('offers a range that a link brought along, in its place', () => {
    expect(ageChoices([], { minAgeDays: 91 })).toEqual([{ value: '91-', label: '91 days and more' }]);
  });
});
