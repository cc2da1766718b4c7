import { describe, expect, it } from 'vitest';
import { flattenRecords } from './json';

const asObjects = (value: unknown) => flattenRecords(value).map((record) => Object.fromEntries(record));

describe('flattenRecords', () => {
  it("gives each entry of a list its parent's values", () => {
    expect(asObjects({ store: 'A', cycle: '2026-11', allocations: [{ units: 3 }, { units: 4 }] })).toEqual([
      { store: 'A', cycle: '2026-11', units: '3' },
      { store: 'A', cycle: '2026-11', units: '4' },
    ]);
  });

  it('takes a one-element list as its element and joins longer ones', () => {
    expect(asObjects([{ DealNo: ['10'], Empty: [], models: ['Tahoe', 'Suburban'] }])).toEqual([
      { DealNo: '10', Empty: '', models: 'Tahoe|Suburban' },
    ]);
  });

  it('names nested values after their path', () => {
    expect(asObjects([{ vehicle: { vin: 'X', price: { list: 5 } } }])).toEqual([
      { 'vehicle vin': 'X', 'vehicle price list': '5' },
    ]);
  });
});
