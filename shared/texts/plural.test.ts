import { describe, expect, it } from 'vitest';
import { plural } from './plural';

describe('the form of a word for a count', () => {
  const forms = { one: 'unit', other: 'units' };

  it('is the singular for one alone', () => {
    expect([0, 1, 2, 21, 1.5].map((count) => plural(count, forms))).toEqual([
      'units',
      'unit',
      'units',
      'units',
      'units',
    ]);
  });

  it('falls back on the form for all other counts', () => {
    expect(plural(1, { other: 'more' })).toBe('more');
  });
});
