import type { CalendarDay } from '@shared/domain/calendar-day';

const MEDIUM = new Intl.DateTimeFormat('en-US', { dateStyle: 'medium', timeZone: 'UTC' });

/** A day for a sentence: `Jul 12, 2026`. */
export function writeDay(day: CalendarDay): string {
  return MEDIUM.format(new Date(`${day}T00:00:00Z`));
}
