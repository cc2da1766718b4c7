import { describe, expect, it } from 'vitest';
import { countFilters, NO_FILTER, sharedSearchSchema, toDataFilter } from './data-filter';

describe('the shared filter in the address', () => {
  it('reads what an address can hold and drops what it cannot use', () => {
    const search = sharedSearchSchema.parse({
      condition: 'new',
      minAgeDays: '91',
      windowDays: 44,
      model: '',
      tab: 'x',
    });
    expect(toDataFilter(search)).toEqual({ condition: 'new', minAgeDays: 91 });
    expect(search.windowDays).toBeUndefined();
  });

  it('names every part when it clears, so that the address does not keep one', () => {
    expect(Object.keys(NO_FILTER).sort()).toEqual(Object.keys(sharedSearchSchema.shape).sort());
  });

  it('counts an age range and a model with its make once', () => {
    expect(countFilters({ make: 'Ford', model: 'F-150', minAgeDays: 31, maxAgeDays: 60 })).toBe(2);
    expect(countFilters({})).toBe(0);
  });
});
