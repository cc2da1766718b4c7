/** When a scheduled report is written, in words and as times of day; the screen and the command line say it alike. */
import { sharedTexts } from '../texts/shared-texts';

const words = sharedTexts.reports;

/** From Sunday on. */
export const WEEKDAYS: readonly string[] = words.weekdays;

export type ReportTimes = {
  cadence: 'after_import' | 'daily' | 'weekly';
  /** 0 Sunday .. 6 Saturday; for weekly ones. */
  weekday: number | null;
  minuteOfDay: number;
};

export function writeTimes({ cadence, weekday, minuteOfDay }: ReportTimes): string {
  if (cadence === 'after_import') return words.afterImport;
  const time = writeTime(minuteOfDay);
  return cadence === 'weekly' ? words.weekly(WEEKDAYS[weekday ?? 1] ?? '', time) : words.daily(time);
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
