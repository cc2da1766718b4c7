/**
 * Columns that no name explains, told by what they hold: VINs by their check digit, model years by the VIN beside them,
 * makes and conditions by their words, an in-date and an age by their sum being one day, codes that identify each row.
 */
import { addDays } from '@shared/domain/calendar-day';
import { hasValidCheckDigit, vinModelYear } from '@shared/domain/vin';
import { type DayFormat, parseDay } from '../normalise/days';
import { knownMake } from '../normalise/makes';
import { parseModelYear, parseVehicleTitle } from '../normalise/vehicle-title';
import { conditionWord } from '../normalise/vocabularies';
import type { ColumnSample } from './map-columns';

export type ContentGuess = { readonly column: number; readonly field: string; readonly confidence: number };

/** Which columns are free, and where a field that is known already stands. */
export type ContentQuestion = {
  readonly columns: readonly ColumnSample[];
  readonly isFree: (column: number) => boolean;
  readonly columnOf: (field: string) => number | undefined;
};

const LEAST_SHARE = 0.8;
const VIN_SHARE = 0.6;
const LONGEST_MODEL = 40;
/** Fewer rows may agree by chance. */
const LEAST_PAIRS = 3;

/** The next thing that content tells; to be asked again with it taken, until there is nothing more. */
export function guessByContent(question: ContentQuestion): ContentGuess | undefined {
  for (const guess of GUESSERS) {
    const found = guess(question);
    if (found) return found;
  }
  return undefined;
}

type Guesser = (question: ContentQuestion) => ContentGuess | undefined;

const GUESSERS: readonly Guesser[] = [
  (question) =>
    shareGuess(question, 'vin', 0.8, VIN_SHARE, (value) =>
      hasValidCheckDigit(value.replace(/[\s-]/g, '').toUpperCase()),
    ),
  (question) =>
    question.columnOf('model') === undefined
      ? shareGuess(question, 'vehicle', 0.75, VIN_SHARE, isVehicleTitle)
      : undefined,
  guessYear,
  (question) =>
    question.columnOf('vehicle') === undefined
      ? shareGuess(question, 'make', 0.75, LEAST_SHARE, (value) => knownMake(value) !== undefined)
      : undefined,
  guessModel,
  guessCondition,
  guessInDateAndAge,
  guessStockNumber,
  guessSaleDate,
  guessInDate,
];

function shareGuess(
  { columns, isFree, columnOf }: ContentQuestion,
  field: string,
  confidence: number,
  leastShare: number,
  fits: (value: string) => boolean,
): ContentGuess | undefined {
  if (columnOf(field) !== undefined) return undefined;
  const column = columns.findIndex(
    ({ values }, index) => isFree(index) && shareOf(values, fits) >= leastShare,
  );
  return column < 0 ? undefined : { column, field, confidence };
}

