/**
 * Days on which dealerships of the United States close or sell unlike the weekday they fall on: the closing days,
 * the long weekends and the last days of the year that are sale days in the trade (5 U.S.C. 6103 names the dates; Easter by the Gregorian computus of
 * Butcher 1876). What a day does to sales is measured, not assumed: see selling-days.ts.
 */
import { addDays, type CalendarDay, weekday } from '@shared/domain/calendar-day';

export type Holiday =
  | 'new_year'
  | 'presidents_weekend'
  | 'presidents_day'
  | 'easter'
  | 'memorial_weekend'
  | 'memorial_day'
  | 'independence_day'
  | 'labor_weekend'
  | 'labor_day'
  | 'thanksgiving'
  | 'black_friday'
  | 'thanksgiving_weekend'
  | 'christmas_eve'
  | 'christmas'
  | 'year_end'
  | 'new_years_eve';

const SUNDAY = 0;
const MONDAY = 1;
const THURSDAY = 4;
const SATURDAY = 6;

const FIXED: Readonly<Record<string, Holiday>> = {
  '01-01': 'new_year',
  '07-04': 'independence_day',
  '12-24': 'christmas_eve',
  '12-25': 'christmas',
  '12-26': 'year_end',
  '12-27': 'year_end',
  '12-28': 'year_end',
  '12-29': 'year_end',
  '12-30': 'year_end',
  '12-31': 'new_years_eve',
};

/** Null on a day like any other. */
export function holidayOf(day: CalendarDay): Holiday | null {
  const fixed = FIXED[day.slice(5)];
  if (fixed) return fixed;
  const weekdayOfDay = weekday(day);
  const monday = mondayHoliday(day);
  if (monday) return `${monday}_day`;
  const coming = [SATURDAY, SUNDAY].includes(weekdayOfDay)
    ? mondayHoliday(addDays(day, weekdayOfDay === SUNDAY ? 1 : 2))
    : null;
  if (coming) return `${coming}_weekend`;
  const sinceThanksgiving = [0, 1, 2, 3].find((days) => isThanksgiving(addDays(day, -days)));
  if (sinceThanksgiving === 0) return 'thanksgiving';
  if (sinceThanksgiving === 1) return 'black_friday';
  if (sinceThanksgiving !== undefined) return 'thanksgiving_weekend';
  return day === easterSunday(Number(day.slice(0, 4))) ? 'easter' : null;
}

/** The third Monday of February, the last of May and the first of September. */
function mondayHoliday(day: CalendarDay): 'presidents' | 'memorial' | 'labor' | null {
  if (weekday(day) !== MONDAY) return null;
  const month = Number(day.slice(5, 7));
  const dayOfMonth = Number(day.slice(8));
  if (month === 2 && dayOfMonth > 14 && dayOfMonth <= 21) return 'presidents';
  if (month === 5 && dayOfMonth > 24) return 'memorial';
  return month === 9 && dayOfMonth <= 7 ? 'labor' : null;
}

function isThanksgiving(day: CalendarDay): boolean {
  const dayOfMonth = Number(day.slice(8));
  return day.slice(5, 7) === '11' && weekday(day) === THURSDAY && dayOfMonth > 21 && dayOfMonth <= 28;
}

export function easterSunday(year: number): CalendarDay {
  const golden = year % 19;
  const century = Math.floor(year / 100);
  const yearOfCentury = year % 100;
  const moonShift = Math.floor((8 * century + 13) / 25);
  const epact = (19 * golden + century - Math.floor(century / 4) - moonShift + 15) % 30;
  const weekdayShift =
    (32 + 2 * (century % 4) + 2 * Math.floor(yearOfCentury / 4) - epact - (yearOfCentury % 4)) % 7;
  const correction = Math.floor((golden + 11 * epact + 22 * weekdayShift) / 451);
  const sum = epact + weekdayShift - 7 * correction + 114;
  const month = String(Math.floor(sum / 31)).padStart(2, '0');
  return `${year}-${month}-${String((sum % 31) + 1).padStart(2, '0')}`;
}
