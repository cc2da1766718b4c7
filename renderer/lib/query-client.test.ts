import { describe, expect, it } from 'vitest';
import { dependsOnAreas } from './query-client';

describe('dependsOnAreas', () => {
  it('asks again for every screen whose figures rest on the changed rows', () => {
    expect(dependsOnAreas([['overview', 'get'], {}], ['sales'])).toBe(true);
    expect(dependsOnAreas([['inventory', 'getSummary'], {}], ['sales'])).toBe(true);
    expect(dependsOnAreas([['reports', 'listSaved'], {}], ['reports'])).toBe(true);
  });

  it('leaves the rest alone', () => {
    expect(dependsOnAreas([['stores', 'getSettings'], {}], ['plan'])).toBe(false);
    expect(dependsOnAreas(['other'], ['sales', 'plan'])).toBe(false);
  });
});
