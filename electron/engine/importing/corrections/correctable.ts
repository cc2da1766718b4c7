/** Which values can be corrected, and what their text must be. */

import { type CorrectedRecord, correctableFields } from '@shared/contract/corrections';
import { AppError } from '@shared/contract/errors';
import { stockStatusSchema } from '@shared/contract/inventory';
import { isCalendarDay } from '@shared/domain/calendar-day';
import { fieldWord } from '@shared/domain/field-words';
import { isVinShaped } from '@shared/domain/vin';
import { engineTexts } from '@shared/texts/engine-texts';

const words = engineTexts.importing.batches.corrections;
const { expected } = words;

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
      words.notCorrectable.message(fieldWord(field)),
      words.notCorrectable.nextStep(fields.map(fieldWord)),
    );
  }
  const value = text?.trim() ?? '';
  if (value === '') {
    if (REQUIRED.has(field))
      throw refuse(field, words.notEmpty.message(fieldWord(field)), words.notEmpty.nextStep);
    return null;
  }
  return typedValue(field, value);
}

function typedValue(field: string, value: string): CorrectedValue {
  const options = WORDS[field];
  if (options) return options.includes(value) ? value : fail(field, expected.oneOf(options));
  if (field === 'isCertified') {
    return /^(true|false)$/.test(value) ? value === 'true' : fail(field, expected.trueOrFalse);
  }
  if (field.endsWith('On')) return isCalendarDay(value) ? value : fail(field, expected.day);
  if (field === 'modelYear') return /^(19|20)\d\d$/.test(value) ? Number(value) : fail(field, expected.year);
  if (field.endsWith('Cents') || field === 'odometerMiles') {
    const isAmount = /^-?\d+$/.test(value) && Math.abs(Number(value)) <= LARGEST;
    return isAmount
      ? Number(value)
      : fail(field, field === 'odometerMiles' ? expected.miles : expected.cents);
  }
  if (field === 'vin')
    return isVinShaped(value.toUpperCase()) ? value.toUpperCase() : fail(field, expected.vin);
  return field === 'stockNumber' ? value.toUpperCase() : value;
}

function fail(field: string, wanted: string): never {
  throw refuse(field, words.mustBe.message(fieldWord(field), wanted), words.mustBe.nextStep(wanted));
}

function refuse(field: string, message: string, nextStep: string): AppError {
  return new AppError('BAD_INPUT', message, { details: { field }, nextStep });
}
