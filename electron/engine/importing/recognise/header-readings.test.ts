import { describe, expect, it } from 'vitest';
import { headerReadings } from './header-readings';

const readings = (header: string) => headerReadings(header).map(({ bag }) => bag);

describe('readings of a name', () => {
  it('take a name in two languages apart, but not new/used', () => {
    expect(readings('Price / Prix')).toEqual(expect.arrayContaining(['price']));
    expect(readings('New/Used')).toEqual(['new used']);
  });

  it('leave out a unit, but not what says which one is meant', () => {
    expect(readings('Odometer (km)')).toEqual(expect.arrayContaining(['odometer']));
    expect(readings('Price CHF')).toEqual(expect.arrayContaining(['price']));
    expect(readings('Market Rank (Matching)')).toEqual(['market matching rank']);
  });
});
