import { describe, expect, it } from 'vitest';
import { passesFilter } from './passes-filter';

const unit = { condition: 'new', make: 'Ford', model: 'F-150', trim: 'XLT', ageDays: 40 } as const;

describe('passesFilter', () => {
  it('wants every part that is asked for', () => {
    expect(passesFilter(unit, {})).toBe(true);
    expect(passesFilter(unit, { condition: 'new', model: 'F-150', minAgeDays: 40, maxAgeDays: 40 })).toBe(
      true,
    );
    expect(passesFilter(unit, { condition: 'used' })).toBe(false);
    expect(passesFilter(unit, { trim: 'Lariat' })).toBe(false);
    expect(passesFilter(unit, { minAgeDays: 41 })).toBe(false);
    expect(passesFilter(unit, { maxAgeDays: 39 })).toBe(false);
  });

  it('lets through what stands for all trims, and what has no age', () => {
    const segment = { condition: 'new', make: 'Ford', model: 'F-150', trim: null } as const;
    expect(passesFilter(segment, { trim: 'XLT', minAgeDays: 90 })).toBe(true);
  });
});
