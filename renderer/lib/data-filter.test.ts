import { sharedSearchSchema, toDataFilter } from '@shared/contract/shared-search';
import { describe, expect, it } from 'vitest';
import { countFilters, drillInto, leaveDrill, NO_FILTER } from './data-filter';

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

  it('gives back after a drill-down the filter that stood before it, however deep it went', () => {
    const before = { condition: 'new' as const, windowDays: 30 };
    const deeper = drillInto(drillInto(before, { model: 'F-150' }) as typeof before, { minAgeDays: 91 });
    expect(toDataFilter(deeper)).toEqual({ condition: 'new', model: 'F-150', minAgeDays: 91 });
    expect(leaveDrill(deeper)).toEqual({ ...NO_FILTER, ...before });
    expect(leaveDrill({ model: 'F-150' })).toEqual({ ...NO_FILTER, model: 'F-150' });
  });
});
