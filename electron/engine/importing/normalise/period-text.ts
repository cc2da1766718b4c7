/**
 * Periods as files write them in words: `2025-09`, `202509`, `9/2025`, `Sep 2025`, `November 2025`, `2025-W38`; and the
 * span of days that a title states ("Allocation cycle 10/27/2025 - 11/23/2025").
 */
import type { CalendarDay } from '@shared/domain/calendar-day';
import { firstDay, grainOf, lastDay, type Period } from '@shared/domain/period';
import { monthOfName, parseDay } from './days';

/** A named span of days: an allocation's cycle, a market report's month. */
export type Span = { readonly name: string; readonly start: CalendarDay; readonly end: CalendarDay };

const MONTH_AND_YEAR = /(\p{L}{3,10})\.?[ -]+(?:de )?('?\d{2}|\d{4})$/u;

/** The period that a whole text names; null when it names none. */
export function periodOf(text: string): Period | null {
  const value = text.trim();
  const compact = /^(\d{4})[-/.]?(\d{2})(?:-\d{2}.*)?$/.exec(value);
  if (compact) return checked(`${compact[1]}-${compact[2]}`);
  const slashed = /^(\d{1,2})[/.](?:\d{1,2}\/)?(\d{4})$/.exec(value);
  if (slashed) return checked(`${slashed[2]}-${(slashed[1] ?? '').padStart(2, '0')}`);
  const named = MONTH_AND_YEAR.exec(value);
  if (named && named.index === 0) return monthNamed(named);
  return checked(value.toUpperCase());
}

function monthNamed([, name = '', year = '']: RegExpExecArray): Period | null {
  const month = monthOfName(name);
  const digits = year.replace("'", '');
  return month === 0
    ? null
    : checked(`${digits.length === 2 ? '20' : ''}${digits}-${String(month).padStart(2, '0')}`);
}

function checked(period: string): Period | null {
  try {
    grainOf(period);
    return period;
  } catch {
    return null;
  }
}

const DAY = String.raw`\d{1,4}[-/.]\d{1,2}[-/.]\d{2,4}|\p{L}{3,9}\.? \d{1,2},? \d{4}`;
const TWO_DAYS = new RegExp(`(${DAY})\\s*(?:-|–|to|through|thru|bis|al?|au)\\s*(${DAY})`, 'u');
const ORDERS = ['mdy', 'dmy'] as const;

/** The span that a title or a file's name speaks of; null when it speaks of none, or of several. */
export function spanInText(text: string): Span | null {
  const days = TWO_DAYS.exec(text);
  if (days) {
    const [start, end] = ORDERS.map((order) => {
      const format = { order, latestYear: 2098, timeZone: 'UTC' };
      return [parseDay(days[1] ?? '', format), parseDay(days[2] ?? '', format)];
    }).find((pair) => pair.every((day) => typeof day === 'string') && String(pair[0]) <= String(pair[1])) ?? [
      null,
      null,
    ];
    if (typeof start === 'string' && typeof end === 'string') return { name: start, start, end };
  }
  const periods = new Set(
    [...text.matchAll(/\b(20\d{2}-(?:0[1-9]|1[0-2])(?![-\d])|20\d{2}-W\d{2}|\p{L}{3,10}\.? 20\d{2})\b/gu)]
      .map(([found]) => periodOf(found))
      .filter((period): period is Period => period !== null),
  );
  const [only] = periods;
  return only !== undefined && periods.size === 1
    ? { name: only, start: firstDay(only), end: lastDay(only) }
    : null;
}

/** The first of the texts that speaks of a span tells it. */
export function spanInTexts(texts: readonly string[]): Span | null {
  for (const text of texts) {
    const span = spanInText(text.replace(/_/g, ' '));
    if (span !== null) return span;
  }
  return null;
}
