import { describe, expect, it } from 'vitest';
import { editText, faultOf, statedValue, valueText } from './correction-text';

describe('a value to be corrected', () => {
  it.each([
    ['priceCents', '19,500', '1950000'],
    ['priceCents', '$19,500.5', '1950050'],
    ['frontGrossCents', '-250', '-25000'],
    ['priceCents', '0', '0'],
    ['priceCents', '', null],
    ['priceCents', '19.500,00', '19.500,00'],
    ['odometerMiles', '12,340', '12340'],
    ['trim', ' Touring ', 'Touring'],
  ])('%s typed as %s is %s', (field, text, value) => {
    expect(statedValue(field, text)).toBe(value);
  });

  it.each([
    ['priceCents', 'cheap', 'Dollars, such as 19,500.00'],
    ['receivedOn', '9 May', 'A day, such as 2026-05-31'],
    ['odometerMiles', '12.5', 'Whole miles'],
    ['modelYear', '24', 'Four digits'],
    ['vin', '1HGCM', '17 characters without I, O, Q'],
    ['vin', '1hgcm82633a004352', null],
    ['priceCents', '', null],
    ['trim', 'EX-L', null],
  ])('%s typed as %s: %s', (field, text, fault) => {
    expect(faultOf(field, text)).toBe(fault);
  });

  it('goes into the box as it is typed, and comes out the same', () => {
    for (const cents of ['1950000', '-25001', '5']) {
      expect(statedValue('costCents', editText('costCents', cents))).toBe(cents);
    }
  });

  it('is shown in words', () => {
    expect(valueText('priceCents', '1950050')).toBe('$19,500.50');
    expect(valueText('status', 'sold_not_delivered')).toBe('Sold not delivered');
    expect(valueText('isCertified', 'true')).toBe('Yes');
    expect(valueText('soldOn', '2026-05-08')).toBe('May 8, 2026');
    expect(valueText('trim', null)).toBe('–');
  });
});
