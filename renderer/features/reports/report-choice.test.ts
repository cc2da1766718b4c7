import { describe, expect, it } from 'vitest';
import { FIRST_CHOICE, sectionsOf, toggleSection, toRequest } from './report-choice';

describe('the choice of a report', () => {
  it('begins with everything of a kind', () => {
    expect(toRequest(FIRST_CHOICE, { storeCode: 'A' })).toMatchObject({
      storeCode: 'A',
      kind: 'store-review',
      sections: ['review', 'ageing', 'models', 'sales', 'forecast', 'gaps', 'plan', 'stock', 'sources'],
    });
  });

  it('takes the filter and the window of a saved view, and nothing else of its address', () => {
    const search = { condition: 'used', minAgeDays: 61, windowDays: 30, sort: 'ageDays' };
    const view = { id: '1', name: 'Old used', screen: '/inventory', search, isDefault: false };
    expect(toRequest({ ...FIRST_CHOICE, view }, {}).view).toEqual({
      name: 'Old used',
      filter: { condition: 'used', minAgeDays: 61 },
      windowDays: 30,
    });
    expect(toRequest(FIRST_CHOICE, {}).view).toBeUndefined();
  });

  it('leaves sections out and takes them back, but never the last one', () => {
    const gaps = { ...FIRST_CHOICE, kind: 'gaps' as const };
    const withoutModels = toggleSection(gaps, 'models');
    expect(sectionsOf(withoutModels)).toEqual(['gaps']);
    expect(toggleSection(withoutModels, 'gaps')).toBe(withoutModels);
    expect(sectionsOf(toggleSection(withoutModels, 'models'))).toEqual(['gaps', 'models']);
  });

  it('names the condition only where lists are limited', () => {
    expect(toRequest(FIRST_CHOICE, {})).not.toHaveProperty('condition');
    expect(toRequest({ ...FIRST_CHOICE, condition: 'used' }, {})).toMatchObject({ condition: 'used' });
  });
});
