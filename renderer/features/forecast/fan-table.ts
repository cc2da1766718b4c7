/** The numbers behind the fan chart, newest history last, then the forecast with its bands. */
import type { ForecastSeries } from '@shared/contract/forecast';
import { firstDay } from '@shared/domain/period';
import type { ChartTable } from '../../components/chart-frame';
import { formatCount, formatDecimal, formatMonthTick, formatPeriod, formatShortDay } from '../../lib/format';
import { texts } from '../../texts/texts';

const words = texts.forecast.series.fan.table;

export function fanTable({ history, points }: Pick<ForecastSeries, 'history' | 'points'>): ChartTable {
  return {
    columns: [words.period, words.sold, words.demand, words.expected, '5 %', '10 %', '50 %', '90 %', '95 %'],
    rows: [
      ...points.map(({ period, mean, quantiles }) => [
        formatPeriod(period),
        '',
        '',
        formatDecimal(mean),
        ...['0.05', '0.10', '0.50', '0.90', '0.95'].map((key) => formatDecimal(quantiles[key])),
      ]),
      ...history
        .slice()
        .reverse()
        .map(({ period, units, demand }) => [
          formatPeriod(period),
          formatCount(units),
          formatDecimal(demand),
          '',
          '',
          '',
          '',
          '',
          '',
        ]),
    ],
  };
}

const SHOWN_TICKS = 14;

/** About fourteen level labels, whatever the number of periods. */
export function periodTicks(periods: readonly string[]): { tickvals: string[]; ticktext: string[] } {
  const step = Math.max(1, Math.ceil(periods.length / SHOWN_TICKS));
  const tickvals = periods.filter((_, index) => index % step === 0);
  return { tickvals, ticktext: tickvals.map((period, index) => tick(period, tickvals[index - 1])) };
}

function tick(period: string, before: string | undefined): string {
  const isNewYear = before === undefined || before.slice(0, 4) !== period.slice(0, 4);
  if (!period.includes('W')) return formatMonthTick(period, isNewYear);
  const day = formatShortDay(firstDay(period));
  return isNewYear ? `${day}<br>${period.slice(0, 4)}` : day;
}
