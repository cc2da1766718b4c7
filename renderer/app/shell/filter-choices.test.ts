import { describe, expect, it } from 'vitest';
import { AGE_RANGES, ageRangeOf, writeAgeRange } from './age-ranges';
import { buildChoices } from './filter-choices';

const choice = (condition: 'new' | 'used', make: string, model: string, trim: string | null) => ({
  condition,
  make,
  model,
  trim,
  units: 1,
});

describe('what the filter offers', () => {
  const choices = [
    choice('new', 'Ford', 'F-150', 'XLT'),
    choice('new', 'Ford', 'F-150', null),
    choice('new', 'Ford', 'Escape', 'SEL'),
    choice('used', 'Kia', 'Soul', 'S'),
  ];

  it('narrows with what is chosen', () => {
    expect(buildChoices(choices, {})).toEqual({
      makes: ['Ford', 'Kia'],
      models: ['Escape', 'F-150', 'Soul'],
      trims: [],
    });
    expect(buildChoices(choices, { condition: 'new', model: 'F-150' })).toEqual({
      makes: ['Ford'],
      models: ['Escape', 'F-150'],
      trims: ['XLT'],
    });
  });

  it('reads each age range back from its words', () => {
    for (const range of AGE_RANGES) expect(ageRangeOf(writeAgeRange(range))).toMatchObject(range);
    expect(ageRangeOf(undefined)).toEqual({ minAgeDays: undefined, maxAgeDays: undefined });
    expect(writeAgeRange({ maxAgeDays: 30 })).toBe('0 to 30 days');
  });
});
