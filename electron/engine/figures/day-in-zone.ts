import type { CalendarDay } from '@shared/domain/calendar-day';

/** The calendar day that an instant falls on where the store is. */
export function dayInZone(instant: Date, timeZone: string): CalendarDay {
  return new Intl.DateTimeFormat('en-CA', { timeZone, dateStyle: 'short' }).format(instant);
}
