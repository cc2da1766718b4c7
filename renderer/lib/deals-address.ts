/** Addresses of the deals behind a figure of sales; the engine ends every span with the data date. */
import type { Condition } from '@shared/contract/primitives';
import { addDays, type CalendarDay } from '@shared/domain/calendar-day';
import { firstDay, lastDay } from '@shared/domain/period';

type Of = { condition: Condition; make?: string; model?: string };

/** Of the window of days that the screen is looked at over. */
export function dealsOfWindow(of: Of) {
  return { ...of, view: 'deals' as const };
}

/** Of so many days that end with the data date. */
export function dealsOfDays(of: Of, days: number, dataDate: CalendarDay) {
  return { ...dealsOfWindow(of), from: addDays(dataDate, 1 - days), to: dataDate };
}

export function dealsOfMonth(of: Of, month: string) {
  return { ...dealsOfWindow(of), from: firstDay(month), to: lastDay(month) };
}
