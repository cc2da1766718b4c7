import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decideMoneyFormat, parseMoney } from './money';

const US = { hasDecimalComma: false, isInCents: false };
const EURO = { hasDecimalComma: true, isInCents: false };

describe('parseMoney', () => {
  it.each([
    ['$12,345.00', 1_234_500],
    ['16,999', 1_699_900],
    ['(1,234.56)', -123_456],
    ['1,234.56-', -123_456],
    ['-$300', -30_000],
    ['-1234.5', -123_450],
    ['CA$ 900', 90_000],
    ['0.00', 0],
    ['-0.00', 0],
    ['.5', 50],
    ['7.', 700],
    ['-7.5', -750],
    ['12345678901234', 1_234_567_890_123_400],
    ['4.5E+3', 450_000],
  ])('reads %s', (text, cents) => {
    expect(parseMoney(text, US)).toBe(cents);
  });

  it('reads decimal commas and implied cents where the column has them', () => {
    expect(parseMoney('1.234,56', EURO)).toBe(123_456);
    expect(parseMoney('2232750', { ...US, isInCents: true })).toBe(2_232_750);
  });

  it.each(['abc', '12/1', '1-2', '', '-', '.', '1.2.3'])('refuses %j', (text) => {
    expect(parseMoney(text, US)).toBeUndefined();
  });

  it('reads back any amount as systems print it', () => {
    fc.assert(
      fc.property(fc.integer({ min: -50_000_000, max: 50_000_000 }), (cents) => {
        const [dollars = '', rest = ''] = (Math.abs(cents) / 100).toFixed(2).split('.');
        const grouped = `${dollars.replace(/\B(?=(\d{3})+$)/g, ',')}.${rest}`;
        expect(parseMoney(cents < 0 ? `($${grouped})` : `$${grouped}`, US)).toBe(cents);
        expect(
          parseMoney(
            `${grouped.replace(/[.,]/g, (sign) => (sign === '.' ? ',' : '.'))}${cents < 0 ? '-' : ''}`,
            EURO,
          ),
        ).toBe(cents);
      }),
    );
  });
});

describe('decideMoneyFormat', () => {
  it('takes a comma for a decimal sign only where no point is one', () => {
    expect(decideMoneyFormat('Price', ['1.234,56', '99,5']).hasDecimalComma).toBe(true);
    expect(decideMoneyFormat('Price', ['16,999', '8,995']).hasDecimalComma).toBe(false);
    expect(decideMoneyFormat('Price', ['12,5', '12.50']).hasDecimalComma).toBe(false);
    expect(decideMoneyFormat('purchaseValueCents', ['735000']).isInCents).toBe(true);
  });
});
