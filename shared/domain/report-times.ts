/** When a scheduled report is written, in words and as times of day; the screen and the command line say it alike. */

export const WEEKDAYS = [
  'Sunday',
  'Monday',
  'Tuesday',
  'Wednesday',
  'Thursday',
  'Friday',
  'Saturday',
] as const;

export type ReportTimes = {
  cadence: 'after_import' | 'daily' | 'weekly';
  /** 0 Sunday .. 6 Saturday; for weekly ones. */
  weekday: number | null;
  minuteOfDay: number;
};

export function writeTimes({ cadence, weekday, minuteOfDay }: ReportTimes): string {
  if (cadence === 'after_import') return 'After each import';
  const day = cadence === 'weekly' ? (WEEKDAYS[weekday ?? 1] ?? '') : 'day';
  return `Every ${day} at ${writeTime(minuteOfDay)}`;
}

/** 450 is `07:30`, as a time input holds it. */
export function writeTime(minuteOfDay: number): string {
  return [Math.floor(minuteOfDay / 60), minuteOfDay % 60]
    .map((part) => String(part).padStart(2, '0'))
    .join(':');
}

/** Null for what is no time of day. */
export function readTime(text: string): number | null {
  const [, hours, minutes] = /^([01]?\d|2[0-3]):([0-5]\d)$/.exec(text) ?? [];
  return hours === undefined || minutes === undefined ? null : Number(hours) * 60 + Number(minutes);
}
