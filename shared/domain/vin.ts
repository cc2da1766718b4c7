/**
 * Vehicle identification numbers, 49 CFR 565.15: 17 characters without I, O and Q, a check digit in
 * position 9 and the model year in position 10.
 */
const VALUES: Record<string, number> = {
  A: 1,
  B: 2,
  C: 3,
  D: 4,
  E: 5,
  F: 6,
  G: 7,
  H: 8,
  J: 1,
  K: 2,
  L: 3,
  M: 4,
  N: 5,
  P: 7,
  R: 9,
  S: 2,
  T: 3,
  U: 4,
  V: 5,
  W: 6,
  X: 7,
  Y: 8,
  Z: 9,
};
const WEIGHTS = [8, 7, 6, 5, 4, 3, 2, 10, 0, 9, 8, 7, 6, 5, 4, 3, 2];
const YEAR_CODES = 'ABCDEFGHJKLMNPRSTVWXY123456789';

/** The values by character code, -1 for what no VIN holds. */
const VALUE_OF_CODE = Int8Array.from({ length: 128 }, (_, code) => {
  const character = String.fromCharCode(code);
  return /\d/.test(character) ? Number(character) : (VALUES[character] ?? -1);
});

export function isVinShaped(text: string): boolean {
  return /^[A-HJ-NPR-Z0-9]{17}$/.test(text);
}

/**
 * The character that belongs in position 9: weighted sum modulo 11, with 10 written X. Empty for what is no VIN. Asked of every
 * row of an import, so it goes by character codes.
 */
export function vinCheckDigit(vin: string): string {
  if (vin.length !== WEIGHTS.length) return '';
  let sum = 0;
  for (let index = 0; index < WEIGHTS.length; index++) {
    const value = VALUE_OF_CODE[vin.charCodeAt(index)] ?? -1;
    if (value < 0) return '';
    sum += value * (WEIGHTS[index] ?? 0);
  }
  const remainder = sum % 11;
  return remainder === 10 ? 'X' : String(remainder);
}

export function hasValidCheckDigit(vin: string): boolean {
  return vin[8] === vinCheckDigit(vin);
}

/**
 * The model year of position 10. The code repeats every 30 years; for cars, MPVs and light trucks a letter
 * in position 7 means 2010-2039 (73 FR 23367). Undefined when the code is never used (I, O, Q, U, Z, 0).
 */
export function vinModelYear(vin: string): number | undefined {
  const index = YEAR_CODES.indexOf(vin[9] ?? '');
  if (index < 0) return undefined;
  return /[A-Z]/.test(vin[6] ?? '') ? 2010 + index : 1980 + index;
}

/** The position-10 character for a model year 1980..2039. */
export function modelYearCode(modelYear: number): string {
  return YEAR_CODES[(modelYear - 1980) % 30] ?? '0';
}
