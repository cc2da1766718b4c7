import type { ForecastDetail } from '@shared/contract/forecast';
import { plural } from '@shared/texts/plural';
import type { Data } from 'plotly.js';
import { useCallback, useMemo } from 'react';
import { Chart } from '../../components/chart';
import type { ChartColors } from '../../components/chart-theme';
import { formatExpected, formatPeriod, formatQuantity } from '../../lib/format';
import { texts } from '../../texts/texts';
import { fanTable, periodTicks } from './fan-table';

const words = texts.forecast.series.fan;

const SHOWN_PERIODS = { month: 36, week: 78 } as const;

/** What sold, what would have sold with stock every day, and what is expected, with its 80 and 90 % bands. */
export function FanChart({ series }: { series: ForecastDetail }) {
  const history = useMemo(() => series.history.slice(-SHOWN_PERIODS[series.grain]), [series]);
  const draw = useCallback(
    (colors: ChartColors) => ({
      data: traces(series, history, colors),
      layout: {
        legend: {
          orientation: 'h' as const,
          x: 0,
          y: 1.02,
          yanchor: 'bottom' as const,
          traceorder: 'normal' as const,
          font: { color: colors.dim, size: 11.5 },
        },
        xaxis: {
          type: 'category' as const,
          tickangle: 0,
          ...periodTicks([...history, ...series.points].map(({ period }) => period)),
        },
      },
    }),
    [series, history],
  );
  const table = useMemo(() => fanTable(series), [series]);
  return (
    <Chart
      name="forecast"
      title={words.title}
      note={words.note(plural(1, texts.nouns[series.grain]))}
      summary={words.summary(
        formatQuantity(series.points.length, series.grain),
        formatExpected(series.total.mean),
      )}
      draw={draw}
      table={table}
      height={260}
      isFilling
    />
  );
}

function traces(series: ForecastDetail, history: ForecastDetail['history'], colors: ChartColors): Data[] {
  const { points } = series;
  const periods = points.map(({ period }) => period);
  const quantile = (key: string) => points.map(({ quantiles }) => quantiles[key] ?? null);
  const edge = {
    mode: 'lines',
    line: { width: 0, color: colors.accent },
    hoverinfo: 'skip',
    showlegend: false,
  } as const;
  const band = (name: string, low: string, high: string, fillcolor: string): Data[] => [
    { ...edge, type: 'scatter', x: periods, y: quantile(high), name },
    {
      ...edge,
      type: 'scatter',
      x: periods,
      y: quantile(low),
      name,
      fill: 'tonexty',
      fillcolor,
      showlegend: true,
    },
  ];
  const historyPeriods = history.map(({ period }) => period);
  return [
    {
      type: 'bar',
      name: words.sold,
      x: historyPeriods,
      y: history.map(({ units }) => units),
      customdata: historyPeriods.map(formatPeriod),
      marker: { color: colors.neutral, opacity: 0.55 },
      hovertemplate: `${words.hover.sold}<extra></extra>`,
    },
    {
      type: 'scatter',
      mode: 'lines',
      name: words.demand,
      x: historyPeriods,
      y: history.map(({ demand }) => demand),
      line: { color: colors.used, width: 1.5, dash: 'dot' },
      hovertemplate: `${words.hover.demand}<extra></extra>`,
    },
    ...unusual(series, historyPeriods, colors),
    ...band(words.band90, '0.05', '0.95', colors.band90),
    ...band(words.band80, '0.10', '0.90', colors.band80),
    {
      type: 'scatter',
      mode: 'lines+markers',
      name: words.expected,
      x: periods,
      y: points.map(({ mean }) => mean),
      line: { color: colors.accent, width: 2 },
      marker: { size: 5 },
      customdata: points.map(({ quantiles }) =>
        words.range(formatExpected(quantiles['0.10']), formatExpected(quantiles['0.90'])),
      ),
      hovertemplate: `${words.hover.expected}<extra></extra>`,
    },
  ];
}

/** Periods far from those around them: used as they are, and shown. */
function unusual({ details }: ForecastDetail, shown: readonly string[], colors: ChartColors): Data[] {
  const outliers = details.outliers.filter(({ period }) => shown.includes(period));
  if (outliers.length === 0) return [];
  return [
    {
      type: 'scatter',
      mode: 'markers',
      name: words.unusual,
      x: outliers.map(({ period }) => period),
      y: outliers.map(({ units }) => units),
      customdata: outliers.map(({ expected }) => formatExpected(expected)),
      marker: { symbol: 'diamond-open', size: 11, color: colors.caution, line: { width: 2 } },
      hovertemplate: `${words.hover.unusual}<extra></extra>`,
    },
  ];
}
