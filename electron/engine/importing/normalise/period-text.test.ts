import { describe, expect, it } from 'vitest';
import { periodOf, spanInText } from './period-text';

describe('periodOf', () => {
  it.each([
    ['2025-09', '2025-09'],
    ['202509', '2025-09'],
    ['9/2025', '2025-09'],
    ['09/30/2025', '2025-09'],
    ['Sep 2025', '2025-09'],
    ['Sept-25', '2025-09'],
    ['März 2025', '2025-03'],
    ['octubre de 2025', '2025-10'],
    ['août 2025', '2025-08'],
    ['2025-w38', '2025-W38'],
    ['2025-13', null],
    ['Model 2025', null],
  ])('reads %s', (text, expected) => {
    expect(periodOf(text)).toBe(expected);
  });
});

describe('spanInText', () => {
  it.each([
    ['Final Allocation - November 2025 Consensus', '2025-11', '2025-11-01', '2025-11-30'],
    ['Allocation cycle 10/27/2025 - 11/23/2025', '2025-10-27', '2025-10-27', '2025-11-23'],
    ['Zuteilung 27.10.2025 bis 23.11.2025', '2025-10-27', '2025-10-27', '2025-11-23'],
    ['market-2025-09.csv', '2025-09', '2025-09-01', '2025-09-30'],
  ])('finds the span of %s', (text, name, start, end) => {
    expect(spanInText(text)).toEqual({ name, start, end });
  });

  it.each(['Final Allocation', 'Run on 10/27/2025', 'September 2025 against October 2025'])(
    'finds none in %s',
    (text) => {
      expect(spanInText(text)).toBeNull();
    },
  );
});
