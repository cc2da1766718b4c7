import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { csvLine, decimal, monthDayYear, tabLine } from './delimited-text';

describe('delimited text', () => {
  it('quotes what needs it and doubles quotes', () => {
    expect(csvLine(['L84,MHT', 'say "hi"', 'plain', 7])).toBe('"L84,MHT","say ""hi""",plain,7\n');
    expect(tabLine(['a', '', 3])).toBe('a\t\t3\n');
  });

  it.each([
    [0, '0.00'],
    [5, '0.05'],
    [-5, '-0.05'],
    [-65_179, '-651.79'],
    [3_521_824, '35218.24'],
    [100_000, '1000.00'],
  ])('writes %i cents as %s', (cents, text) => {
    expect(decimal(cents)).toBe(text);
  });

  it('writes decimals that read back', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1_000_000_000, max: 1_000_000_000 }), (cents) => {
        expect(Math.round(Number(decimal(cents)) * 100)).toBe(cents);
      }),
    );
  });

  it('writes padded dates, and nothing for none', () => {
    expect(monthDayYear(0)).toBe('01/01/1970');
    expect(monthDayYear(20_757)).toBe('10/31/2026');
    expect(monthDayYear(null)).toBe('');
  });
});
