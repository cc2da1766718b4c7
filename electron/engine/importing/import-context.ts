/** What importing needs of the engine. */
import type { CalendarDay } from '@shared/domain/calendar-day';
import { dayInZone } from '@shared/domain/day-in-zone';
import type { Database } from '../database/database';

export type ImportContext = {
  readonly database: Database;
  readonly now: () => Date;
  /** Folder of the bundled import-worker.js; without it files are read on the engine's own thread. */
  readonly workerDirectory?: string;
};

/** The zone in which instants of a file become days; a store's own zone where files state instants in UTC. */
export const DEFAULT_TIME_ZONE = 'America/New_York';

export function dayOfInstant(instant: Date, timeZone: string = DEFAULT_TIME_ZONE): CalendarDay {
  return dayInZone(instant, timeZone);
}
