import { describe, expect, it } from 'vitest';
import { inventorySearchSchema, toStockFilter } from './inventory-search';

describe('the address of the Inventory screen', () => {
  it('takes filters as text, as links and actions write them', () => {
    const search = inventorySearchSchema.parse({ condition: 'new', minAgeDays: '90', text: 12345 });
    expect(toStockFilter(search)).toEqual({ condition: 'new', minAgeDays: 90, text: '12345' });
  });

  it('drops what it cannot read instead of failing', () => {
    const search = inventorySearchSchema.parse({ condition: 'blue', minAgeDays: 'old', other: 1 });
    expect(toStockFilter(search)).toEqual({});
  });

  it('keeps order and open unit out of the filter', () => {
    const search = inventorySearchSchema.parse({
      minAgeDays: 31,
      maxAgeDays: 60,
      sort: 'vin',
      unit: 'u1',
      make: 'A',
      model: 'B',
    });
    expect(toStockFilter(search)).toEqual({ minAgeDays: 31, maxAgeDays: 60, make: 'A', model: 'B' });
  });
});
