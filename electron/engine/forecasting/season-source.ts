/** The store's months, selling days and calendar, which series borrow their season from; see store-season.ts. */
import { type CalendarDay, dayFromNumber, dayNumber } from '@shared/domain/calendar-day';
import {
  addPeriods,
  firstDay,
  type Grain,
  lastDay,
  type Period,
  periodOf,
  periodOrdinal,
  periodRange,
} from '@shared/domain/period';
import type { DemandRows } from './demand-rows';
import { completeWindow, type DemandWindow } from './demand-window';
import {
  type DailyUnits,
  dayWeight,
  measureSellingDays,
  type SellingDays,
  sellingWeightOf,
} from './selling-days';
import type { StoreSeason } from './store-season';

export type SeasonSource = { season: StoreSeason; sellingDays: SellingDays };

/** Null when the store has no complete month yet. `horizon` in periods of the window. */
export function seasonSource(
  rows: Pick<DemandRows, 'sales' | 'firstSoldOn' | 'lastSoldOn'>,
  window: DemandWindow,
  horizon: number,
): SeasonSource | null {
  const months = completeWindow(rows, 'month', window.asOf);
  if (!months) return null;
  const daily = dailyUnits(rows.sales);
  // Of whole months, so that they do not change with every day's import.
  const sellingDays = measureSellingDays(daily.filter(({ day }) => day <= lastDay(months.last)));
  const periods = periodRange(months.first, months.last);
  const units = new Map<Period, number>();
  for (const row of daily) {
    const period = periodOf(row.day, 'month');
    units.set(period, (units.get(period) ?? 0) + row.units);
  }
  const season: StoreSeason = {
    months: {
      start: months.first,
      units: periods.map((period) => units.get(period) ?? 0),
      sellingDays: relativeToMean(periods.map((period) => sellingWeightOf(period, sellingDays))),
    },
    calendar: calendarOf(window.grain, window.first, addPeriods(window.last, horizon), sellingDays),
  };
  return { season, sellingDays };
}

function dailyUnits(sales: DemandRows['sales']): DailyUnits[] {
  const units = new Map<CalendarDay, number>();
  for (const sale of sales) units.set(sale.soldOn, (units.get(sale.soldOn) ?? 0) + sale.units);
  return [...units].map(([day, sum]) => ({ day, units: sum })).sort((a, b) => (a.day < b.day ? -1 : 1));
}

function calendarOf(grain: Grain, start: Period, end: Period, profile: SellingDays): StoreSeason['calendar'] {
  const periods = periodRange(start, end);
  const weights = periods.map((period) => monthWeights(period, grain, profile));
  const mean =
    weights.reduce((sum, months) => sum + [...months.values()].reduce((a, b) => a + b, 0), 0) /
    periods.length;
  return {
    start,
    parts: weights.map((months) => [...months].map(([month, weight]) => [month, weight / mean] as const)),
  };
}

/** Selling days of a period by month of the year, 0 January. */
function monthWeights(period: Period, grain: Grain, profile: SellingDays): Map<number, number> {
  if (grain === 'month') return new Map([[periodOrdinal(period) % 12, sellingWeightOf(period, profile)]]);
  const weights = new Map<number, number>();
  for (let day = dayNumber(firstDay(period)); day <= dayNumber(lastDay(period)); day++) {
    const text = dayFromNumber(day);
    const month = Number(text.slice(5, 7)) - 1;
    weights.set(month, (weights.get(month) ?? 0) + dayWeight(text, profile));
  }
  return weights;
}

function relativeToMean(values: readonly number[]): number[] {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return values.map((value) => value / mean);
}
