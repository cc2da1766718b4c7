/** When a schedule is next due, by this computer's clock: the file is wanted when people here come to work. */
import type { ReportTimes } from '@shared/domain/report-times';

/** The first moment after `after` that fits; null for one that waits for an import. */
export function nextRun({ cadence, weekday, minuteOfDay }: ReportTimes, after: Date): Date | null {
  if (cadence === 'after_import') return null;
  for (let days = 0; days <= 8; days++) {
    const moment = new Date(
      after.getFullYear(),
      after.getMonth(),
      after.getDate() + days,
      Math.floor(minuteOfDay / 60),
      minuteOfDay % 60,
    );
    const fits = cadence === 'daily' || moment.getDay() === (weekday ?? 1);
    if (fits && moment > after) return moment;
  }
  throw new Error('a week has every weekday');
}

const FIRST_RETRY_MINUTES = 5;
const LONGEST_RETRY_MINUTES = 6 * 60;

/** After 5 minutes, then twice as long each time, at most 6 hours: a share that is off at night is back by morning. */
export function retryAt(failures: number, now: Date): Date {
  const minutes = Math.min(LONGEST_RETRY_MINUTES, FIRST_RETRY_MINUTES * 2 ** Math.max(0, failures - 1));
  return new Date(now.getTime() + minutes * 60_000);
}
