/**
 * The day a file speaks of: the user's option, else a date above the header, else one in the file name, else
 * what ages and in-dates imply (in-date + age is the same day for every unit), else the newest date of the
 * rows, else the day the file was last written.
 */

import { addDays, type CalendarDay } from '@shared/domain/calendar-day';
import { lastDay } from '@shared/domain/period';
import { engineTexts } from '@shared/texts/engine-texts';
import { type DayFormat, parseDay } from './days';
import type { AnyRow } from './normalise-row';

const { asOf } = engineTexts.importing.remarks;

export type AsOf = { readonly day: CalendarDay; readonly source: string };

const DATE_IN_TEXT =
  /\d{4}[-/._]\d{1,2}[-/._]\d{1,2}|\d{1,2}[-/._]\d{1,2}[-/._]\d{4}|(?<!\d)20\d{6}(?!\d)|\d{1,2}[-/]\d{1,2}[-/]\d{2}(?!\d)|[A-Za-z]{3,9}\.? \d{1,2},? \d{4}/g;

/** The latest date written in `text` that is not after `today`; null when there is none. */
export function dateInText(text: string, format: DayFormat, today: CalendarDay): CalendarDay | null {
  const days = (text.match(DATE_IN_TEXT) ?? [])
    .map((match) => parseDay(match.replace(/_/g, '/'), format))
    .filter((day): day is CalendarDay => typeof day === 'string' && day <= today);
  return latestOf(days);
}

/** Ages must agree on the day for this share of the units. */
const LEAST_AGREEMENT = 0.6;
const LEAST_UNITS = 3;

/** Gathers, row by row, what the rows say of the file's day. */
export class AsOfEvidence {
  private readonly impliedDays = new Map<CalendarDay, number>();
  private implied = 0;
  private newest: CalendarDay | null = null;

  constructor(private readonly today: CalendarDay) {}

  add(row: AnyRow): void {
    if ('ageDays' in row && row.receivedOn !== null && row.ageDays !== null) {
      const day = addDays(row.receivedOn, row.ageDays);
      this.impliedDays.set(day, (this.impliedDays.get(day) ?? 0) + 1);
      this.implied += 1;
    }
    for (const day of daysOf(row)) {
      if (day !== null && day <= this.today && (this.newest === null || day > this.newest)) this.newest = day;
    }
  }

  result(): DaysOfRows {
    return { fromAges: this.fromAges(), newest: this.newest };
  }

  private fromAges(): CalendarDay | null {
    let best: CalendarDay | null = null;
    let votes = 0;
    for (const [day, count] of this.impliedDays) if (count > votes) [best, votes] = [day, count];
    const isAgreed = votes >= Math.min(LEAST_UNITS, this.implied) && votes >= this.implied * LEAST_AGREEMENT;
    return isAgreed && best !== null && best <= this.today ? best : null;
  }
}

/** Days on which something happened; an inventory's newest arrival is no data date, so stock gives none. */
function daysOf(row: AnyRow): (CalendarDay | null)[] {
  if ('ageDays' in row) return [];
  if ('soldOn' in row) return [row.soldOn];
  if ('orderNumber' in row) return [row.orderedOn, row.arrivedOn];
  if ('cycleStart' in row) return [row.cycleStart];
  if ('period' in row) return [lastDay(row.period)];
  return [row.recommendedOn, row.arrivedOn];
}

function latestOf(days: readonly CalendarDay[]): CalendarDay | null {
  return days.reduce<CalendarDay | null>(
    (latest, day) => (latest === null || day > latest ? day : latest),
    null,
  );
}

export type AsOfClues = {
  readonly option: CalendarDay | undefined;
  readonly preamble: readonly string[];
  readonly fileName: string;
  readonly modifiedOn: CalendarDay;
  readonly today: CalendarDay;
  readonly dayFormat: DayFormat;
};

/** The day that ages imply, and the newest one among the rows. */
export type DaysOfRows = { readonly fromAges: CalendarDay | null; readonly newest: CalendarDay | null };

export function decideAsOf(clues: AsOfClues, { fromAges, newest }: DaysOfRows): AsOf {
  if (clues.option !== undefined) return { day: clues.option, source: asOf.option };
  const preamble = dateInText(clues.preamble.join('\n'), clues.dayFormat, clues.today);
  if (preamble !== null) return { day: preamble, source: asOf.preamble };
  const named = dateInText(clues.fileName, clues.dayFormat, clues.today);
  if (named !== null) return { day: named, source: asOf.fileName };
  if (fromAges !== null) return { day: fromAges, source: asOf.ages };
  if (newest !== null) return { day: newest, source: asOf.newestDate };
  return { day: clues.modifiedOn, source: asOf.modifiedTime };
}
