import type { ForecastDetail } from '@shared/contract/forecast';
import type { Data } from 'plotly.js';
import { useCallback, useMemo } from 'react';
import { Chart } from '../../components/chart';
import type { ChartTable } from '../../components/chart-frame';
import type { ChartColors } from '../../components/chart-theme';
import { formatDecimal, formatPercent, formatPeriod } from '../../lib/format';
import { texts } from '../../texts/texts';
import { periodTicks } from './fan-table';
import { trendWords } from './trend-words';

const words = texts.forecast.series.decomposition;

const SHOWN_PERIODS = { month: 42, week: 84 } as const;

/** History and future taken apart: the level without season above, what the season does to each period below. */
export function DecompositionChart({ series }: { series: ForecastDetail }) {
  const rows = useMemo(() => series.details.decomposition.slice(-SHOWN_PERIODS[series.grain]), [series]);
  const swing = useMemo(() => seasonSwing(rows), [rows]);
  const draw = useCallback(
    (colors: ChartColors) => ({
      data: traces(rows, colors),
      layout: {
        grid: { rows: 2, columns: 1, pattern: 'coupled' as const },
        xaxis: {
          type: 'category' as const,
          tickangle: 0,
          anchor: 'y2' as const,
          ...periodTicks(rows.map(({ period }) => period)),
        },
        yaxis: { domain: [0.42, 1], rangemode: 'tozero' as const, gridcolor: colors.gridLine },
        yaxis2: {
          domain: [0, 0.32],
          range: [-swing, swing],
          tickformat: '+.0%',
          nticks: 4,
          automargin: true,
          fixedrange: true,
          gridcolor: colors.gridLine,
          zerolinecolor: colors.border,
          tickfont: { color: colors.dim, size: 11 },
        },
        legend: { orientation: 'h' as const, x: 0, y: 1.02, yanchor: 'bottom' as const },
      },
    }),
    [rows, swing],
  );
  const table = useMemo((): ChartTable => tableOf(rows), [rows]);
  if (rows.length === 0) return null;
  return (
    <Chart
      name="decomposition"
      title={words.title}
      note={trendWords(rows, series.grain)}
      summary={words.summary}
      draw={draw}
      table={table}
      height={280}
    />
  );
}

/** How far the season's axis reaches: a flat season stays flat on it. */
function seasonSwing(rows: readonly Row[]): number {
  return 1.15 * rows.reduce((most, { season }) => Math.max(most, Math.abs(season - 1)), 0.1);
}

type Row = ForecastDetail['details']['decomposition'][number];

function traces(rows: readonly Row[], colors: ChartColors): Data[] {
  const past = rows.filter(({ rest }) => rest !== null);
  const ahead = rows.filter(({ rest }) => rest === null);
  const line = (name: string, shown: readonly Row[], dash: 'solid' | 'dot'): Data => ({
    type: 'scatter',
    mode: 'lines',
    name,
    x: shown.map(({ period }) => period),
    y: shown.map(({ level }) => level),
    line: { color: colors.accent, width: 2, dash },
    hovertemplate: `${words.hover.level}<extra></extra>`,
  });
  return [
    {
      type: 'scatter',
      mode: 'markers',
      name: words.withoutSeason,
      x: past.map(({ period }) => period),
      y: past.map(({ level, rest }) => level * (rest ?? 1)),
      marker: { size: 5, color: colors.neutral },
      hovertemplate: `${words.hover.withoutSeason}<extra></extra>`,
    },
    line(words.level, past, 'solid'),
    line(words.levelAhead, ahead, 'dot'),
    {
      type: 'bar',
      name: words.season,
      yaxis: 'y2',
      x: rows.map(({ period }) => period),
      y: rows.map(({ season }) => season - 1),
      marker: { color: rows.map(({ season }) => (season >= 1 ? colors.used : colors.neutral)) },
      hovertemplate: `${words.hover.season}<extra></extra>`,
    },
  ];
}

function tableOf(rows: readonly Row[]): ChartTable {
  return {
    columns: [words.period, words.level, words.season, words.rest],
    rows: [...rows]
      .reverse()
      .map(({ period, level, season, rest }) => [
        formatPeriod(period),
        formatDecimal(level),
        formatPercent(season - 1),
        rest === null ? '' : formatPercent(rest - 1),
      ]),
  };
}
