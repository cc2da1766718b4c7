/**
 * How values are written: by the locale of the texts, days as plain calendar days (never shifted by a time zone), money from
 * integer cents, a missing value as a dash.
 */
import { type CalendarDay, daysBetween, isCalendarDay } from '@shared/domain/calendar-day';
import { firstDay, grainOf } from '@shared/domain/period';
import { LOCALE } from '@shared/texts/locale';
import { plural } from '@shared/texts/plural';
import { texts } from '../texts/texts';

export const MISSING = '–';

const count = new Intl.NumberFormat(LOCALE, { maximumFractionDigits: 0 });
const withDecimals = (digits: number) =>
  new Intl.NumberFormat(LOCALE, { maximumFractionDigits: digits, minimumFractionDigits: digits });
const decimals = { 1: withDecimals(1), 2: withDecimals(2), 3: withDecimals(3) };
const upToTwoDecimals = new Intl.NumberFormat(LOCALE, { maximumFractionDigits: 2 });
const dollars = new Intl.NumberFormat(LOCALE, {
  style: 'currency',
  currency: 'USD',
  maximumFractionDigits: 0,
});
const compactDollars = new Intl.NumberFormat(LOCALE, {
  style: 'currency',
  currency: 'USD',
  notation: 'compact',
  minimumFractionDigits: 0,
  maximumFractionDigits: 2,
});
const exactDollars = new Intl.NumberFormat(LOCALE, { style: 'currency', currency: 'USD' });
const percent = new Intl.NumberFormat(LOCALE, { style: 'percent', maximumFractionDigits: 0 });
const percentOne = new Intl.NumberFormat(LOCALE, { style: 'percent', maximumFractionDigits: 1 });
const day = new Intl.DateTimeFormat(LOCALE, { dateStyle: 'medium', timeZone: 'UTC' });
const shortDay = new Intl.DateTimeFormat(LOCALE, { month: 'short', day: 'numeric', timeZone: 'UTC' });
const month = new Intl.DateTimeFormat(LOCALE, { month: 'short', year: 'numeric', timeZone: 'UTC' });
const shortWeekday = new Intl.DateTimeFormat(LOCALE, { weekday: 'short', timeZone: 'UTC' });
const instant = new Intl.DateTimeFormat(LOCALE, { dateStyle: 'medium', timeStyle: 'short' });

type Maybe = number | null | undefined;

function orMissing(value: Maybe, write: (value: number) => string): string {
  return value === null || value === undefined || !Number.isFinite(value) ? MISSING : write(value);
}

/** Typographic minus, so that negatives line up with tabular digits. */
function withMinus(text: string): string {
  return text.replace('-', '−');
}

export function formatCount(value: Maybe): string {
  return orMissing(value, (units) => withMinus(count.format(units)));
}

/** Expected units, whole, for a forecast is no better than that; less than half a unit is not none. */
export function formatExpected(units: Maybe): string {
  return orMissing(units, (value) => (value > 0 && value < 0.5 ? texts.values.underOne : formatCount(value)));
}

/** As a person would type it into a field: no more decimals than it has, two at most. */
export function formatTyped(value: number): string {
  return upToTwoDecimals.format(value);
}

/** A score of 0..1 as 0 to 100. */
export function formatScore(score: Maybe): string {
  return orMissing(score, (value) => formatCount(value * 100));
}

export function formatDecimal(value: Maybe, digits: 1 | 2 | 3 = 1): string {
  return orMissing(value, (number) => withMinus(decimals[digits].format(number)));
}

/** Whole dollars: `$34,120`. */
export function formatMoney(cents: Maybe): string {
  return orMissing(cents, (amount) => withMinus(dollars.format(Math.round(amount / 100))));
}

/** With its cents, where two amounts are held against each other. */
export function formatExactMoney(cents: Maybe): string {
  return orMissing(cents, (amount) => withMinus(exactDollars.format(amount / 100)));
}

/** For figures that are read at a glance: `$9.82M`, `$34.1K`, and whole dollars under ten thousand. */
export function formatMoneyCompact(cents: Maybe): string {
  return orMissing(cents, (amount) => {
    const value = amount / 100;
    if (Math.abs(value) < 10_000) return withMinus(dollars.format(value));
    const rounded = Math.abs(value) >= 1e6 ? value : Math.round(value / 100) * 100;
    return withMinus(compactDollars.format(rounded));
  });
}

/** What an axis of dollars has before and behind its numbers, which the chart writes itself. */
export const moneyTicks = {
  tickprefix: aroundNumber((index, first) => index < first),
  ticksuffix: aroundNumber((index, _first, last) => index > last),
};

