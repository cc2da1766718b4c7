/**
 * The share of a column's values that a field of some type could hold, 0..1; null when the column is empty or
 * the type takes anything. Content settles what a name leaves open: `Type` is new/used, body or deal type.
 */
import { parseDay } from '../normalise/days';
import { isMissing } from '../normalise/missing';
import { parseMoney } from '../normalise/money';
import { orderStatusOf } from '../normalise/order-status';
import { parseVehicleTitle } from '../normalise/vehicle-title';
import {
  conditionWord,
  dealStateWord,
  dealTypeWord,
  decisionWord,
  flagWord,
  saleTypeWord,
  stockStatusWord,
} from '../normalise/vocabularies';
import type { FieldType } from './fields/field';

const DAY_FORMATS = (['mdy', 'dmy'] as const).map((order) => ({ order, latestYear: 2099, timeZone: 'UTC' }));
const MONEY_FORMATS = [false, true].map((hasDecimalComma) => ({ hasDecimalComma, isInCents: false }));

/** Fields of a closed vocabulary, where an unknown word is possible, are judged more mildly than shapes. */
const FITS: Partial<Record<FieldType, (value: string) => boolean>> = {
  vin: (value) =>
    /^[A-Z0-9]{17}$/i.test(value.replace(/[\s'"*.-]/g, '')) || /^(?=.*\d)[A-Z0-9]{6,8}$/i.test(value),
  vehicle: (value) => parseVehicleTitle(value, 2098) !== undefined,
  year: (value) => /^['’]?((19|20)\d\d|\d\d)(\.0+)?$/.test(value),
  condition: (value) => conditionWord(value) !== undefined || flagWord(value) !== undefined,
  flag: (value) => flagWord(value) !== undefined,
  stockStatus: (value) => stockStatusWord(value) !== undefined,
  saleType: (value) => saleTypeWord(value) !== undefined,
  dealType: (value) => dealTypeWord(value) !== undefined,
  dealState: (value) => dealStateWord(value) !== undefined,
  orderStatus: (value) => orderStatusOf(value) !== undefined,
  decision: (value) => decisionWord(value) !== undefined,
  money: (value) => MONEY_FORMATS.some((format) => parseMoney(value, format) !== undefined),
  integer: (value) =>
    /^[($]?-?\d[\d,]*((\.0+)|([.\s'’]\d{3})+|(\.\d)?k)?\)?\s*(mi|miles|kms?|days)?\.?$/i.test(value),
  number: (value) => /^-?[\d,]*\.?\d+%?$/.test(value),
  day: (value) => DAY_FORMATS.some((format) => parseDay(value, format) !== undefined),
  zip: (value) => /^\d{3,5}(-?\d{4})?(\.0)?$|^[A-Z]\d[A-Z] ?\d[A-Z]\d$/i.test(value),
  grade: (value) => !isInterior(value),
  interior: isInterior,
  gradeName: (value) => !COLOR_WORD.test(value),
  interiorName: (value) => COLOR_WORD.test(value),
  bodyWord: (value) => BODY_WORD.test(value),
  period: (value) => /^\d{4}-?(0[1-9]|1[0-2]|W\d\d)(-\d\d)?(T.*)?$|^\d{1,2}\/(\d{1,2}\/)?\d{4}$/.test(value),
};

const INTERIOR_CODE = /^(?=.*\d)[A-Z][A-Z0-9]{2}$/i;
const COLOR_WORD =
  /\b(black|gr[ae]y|ash|beige|brown|tan|white|red|blue|dune|parchment|ebony|titanium|saddle|leather|cloth)\b/i;

const BODY_WORD =
  /^(pickup|truck|suv|cuv|crossover|sedan|coupe|van|minivan|wagon|convertible|hatchback|roadster|car)( truck)?s?$/i;

function isInterior(value: string): boolean {
  return INTERIOR_CODE.test(value) || COLOR_WORD.test(value);
}

export function contentFit(type: FieldType, values: readonly string[]): number | null {
  const fits = FITS[type];
  const filled = values.map((value) => value.trim()).filter((value) => !isMissing(value));
  if (fits === undefined || filled.length === 0) return null;
  return filled.filter(fits).length / filled.length;
}
