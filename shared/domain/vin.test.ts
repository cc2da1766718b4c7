import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hasValidCheckDigit, isVinShaped, modelYearCode, vinCheckDigit, vinModelYear } from './vin';

const VIN_CHARACTERS = 'ABCDEFGHJKLMNPRSTUVWXYZ0123456789';
const vinBody = fc.string({ unit: fc.constantFrom(...VIN_CHARACTERS), minLength: 17, maxLength: 17 });

function withCheckDigit(body: string): string {
  return `${body.slice(0, 8)}${vinCheckDigit(body)}${body.slice(9)}`;
}

describe('vinCheckDigit', () => {
  it('is X for the worked example 1FACP45E?LF192944', () => {
    // 1*8 F6*7 A1*6 C3*5 P7*4 4*3 5*2 E5*10 = 8+42+6+15+28+12+10+50 = 171
    // L3*9 F6*8 1*7 9*6 2*5 9*4 4*3 4*2 = 27+48+7+54+10+36+12+8 = 202; 171+202 = 373 = 33*11 + 10
    expect(vinCheckDigit('1FACP45E0LF192944')).toBe('X');
  });

  it.each(['1M8GDM9AXKP042788', '11111111111111111', '1HGCM82633A004352'])('accepts %s', (vin) => {
    expect(hasValidCheckDigit(vin)).toBe(true);
  });

  it.each([
    ['a wrong check digit', '1HGCM82643A004352'],
    ['a letter that no VIN has', '1HGCM82633A0O4352'],
    ['16 characters', '1HGCM82633A00435'],
    ['lower case', '1hgcm82633a004352'],
    ['nothing', ''],
  ])('refuses %s', (_, vin) => {
    expect(hasValidCheckDigit(vin)).toBe(false);
  });

  it('does not depend on what stands in position 9', () => {
    fc.assert(
      fc.property(vinBody, fc.constantFrom(...VIN_CHARACTERS), (body, ninth) => {
        expect(vinCheckDigit(`${body.slice(0, 8)}${ninth}${body.slice(9)}`)).toBe(vinCheckDigit(body));
      }),
    );
  });

  it('makes any 17 allowed characters a valid number', () => {
    fc.assert(
      fc.property(vinBody, (body) => {
        const vin = withCheckDigit(body);
        expect(isVinShaped(vin)).toBe(true);
        expect(hasValidCheckDigit(vin)).toBe(true);
      }),
    );
  });

  it('notices any single wrong digit', () => {
    // Weights are prime to 11 and two digits differ by less than 11, so the sum changes modulo 11.
    const place = fc.integer({ min: 0, max: 16 }).filter((index) => index !== 8);
    fc.assert(
      fc.property(vinBody, place, fc.integer({ min: 1, max: 9 }), (body, index, shift) => {
        const digits = `${body.slice(0, index)}3${body.slice(index + 1)}`;
        const vin = withCheckDigit(digits);
        const wrong = `${vin.slice(0, index)}${(3 + shift) % 10}${vin.slice(index + 1)}`;
        expect(hasValidCheckDigit(wrong)).toBe(false);
      }),
    );
  });
});

describe('vinModelYear', () => {
  it.each([
    ['1HGCM82633A004352', 2003],
    ['1M8GDM9AXKP042788', 1989],
    ['1GCUDDED5RZ100001', 2024],
    ['1GCUDDED5VZ100001', 2027],
  ])('reads %s as %i', (vin, year) => {
    // 1HGCM8 2: position 7 is a digit, so 3 is 2003; 1M8GDM 9 likewise, K is 1989; ...E... is a letter.
    expect(vinModelYear(vin)).toBe(year);
  });

  it.each(['I', 'O', 'Q', 'U', 'Z', '0'])('knows no year for code %s', (code) => {
    expect(vinModelYear(`1GCUDDED5${code}Z100001`)).toBeUndefined();
  });

  it('reads back what modelYearCode wrote, told apart by position 7', () => {
    for (let year = 1980; year <= 2039; year++) {
      const seventh = year >= 2010 ? 'E' : '2';
      expect(vinModelYear(`1GCUDD${seventh}D5${modelYearCode(year)}Z100001`)).toBe(year);
    }
  });
});

describe('modelYearCode', () => {
  it.each([
    [1980, 'A'],
    [2000, 'Y'],
    [2001, '1'],
    [2010, 'A'],
    [2018, 'J'],
    [2024, 'R'],
    [2030, 'Y'],
    [2031, '1'],
    [2039, '9'],
  ])('writes %i as %s', (year, code) => {
    expect(modelYearCode(year)).toBe(code);
  });
});