function aroundNumber(isKept: (index: number, first: number, last: number) => boolean): string {
  const parts = dollars.formatToParts(1_234_567);
  const digits = parts.flatMap(({ type }, index) => (type === 'integer' ? [index] : []));
  const [first = 0, last = 0] = [digits[0], digits.at(-1)];
  return parts.flatMap(({ value }, index) => (isKept(index, first, last) ? [value] : [])).join('');
}

/** The marks of decimals and of thousands, for numbers that a chart writes itself. */
export const chartSeparators = ['decimal', 'group']
  .map((mark) => decimals[1].formatToParts(1_234_567.8).find(({ type }) => type === mark)?.value ?? '')
  .join('');

/** `share` is 0..1. */
export function formatPercent(share: Maybe, digits: 0 | 1 = 0): string {
  return orMissing(share, (value) => withMinus((digits === 0 ? percent : percentOne).format(value)));
}

export function formatDays(days: Maybe): string {
  return orMissing(days, (value) => `${count.format(value)} ${plural(Math.round(value), texts.nouns.day)}`);
}

/** `+3`, `−2`, `0`: always with its sign. */
export function formatSigned(value: Maybe, write: (value: number) => string = formatCount): string {
  return orMissing(value, (number) => (number > 0 ? `+${write(number)}` : write(number)));
}

export function formatDay(value: CalendarDay | null | undefined): string {
  return value ? day.format(new Date(`${value}T00:00:00Z`)) : MISSING;
}

export function formatShortDay(value: CalendarDay): string {
  return shortDay.format(new Date(`${value}T00:00:00Z`));
}

const DAY_IN_TEXT = /\b\d{4}-\d{2}-\d{2}\b/g;

/** Days inside a sentence of the engine, written as everywhere else; what is no day stays as it is. */
export function spellDays(text: string): string {
  return text.replace(DAY_IN_TEXT, (found) => (isCalendarDay(found) ? formatDay(found) : found));
}

/** The short name of a day of the week, 0 for Sunday. */
export function formatWeekday(weekday: number): string {
  // The first of these days is a Sunday.
  return shortWeekday.format(Date.UTC(2023, 0, 1 + weekday));
}

/** A month as `Jun 2026`, a week by its Monday: `Jun 1, 2026`. */
export function formatPeriod(period: string): string {
  const start = firstDay(period);
  return grainOf(period) === 'month' ? month.format(new Date(`${start}T00:00:00Z`)) : formatDay(start);
}

/** An instant in the reader's own zone. */
export function formatInstant(value: string | null | undefined): string {
  return value ? instant.format(new Date(value)) : MISSING;
}

export function formatBytes(bytes: Maybe): string {
  return orMissing(bytes, (size) => {
    if (size < 1024) return texts.values.bytes(count.format(size));
    if (size < 1024 * 1024) return texts.values.kilobytes(count.format(size / 1024));
    return texts.values.megabytes(decimals[1].format(size / (1024 * 1024)));
  });
}

export type Noun = keyof typeof texts.nouns;

/** `1 unit`, `240 units`. */
export function formatQuantity(value: number, noun: Noun): string {
  return `${formatCount(value)} ${plural(value, texts.nouns[noun])}`;
}

/** How old a data date is on `today`, in words. */
export function describeAge(dataDate: CalendarDay, today: CalendarDay): string {
  const days = daysBetween(dataDate, today);
  if (days <= 0) return texts.values.today;
  return days === 1 ? texts.values.yesterday : texts.values.daysOld(count.format(days));
}

/** The calendar day of an instant where this computer is. */
export function localDay(date: Date): CalendarDay {
  const pad = (part: number) => String(part).padStart(2, '0');
  return `${date.getFullYear()}-${pad(date.getMonth() + 1)}-${pad(date.getDate())}`;
}

export function capitalize(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** `Jan` to `Dec`. */
export function monthNames(): string[] {
  const months = Array.from({ length: 12 }, (_, index) => new Date(Date.UTC(2001, index, 1)));
  return months.map((start) => partOf(start, 'month'));
}

/** For the ticks of a month axis: `Aug`, with the year under the first one and every January. */
export function formatMonthTick(period: string, isFirst: boolean): string {
  const start = new Date(`${period}-01T00:00:00Z`);
  const name = partOf(start, 'month');
  return isFirst || period.endsWith('-01') ? `${name}<br>${partOf(start, 'year')}` : name;
}

function partOf(start: Date, type: 'month' | 'year'): string {
  return month.formatToParts(start).find((part) => part.type === type)?.value ?? '';
}
