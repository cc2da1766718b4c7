import type { CalendarDay } from './calendar-day';

/** Making one takes far longer than using it, and a file asks for each of its rows. */
const formats = new Map<string, Intl.DateTimeFormat>();

/** The calendar day that an instant falls on in a zone (`America/New_York`); en-CA writes it as `2026-06-30`. */
export function dayInZone(instant: Date, timeZone: string): CalendarDay {
  let format = formats.get(timeZone);
  if (!format) {
    format = new Intl.DateTimeFormat('en-CA', {
      timeZone,
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
    });
    formats.set(timeZone, format);
  }
  return format.format(instant);
}
