/**
 * Days as exports write them. Whether `3/4/2025` is in March or April is decided once per column from the
 * values that can only be one of the two, never cell by cell.
 */
import { type CalendarDay, dayFromNumber, isCalendarDay } from '@shared/domain/calendar-day';
import { dayInZone } from '@shared/domain/day-in-zone';

export type DayOrder = 'mdy' | 'dmy';

export type DayFormat = {
  readonly order: DayOrder;
  /** Two-digit years up to this one (20yy) are of this century. */
  readonly latestYear: number;
  readonly timeZone: string;
};

/** A calendar day, null for the markers that mean "no date", undefined when the text is no date. */
export type ParsedDay = CalendarDay | null | undefined;

const SLASHED = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4}|\d{2})(?:[ T,].*)?$/;
/** A time with its zone: `02:30:00Z`, `21:15:00-04:00`. */
const INSTANT = /^(\d\d:\d\d(?::\d\d(?:\.\d+)?)?) ?(?:Z|([+-])(\d\d):?(\d\d))$/;
const ISO = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T ](.*))?$/;
/** `14-Oct-2026`, `14. Oktober 2026`, `14 de octubre de 2026`, `14OCT26`, `Oct 14, 2026`. */
const NAMED =
  /^(?:(\d{1,2})\.?(?:[- /]|er | de )?(\p{L}{3,10})\.?(?:[- /,]+| de )?(\d{4}|\d{2})|(\p{L}{3,10})\.? (\d{1,2}),? (\d{4}))(?!\d)/u;
/** Each month by the beginnings of its English, German, Spanish and French names, without accents. */
const MONTHS: readonly RegExp[] = [
  /^(jan|ene|jen)/,
  /^(feb|fev)/,
  /^(mar|mrz)/,
  /^(apr|abr|avr)/,
  /^(may|mai)/,
  /^(jun|juin)/,
  /^(jul|juil)/,
  /^(aug|ago|aou)/,
  /^(sep|set)/,
  /^(oct|okt)/,
  /^nov/,
  /^(dec|dez|dic)/,
];
/** Excel counts days from 1899-12-30; these bounds are the years 1954 and 2119. */
const FIRST_SERIAL = 20_000;
const LAST_SERIAL = 80_000;
const SERIAL_EPOCH = -25_569;
const WEEKDAY =
  /^(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?|lun(?:es|di)?|mar(?:tes|di)?|mi[eé](?:rcoles)?|mer(?:credi)?|jue(?:ves)?|jeu(?:di)?|vie(?:rnes)?|ven(?:dredi)?|s[aá]b(?:ado)?|sam(?:edi)?|dom(?:ingo)?|dim(?:anche)?|(?:mon|diens|donners|frei|sams|sonn)tag|mittwoch|mo|di|mi|do|fr|sa|so)\.?,?\s+(?=[\p{L}\d])/iu;
const NO_DATE =
  /^(0+|0?1\/0?1\/0001|00010101|0+[/-]0+[/-]0+|1900-01-00|0001-01-01.*|12\/30\/1899|1899-12-30.*)$/;

export function parseDay(text: string, format: DayFormat): ParsedDay {
  if (NO_DATE.test(text)) return null;
  const iso = ISO.exec(text);
  if (iso) return isoDay(iso, format);
  const slashed = SLASHED.exec(text);
  if (slashed) return slashedDay(slashed, format);
  if (/^\d+(\.\d+)?$/.test(text)) return digitsDay(text);
  const named = NAMED.exec(text);
  if (named) return namedDay(named, format);
  const bare = withoutWeekday(text);
  return bare === text ? undefined : parseDay(bare, format);
}

/** `Mon, 3 Nov 2025`, `Lunes 3/11/2025`: what the day is called says nothing that the date does not. */
function withoutWeekday(text: string): string {
  return text.replace(WEEKDAY, '');
}

function isoDay(match: RegExpExecArray, format: DayFormat): ParsedDay {
  const day = toDay(Number(match[1]), Number(match[2]), Number(match[3]));
  const time = match[4] ?? '';
  const [, clock, sign, hours = '00', minutes = '00'] = INSTANT.exec(time) ?? [];
  // Midnight in any zone is a day written as a time.
  if (day === undefined || clock === undefined || /^00:00(:00(\.0+)?)?$/.test(clock)) return day;
  const offset = sign === undefined ? 'Z' : `${sign}${hours}:${minutes}`;
  const instant = new Date(`${day}T${clock}${offset}`);
  return Number.isNaN(instant.getTime()) ? undefined : dayInZone(instant, format.timeZone);
}

function slashedDay(match: RegExpExecArray, format: DayFormat): ParsedDay {
  const first = Number(match[1]);
  const second = Number(match[2]);
  const year = fullYear(match[3] ?? '', format.latestYear);
  return format.order === 'mdy' ? toDay(year, first, second) : toDay(year, second, first);
}

/** YYYYMMDD, MMDDYYYY, or an Excel serial. */
function digitsDay(text: string): ParsedDay {
  if (/^\d{8}$/.test(text)) {
    const year = Number(text.slice(0, 4));
    if (year >= 1900 && year <= 2199) return toDay(year, Number(text.slice(4, 6)), Number(text.slice(6)));
    return toDay(Number(text.slice(4)), Number(text.slice(0, 2)), Number(text.slice(2, 4)));
  }
  const serial = Math.floor(Number(text));
  if (serial < FIRST_SERIAL || serial > LAST_SERIAL) return undefined;
  return dayFromNumber(serial + SERIAL_EPOCH);
}

function namedDay(match: RegExpExecArray, format: DayFormat): ParsedDay {
  const month = monthOfName(match[2] ?? match[4] ?? '');
  return toDay(fullYear(match[3] ?? match[6] ?? '', format.latestYear), month, Number(match[1] ?? match[5]));
}

/** 1..12; 0 when no month is called so. */
export function monthOfName(text: string): number {
  const name = text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  return MONTHS.findIndex((beginning) => beginning.test(name)) + 1;
}

function toDay(year: number, month: number, day: number): CalendarDay | undefined {
  const text = `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
  return year >= 1900 && isCalendarDay(text) ? text : undefined;
}

function fullYear(digits: string, latestYear: number): number {
  const year = Number(digits);
  if (digits.length > 2) return year;
  const thisCentury = Math.floor(latestYear / 100) * 100 + year;
  return thisCentury <= latestYear ? thisCentury : thisCentury - 100;
}

export type DayOrderEvidence = { readonly mdy: number; readonly dmy: number; readonly ambiguous: number };

/** Counts the values that can only be month first, only day first, or either. */
export function weighDayOrder(values: readonly string[]): DayOrderEvidence {
  let mdy = 0;
  let dmy = 0;
  let ambiguous = 0;
  for (const value of values) {
    const match = SLASHED.exec(withoutWeekday(value.trim()));
    if (!match) continue;
    const first = Number(match[1]);
    const second = Number(match[2]);
    if (first > 12 && second <= 12) dmy += 1;
    else if (second > 12 && first <= 12) mdy += 1;
    else if (first !== second) ambiguous += 1;
  }
  return { mdy, dmy, ambiguous };
}
