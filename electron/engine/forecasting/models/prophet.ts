/**
 * Prophet: piecewise linear trend and Fourier seasonality, fitted by Stan (Taylor & Letham 2018), by the augurs
 * library. A period is placed at its first day. The yearly season needs two years, as in the original. Working days and holidays
 * are regressors by period (calendar-regressors.ts), for the original's own holidays are those of daily series.
 */
import { dayNumber } from '@shared/domain/calendar-day';
import { addPeriods, firstDay, type Period } from '@shared/domain/period';
import { calendarRegressors } from '../calendar-regressors';
import type { ForecastModel } from '../types';

const SECONDS_PER_DAY = 86_400;

export const prophet = {
  name: 'prophet' as const,
  minimumLength: () => 12,
  isSlow: true,
  isAutomatic: false,
  expectedLoss: 1,
  suits: 'smooth',
  hasCalendar: true,
  forecast: (history, { horizon, season, start, libraries }) =>
    libraries.fitProphet({
      history,
      historySeconds: secondsOf(start, history.length),
      futureSeconds: secondsOf(addPeriods(start, history.length), horizon),
      hasYearlySeason: history.length >= 2 * season,
      regressors: calendarRegressors(start, history.length, horizon, season),
    }),
} satisfies ForecastModel;

function secondsOf(start: Period, count: number): number[] {
  return Array.from(
    { length: count },
    (_, step) => dayNumber(firstDay(addPeriods(start, step))) * SECONDS_PER_DAY,
  );
}
