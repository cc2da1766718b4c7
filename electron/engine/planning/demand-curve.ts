/**
 * Demand of a trim as a running total from the plan's day: monthly forecast means spread evenly over their
 * days, and beyond the last forecast month the mean day of all of them. Units.
 */
import { type CalendarDay, daysBetween } from '@shared/domain/calendar-day';
import { firstDay, lastDay } from '@shared/domain/period';
import { dispersionOf } from './demand-rates';
import type { TrimForecast } from './types';

export type DemandCurve = {
  /** `cumulative[t]` is the mean demand of the first t days after the plan's day; `cumulative[0]` is 0. */
  cumulative: readonly number[];
  /** Variance of the rate of sale over its squared mean. */
  dispersion: number;
};

/** Running means for days 0..`days`. Days before the first forecast month take that month's daily mean. */
export function demandCurve(forecast: TrimForecast, today: CalendarDay, days: number): DemandCurve {
  const daily = dailyMeans(forecast, today, days);
  const cumulative = [0];
  for (let day = 0; day < days; day++) cumulative.push((cumulative[day] ?? 0) + (daily[day] ?? 0));
  const { mean, quantiles } = forecast.total;
  return {
    cumulative,
    dispersion: dispersionOf(mean, quantiles['0.10'] ?? 0, quantiles['0.90'] ?? 0),
  };
}

/** A flat curve for a trim without a forecast: its recent daily rate, known only roughly. */
export function flatDemandCurve(perDay: number, dispersion: number, days: number): DemandCurve {
  return { cumulative: Array.from({ length: days + 1 }, (_, day) => day * perDay), dispersion };
}

function dailyMeans(forecast: TrimForecast, today: CalendarDay, days: number): number[] {
  const points = forecast.points.map((point) => {
    const length = daysBetween(firstDay(point.period), lastDay(point.period)) + 1;
    return { first: daysBetween(today, firstDay(point.period)), length, perDay: point.mean / length };
  });
  const totalDays = points.reduce((sum, point) => sum + point.length, 0);
  const mean = totalDays === 0 ? 0 : points.reduce((sum, p) => sum + p.perDay * p.length, 0) / totalDays;
  const firstKnown = points[0];
  return Array.from({ length: days }, (_, index) => {
    const day = index + 1;
    const point = points.find((one) => day >= one.first && day < one.first + one.length);
    if (point) return point.perDay;
    return firstKnown && day < firstKnown.first ? firstKnown.perDay : mean;
  });
}
