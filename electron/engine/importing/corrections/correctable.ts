/** Which values can be corrected, and what their text must be. */
import { type CorrectedRecord, correctableFields } from '@shared/contract/corrections';
import { AppError } from '@shared/contract/errors';
import { stockStatusSchema } from '@shared/contract/inventory';
import { isCalendarDay } from '@shared/domain/calendar-day';
import { fieldWord } from '@shared/domain/field-words';
import { isVinShaped } from '@shared/domain/vin';

export const BUILD_COLUMN = 'build_id';

export type BuildField = (typeof correctableFields.build)[number];

export function isBuildField(field: string): field is BuildField {
  return correctableFields.build.some((name) => name === field);
}

export function columnOf(field: string): string {
  return field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

export type CorrectedValue = string | number | boolean | null;

const LARGEST = 2_000_000_000;
const WORDS: Readonly<Record<string, readonly string[]>> = {
  condition: ['new', 'used'],
  status: stockStatusSchema.options,
  saleType: ['retail', 'lease', 'fleet', 'wholesale', 'dealer_trade'],
  dealState: ['counted', 'pending', 'reversed'],
};
/** Columns that always hold something. */
const REQUIRED: ReadonlySet<string> = new Set([
  ...Object.keys(WORDS),
  'isCertified',
  'soldOn',
  'make',
  'model',
]);

/** Throws BAD_INPUT with what is expected. */
export function checkedValue(record: CorrectedRecord, field: string, text: string | null): CorrectedValue {
  const fields: readonly string[] = [...correctableFields[record], ...correctableFields.build];
  if (!fields.includes(field)) {
    throw refuse(
      field,
      `${fieldWord(field)} cannot be corrected.`,
      `It can be one of: ${fields.map(fieldWord).join(', ')}.`,
    );
  }
  const value = text?.trim() ?? '';
  if (value === '') {
    if (REQUIRED.has(field)) throw refuse(field, `${fieldWord(field)} cannot be empty.`, 'State a value.');
    return null;
  }
  return typedValue(field, value);
}

function typedValue(field: string, value: string): CorrectedValue {
  const words = WORDS[field];
  if (words) return words.includes(value) ? value : fail(field, `one of ${words.join(', ')}`);
  if (field === 'isCertified') {
    return /^(true|false)$/.test(value) ? value === 'true' : fail(field, 'true or false');
  }
  if (field.endsWith('On')) return isCalendarDay(value) ? value : fail(field, 'a day, YYYY-MM-DD');
  if (field === 'modelYear')
    return /^(19|20)\d\d$/.test(value) ? Number(value) : fail(field, 'a year of four digits');
  if (field.endsWith('Cents') || field === 'odometerMiles') {
    const isAmount = /^-?\d+$/.test(value) && Math.abs(Number(value)) <= LARGEST;
    return isAmount ? Number(value) : fail(field, field === 'odometerMiles' ? 'whole miles' : 'whole cents');
  }
  if (field === 'vin')
    return isVinShaped(value.toUpperCase())
      ? value.toUpperCase()
      : fail(field, '17 characters without I, O, Q');
  return field === 'stockNumber' ? value.toUpperCase() : value;
}

function fail(field: string, expected: string): never {
  throw refuse(field, `${fieldWord(field)} must be ${expected}.`, `State ${expected}.`);
}

function refuse(field: string, message: string, nextStep: string): AppError {
  return new AppError('BAD_INPUT', message, { details: { field }, nextStep });
}
