import { describe, expect, it } from 'vitest';
import type { RawRow } from '../types';
import type { TypedColumn } from './column-typing';
import { createRowFilter } from './ignored-rows';

const HEADER = ['Stock #', 'VIN', 'Model', 'Age', 'Price'];
const VIN = { index: 1, source: 'VIN', field: { name: 'vin', type: 'vin' } } as TypedColumn;
const filter = createRowFilter(HEADER, [VIN]);
const row = (...cells: string[]): RawRow => ({ line: 9, cells });

describe('createRowFilter', () => {
  it.each([
    ['total', row('Total', '', '', '25', '46000')],
    ['total', row('', '', 'Grand Total', '25', '46000')],
    ['total', row('Averages', '', '', '25', '46000')],
    ['footer', row('2 ITEMS LISTED.', '', '', '', '')],
    ['repeated header', row('Stock #', 'VIN', 'Model', 'Age', 'Price')],
    ['heading or footer', row('NEW RETAIL', '', '', '', '')],
  ])('ignores a %s', (why, cells) => {
    expect(filter(cells)).toBe(why);
  });

  it('keeps vehicles, whatever their first cell says', () => {
    expect(filter(row('TOTAL1', '1HGCM82633A004352', '', '', ''))).toBeNull();
    expect(filter(row('A1', '', 'Accord', '5', '9000'))).toBeNull();
  });
});
