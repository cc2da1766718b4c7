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
