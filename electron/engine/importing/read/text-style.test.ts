import { describe, expect, it } from 'vitest';
import { detectTextStyle } from './text-style';

describe('how a text is written', () => {
  it.each([
    ["'Stock','VIN'\n'U1','X'\n'T3','Y'\n", "'"],
    ["Stock,VIN\nU1,dealer's choice\nT3,'22 Accord\n", '"'],
    ["'Stock',VIN\n'U1',X\n", '"'],
  ])('%j is quoted with %s', (text, quote) => {
    expect(detectTextStyle(text).quote).toBe(quote);
  });

  it.each([
    ['Stock  VIN   Year  Make\nU1  X  2022   Honda\nT3   Y  2021  Toyota\n', true],
    // Commas say more than blanks that happen to be double.
    ['Stock,VIN,Year,Make\nU1,X,2022,Honda  Accord  EX  L\nT3,Y,2021,Toyota  Camry  SE  X\n', false],
    // A missing value leaves a line short: its cells could not be told apart.
    ['Stock  VIN   Year  Make\nU1  2022   Honda\nT3   Y  Toyota\n', false],
  ])('%j is set apart by blanks: %s', (text, isSpaced) => {
    expect(detectTextStyle(text).isSpaced).toBe(isSpaced);
  });

  it.each([
    ['a^b^c^d\n1^2^3^4\n', '^'],
    ['a,b^c,d^e^f\n1,2^3,4^5^6\n', ','],
    ['only words here\nand here\n', ','],
  ])('%j is delimited by %s', (text, delimiter) => {
    expect(detectTextStyle(text).delimiter).toBe(delimiter);
  });
});
