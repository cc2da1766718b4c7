import type { CalendarDay } from '@shared/domain/calendar-day';
import { LOCALE } from '@shared/texts/locale';

const MEDIUM = new Intl.DateTimeFormat(LOCALE, { dateStyle: 'medium', timeZone: 'UTC' });

/** A day for a sentence: `Jul 12, 2026`. */
export function writeDay(day: CalendarDay): string {
  return MEDIUM.format(new Date(`${day}T00:00:00Z`));
}
