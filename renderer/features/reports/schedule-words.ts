import type { ReportSchedule } from '@shared/contract/reports';

export const WEEKDAYS = [
  'Sunday',
  'Monday',
  'Tuesday',
  'Wednesday',
  'Thursday',
  'Friday',
  'Saturday',
] as const;

type Times = Pick<ReportSchedule, 'cadence' | 'weekday' | 'minuteOfDay'>;

export function writeTimes({ cadence, weekday, minuteOfDay }: Times): string {
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
  const [, hours, minutes] = /^([01]?\d|2[0-3]):([0-5]\d)/.exec(text) ?? [];
  return hours === undefined || minutes === undefined ? null : Number(hours) * 60 + Number(minutes);
}
