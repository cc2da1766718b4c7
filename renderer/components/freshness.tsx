import { type CalendarDay, daysBetween } from '@shared/domain/calendar-day';
import { describeAge, formatDay } from '../lib/format';
import { StatusPill } from './status-pill';
import type { Tone } from './tone';

const words = texts.components.freshness;

import { texts } from '../texts/texts';

/** The day that the figures are of, and whether that is old. */
export function Freshness({ dataDate, today }: { dataDate: CalendarDay; today: CalendarDay }) {
  return (
    <StatusPill
      tone={freshnessTone(daysBetween(dataDate, today))}
      title={words.about(formatDay(dataDate))}
      testId="freshness"
    >
      {words.of(formatDay(dataDate), describeAge(dataDate, today))}
    </StatusPill>
  );
}

/** Stock lists are exported daily: three days cover a weekend, more than a week misleads. */
export function freshnessTone(daysOld: number): Tone {
  if (daysOld <= 3) return 'good';
  return daysOld <= 7 ? 'caution' : 'act';
}
