/**
 * Prophet: piecewise linear trend and Fourier seasonality, fitted by Stan (Taylor & Letham 2018), by the augurs
 * library. A period is placed at its first day. The yearly season needs two years, as in the original.
 */
import { dayNumber } from '@shared/domain/calendar-day';
import { addPeriods, firstDay, type Period } from '@shared/domain/period';
import type { ForecastModel } from '../types';

const SECONDS_PER_DAY = 86_400;

export const prophet = {
  name: 'prophet' as const,
  minimumLength: () => 12,
  isSlow: true,
  isAutomatic: false,
  expectedLoss: 1,
  suits: 'smooth',
  forecast: (history, { horizon, season, start, libraries }) =>
    libraries.fitProphet({
      history,
      historySeconds: secondsOf(start, history.length),
      futureSeconds: secondsOf(addPeriods(start, history.length), horizon),
      hasYearlySeason: history.length >= 2 * season,
    }),
} satisfies ForecastModel;

function secondsOf(start: Period, count: number): number[] {
  return Array.from(
    { length: count },
    (_, step) => dayNumber(firstDay(addPeriods(start, step))) * SECONDS_PER_DAY,
  );
}