/** Sales copy also starts with year, make and model, but goes on in sentences. */
function isVehicleTitle(value: string): boolean {
  const model = /^\s*['’]?\d/.test(value) ? parseVehicleTitle(value, 2098)?.model : undefined;
  return model !== undefined && model.length <= LONGEST_MODEL && !/[.!,:]/.test(model);
}

/** Years that agree with the VIN's tenth character. */
function guessYear({ columns, isFree, columnOf }: ContentQuestion): ContentGuess | undefined {
  const vin = columnOf('vin');
  if (vin === undefined || columnOf('year') !== undefined || columnOf('vehicle') !== undefined)
    return undefined;
  const vins = columns[vin]?.values ?? [];
  const column = columns.findIndex(({ values }, index) => {
    if (!isFree(index)) return false;
    const judged = values.flatMap((value, row) => {
      const expected = vinModelYear((vins[row] ?? '').trim().toUpperCase());
      return value.trim() === '' || expected === undefined ? [] : [parseModelYear(value, 2098) === expected];
    });
    return judged.length >= 2 && judged.filter(Boolean).length >= judged.length * LEAST_SHARE;
  });
  return column < 0 ? undefined : { column, field: 'year', confidence: 0.8 };
}

/** Beside the make stands the model: short words in every row. One row or two say too little. */
function guessModel({ columns, isFree, columnOf }: ContentQuestion): ContentGuess | undefined {
  const make = columnOf('make');
  if (make === undefined || columnOf('model') !== undefined || columnOf('vehicle') !== undefined)
    return undefined;
  const column = make + 1;
  const values = columns[column]?.values;
  const isModel = (value: string) => /[A-Z0-9]/i.test(value) && value.trim().length <= LONGEST_MODEL;
  if (!values || values.length < LEAST_PAIRS || !isFree(column) || shareOf(values, isModel) < 0.95)
    return undefined;
  if (shareOf(values, (value) => /^[\d.,$/-]+$/.test(value.trim())) > 0.5) return undefined;
  return { column, field: 'model', confidence: 0.6 };
}

/** A column of N alone may be any flag; new and used must both occur, or be spelled out. */
function guessCondition(question: ContentQuestion): ContentGuess | undefined {
  const guess = shareGuess(question, 'condition', 0.75, 0.95, (value) => conditionWord(value) !== undefined);
  if (!guess) return undefined;
  const values = question.columns[guess.column]?.values ?? [];
  const words = new Set(values.map((value) => conditionWord(value)).filter((word) => word !== undefined));
  const isSpelled = values.some((value) => /^(new|used|pre-?owned)$/i.test(value.trim()));
  return isSpelled || words.size > 1 ? guess : undefined;
}

const DAY_FORMATS: readonly DayFormat[] = (['mdy', 'dmy'] as const).map((order) => ({
  order,
  latestYear: 2098,
  timeZone: 'UTC',
}));
const MOST_AGE_DAYS = 3_000;

/** In-date + age is the day of the export for every unit: nothing else in a file adds up to one day. */
function guessInDateAndAge({ columns, isFree, columnOf }: ContentQuestion): ContentGuess | undefined {
  const known = { day: columnOf('receivedOn'), age: columnOf('ageDays') };
  if (known.day !== undefined && known.age !== undefined) return undefined;
  // Kinds without these fields have no such pair.
  if (known.day === -1 || known.age === -1) return undefined;
  const free = columns.map((_, index) => index).filter(isFree);
  const days = known.day !== undefined ? [known.day] : free;
  const ages =
    known.age !== undefined ? [known.age] : free.filter((index) => isAges(columns[index]?.values ?? []));
  if (ages.length === 0) return undefined;
  for (const day of days) {
    for (const age of ages) {
      if (day === age || !addsUpToOneDay(columns[day]?.values ?? [], columns[age]?.values ?? [])) continue;
      return known.day === undefined
        ? { column: day, field: 'receivedOn', confidence: 0.9 }
        : { column: age, field: 'ageDays', confidence: 0.9 };
    }
  }
  return undefined;
}

function isAges(values: readonly string[]): boolean {
  return (
    shareOf(values, (value) => /^\d{1,4}(\.0+)?$/.test(value.trim()) && Number(value) <= MOST_AGE_DAYS) >=
    0.95
  );
}

function addsUpToOneDay(days: readonly string[], ages: readonly string[]): boolean {
  return DAY_FORMATS.some((format) => {
    const sums = new Map<string, number>();
    let pairs = 0;
    days.forEach((text, row) => {
      const day = text.trim() === '' ? undefined : parseDay(text.trim(), format);
      const age = Number.parseInt(ages[row] ?? '', 10);
      if (typeof day !== 'string' || !(age >= 0)) return;
      pairs += 1;
      const sum = addDays(day, age);
      sums.set(sum, (sums.get(sum) ?? 0) + 1);
    });
    const distinct = new Set(days.map((text) => text.trim())).size;
    return pairs >= LEAST_PAIRS && distinct >= 2 && Math.max(0, ...sums.values()) >= pairs * LEAST_SHARE;
  });
}

/** Short codes of letters and digits, hardly any twice. Plain numbers could as well be deals: they are left to a person. */
function guessStockNumber({ columns, isFree, columnOf }: ContentQuestion): ContentGuess | undefined {
  const vin = columnOf('vin');
  if (columnOf('stockNumber') !== undefined || vin === undefined) return undefined;
  const vehicles = (columns[vin]?.values ?? []).filter((value) => /\d/.test(value)).length;
  const isCode = (value: string) => /^(?=.*\d)(?=.*[A-Z])[A-Z0-9-]{3,10}$/i.test(value.trim());
  const column = columns.findIndex(({ values }, index) => {
    const filled = values.filter((value) => value.trim() !== '');
    return (
      isFree(index) &&
      filled.length > 1 &&
      shareOf(values, isCode) >= LEAST_SHARE &&
      new Set(filled).size >= filled.length * 0.95 &&
      filled.length >= vehicles * LEAST_SHARE
    );
  });
  return column < 0 ? undefined : { column, field: 'stockNumber', confidence: 0.6 };
}

const OLDEST_SALES_YEARS = 12;

/** What only a list of deals has. */
const SIGNS_OF_DEALS = [
  ...['dealNumber', 'frontGross', 'backGross', 'totalGross', 'grossProfit'],
  ...['saleType', 'dealType', 'dealState', 'isUnwound', 'isCompleted'],
];

/** Where no date of a deal has a known name, and one column alone holds days that are no birthdays. */
function guessSaleDate(question: ContentQuestion): ContentGuess | undefined {
  const { columnOf } = question;
  const isKnown = (field: string) => (columnOf(field) ?? -1) >= 0;
  if (['contractOn', 'accountingOn', 'deliveredOn', 'receivedOn'].some(isKnown)) return undefined;
  if (!SIGNS_OF_DEALS.some(isKnown)) return undefined;
  const column = onlyDates(question);
  return column === undefined ? undefined : { column, field: 'contractOn', confidence: 0.6 };
}

/** What happens to a unit while it is there. */
const LATER_EVENT =
  /last|reprice|photo|modif|updat|chang|inspect|servic|sold|sale|vent|verkauf|expir|warrant|due/i;

/** In a list of stock the only date is the day of arrival. */
function guessInDate(question: ContentQuestion): ContentGuess | undefined {
  const { columnOf } = question;
  // Kinds other than stock have dates of their own, or no age; where the age is known it tells the day.
  if (
    columnOf('receivedOn') !== undefined ||
    columnOf('ageDays') !== undefined ||
    columnOf('contractOn') !== -1
  )
    return undefined;
  const column = onlyDates(question);
  if (column === undefined || LATER_EVENT.test(question.columns[column]?.header ?? '')) return undefined;
  return { column, field: 'receivedOn', confidence: 0.6 };
}

function onlyDates({ columns, isFree }: ContentQuestion): number | undefined {
  const ages = columns.filter(({ values }) => isAges(values));
  const dated = columns.flatMap(({ values }, column) => {
    if (ages.some((age) => addsUpToOneDay(values, age.values))) return [];
    if (!isFree(column) || shareOf(values, (value) => dayOf(value) !== undefined) < 0.9) return [];
    const years = values.flatMap((value) => Number(dayOf(value)?.slice(0, 4) ?? Number.NaN) || []);
    return [{ column, first: Math.min(...years), last: Math.max(...years) }];
  });
  // A day that is the same in every row is the file's, where another one is not.
  const own = dated.filter(({ column }) => new Set(columns[column]?.values).size > 1);
  const [only, another] = own.length > 0 ? own : dated;
  return only && another === undefined && only.last - only.first <= OLDEST_SALES_YEARS
    ? only.column
    : undefined;
}

/** Not a bare number: a serial could be anything. */
function dayOf(value: string): string | undefined {
  const text = value.trim();
  if (/^\d+(\.\d+)?$/.test(text) && !/^(19|20)\d{6}$/.test(text)) return undefined;
  for (const format of DAY_FORMATS) {
    const day = parseDay(text, format);
    if (typeof day === 'string') return day;
  }
  return undefined;
}

function shareOf(values: readonly string[], fits: (value: string) => boolean): number {
  const filled = values.filter((value) => value.trim() !== '');
  return filled.length === 0 ? 0 : filled.filter(fits).length / filled.length;
}
