/**
 * A calendar day in the store's own zone, written `YYYY-MM-DD`. No clock and no time zone here: whoever
 * turns an instant into a day has already chosen the zone.
 */
export type CalendarDay = string;

const PATTERN = /^(\d{4})-(\d{2})-(\d{2})$/;
const MS_PER_DAY = 86_400_000;

/** Days since 1970-01-01. Throws RangeError when `day` is no real calendar day. */
export function dayNumber(day: CalendarDay): number {
  const match = PATTERN.exec(day);
  const ms = match ? Date.UTC(Number(match[1]), Number(match[2]) - 1, Number(match[3])) : Number.NaN;
  if (!Number.isFinite(ms) || new Date(ms).toISOString().slice(0, 10) !== day) {
    throw new RangeError(`not a calendar day: ${day}`);
  }
  return ms / MS_PER_DAY;
}

export function dayFromNumber(days: number): CalendarDay {
  return new Date(days * MS_PER_DAY).toISOString().slice(0, 10);
}

export function isCalendarDay(text: string): boolean {
  try {
    dayNumber(text);
    return true;
  } catch {
    return false;
  }
}

export function addDays(day: CalendarDay, days: number): CalendarDay {
  return dayFromNumber(dayNumber(day) + days);
}

/** Whole days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: CalendarDay, to: CalendarDay): number {
  return dayNumber(to) - dayNumber(from);
}

/** 0 Sunday .. 6 Saturday. */
export function weekday(day: CalendarDay): number {
  return (((dayNumber(day) + 4) % 7) + 7) % 7;
}
