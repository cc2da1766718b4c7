import { describe, expect, it } from 'vitest';
import { sampleOf, shrinkToward } from './shrinkage';

describe('shrinkToward', () => {
  it('lets few sales move the parent only a little', () => {
    // (2 x 3,000 + 8 x 2,000) / 10 = 2,200
    expect(shrinkToward(sampleOf([2500, 3500]), 2000, 8)).toBe(2200);
  });

  it('counts own and parent alike when there are as many sales as the parent is worth', () => {
    expect(shrinkToward({ count: 8, mean: 3000 }, 2000, 8)).toBe(2500);
  });

  it('is the parent without a sale', () => {
    expect(shrinkToward(sampleOf([]), 2000, 8)).toBe(2000);
  });
});
