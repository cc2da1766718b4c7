/** What each chart of the report shows, as data for the drawing library. */
import type { ForecastSeries } from '@shared/contract/forecast';
import type { InventorySummary } from '@shared/contract/inventory';
import type { SalesSummary } from '@shared/contract/sales';
import type { Data } from 'plotly.js';
import { formatMonthTick } from '../lib/format';
import { texts } from '../texts/texts';
import { type Drawing, printAxis } from './print-chart';
import { printInk } from './print-ink';

const words = texts.report.review.charts;

/** Units by age, new and used in fields of their own, for their buckets differ. Aged buckets are hatched. */
export function ageingDrawing(summaries: readonly InventorySummary[]): Drawing {
  const data = summaries.map(
    ({ condition, ageBuckets }, index): Data => ({
      type: 'bar',
      name: condition,
      x: ageBuckets.map((bucket) => bucket.label),
      y: ageBuckets.map((bucket) => bucket.units),
      xaxis: index === 0 ? 'x' : 'x2',
      text: ageBuckets.map((bucket) => String(bucket.units)),
      textposition: 'outside',
      cliponaxis: false,
      marker: {
        color: printInk[condition],
        pattern: {
          shape: ageBuckets.map((bucket) => (bucket.isAged ? '/' : '')),
          bgcolor: printInk[condition],
          fgcolor: '#fff',
          size: 4,
          solidity: 0.3,
        },
      },
    }),
  );
  return {
    data,
    layout: {
      showlegend: false,
      annotations: summaries.map(({ condition }, index) => ({
        text: texts.terms.conditions[condition],
        x: index === 0 ? 0 : 0.53,
        y: 1.1,
        xref: 'paper',
        yref: 'paper',
        xanchor: 'left',
        showarrow: false,
        font: { size: 10 },
      })),
      xaxis: printAxis({ ...bucketTicks, domain: [0, 0.48] }),
      xaxis2: printAxis({ ...bucketTicks, domain: [0.53, 1] }),
      yaxis: printAxis({ rangemode: 'tozero' }),
    },
  };
}

const bucketTicks = { type: 'category', tickangle: 0, tickfont: { size: 7.6 } } as const;

const MOST_TICKS = 13;

/** Units by month; the month under way is drawn lighter. */
export function salesDrawing(sales: readonly SalesSummary[], monthsShown: number): Drawing {
  const shown = sales.map(({ condition, months }) => ({ condition, months: months.slice(-monthsShown) }));
  const months = shown[0]?.months.map(({ month }) => month) ?? [];
  return {
    data: shown.map(({ condition, months: rows }) => ({
      type: 'bar',
      name: texts.terms.conditions[condition],
      x: rows.map((row) => row.month),
      y: rows.map((row) => row.units),
      marker: { color: printInk[condition], opacity: rows.map((row) => (row.isComplete ? 1 : 0.45)) },
    })),
    layout: {
      xaxis: printAxis({ ...monthTicks(months, Math.ceil(months.length / MOST_TICKS)), type: 'category' }),
      yaxis: printAxis({ rangemode: 'tozero' }),
    },
  };
}

const HISTORY_PERIODS = 24;

/** What was sold, what is expected, and the band that encloses 80 % of outcomes. */
export function forecastDrawing(series: ForecastSeries, hasLegend: boolean): Drawing {
  const history = series.history.slice(-HISTORY_PERIODS);
  const future = series.points.map((point) => point.period);
  const periods = [...history.map((point) => point.period), ...future];
  const quantiles = (key: string) => series.points.map((point) => point.quantiles[key] ?? null);
  const line = { width: 1.6 };
  return {
    data: [
      { ...band, x: future, y: quantiles('0.10'), showlegend: false },
      {
        ...band,
        x: future,
        y: quantiles('0.90'),
        fill: 'tonexty',
        fillcolor: printInk.band,
        name: words.range,
      },
      {
        type: 'scatter',
        mode: 'lines',
        name: words.sold,
        x: history.map((point) => point.period),
        y: history.map((point) => point.units),
        line: { ...line, color: printInk.history },
      },
      {
        type: 'scatter',
        mode: 'lines+markers',
        name: words.forecast,
        x: future,
        y: series.points.map((point) => point.mean),
        line: { ...line, color: printInk.forecast, dash: 'dot' },
        marker: { size: 4, color: printInk.forecast },
      },
    ],
    layout: {
      showlegend: hasLegend,
      ...(hasLegend ? {} : { margin: { l: 30, r: 6, t: 4, b: 26 } }),
      xaxis: printAxis({ ...monthTicks(periods, 3), type: 'category', categoryarray: periods }),
      yaxis: printAxis({ rangemode: 'tozero' }),
    },
  };
}

const band: Data = {
  type: 'scatter',
  mode: 'lines',
  line: { width: 0, color: printInk.forecast },
  hoverinfo: 'skip',
};

function monthTicks(months: readonly string[], every = 1) {
  const ticks = months.filter((_, index) => index % every === 0);
  return {
    tickangle: 0,
    tickvals: ticks,
    ticktext: ticks.map((month, index) => formatMonthTick(month, index === 0)),
  };
}
