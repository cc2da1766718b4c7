import type { SalesAnalysis } from '@shared/contract/sales-analysis';
import type { Data } from 'plotly.js';
import { useCallback, useMemo } from 'react';
import { Chart } from '../../components/chart';
import type { ChartColors } from '../../components/chart-theme';
import { EmptyState } from '../../components/empty-state';
import { formatCount, formatPercent, monthNames } from '../../lib/format';
import { texts } from '../../texts/texts';

const words = texts.sales.seasons;

const MONTHS = monthNames();
const DASHES = ['solid', 'dash', 'dot', 'dashdot', 'longdash'] as const;

/** Years side by side, and how much each month of the year sells beside the mean month. */
export function SeasonChart({ analysis }: { analysis: SalesAnalysis }) {
  const { months, seasons, condition } = analysis;
  const years = useMemo(() => [...new Set(months.map(({ month }) => month.slice(0, 4)))].sort(), [months]);
  const unitsOf = useCallback(
    (year: string, index: number) =>
      months.find(({ month }) => month === `${year}-${String(index + 1).padStart(2, '0')}`)?.units ?? null,
    [months],
  );
  const draw = useCallback(
    (colors: ChartColors) => ({
      data: years.map((year, place): Data => {
        const back = years.length - 1 - place;
        return {
          type: 'scatter',
          mode: 'lines+markers',
          name: year,
          x: [...MONTHS],
          y: MONTHS.map((_, index) => unitsOf(year, index)),
          line: {
            color: back === 0 ? colors[condition] : colors.neutral,
            width: back === 0 ? 2.4 : 1.4,
            dash: DASHES[back % DASHES.length] ?? 'solid',
          },
          marker: { size: 4 },
        };
      }),
      layout: { xaxis: { type: 'category' as const } },
    }),
    [years, unitsOf, condition],
  );
  const table = useMemo(
    () => ({
      columns: [words.month, words.ofMean, ...years],
      rows: MONTHS.map((name, index) => [
        name,
        formatPercent(seasons?.[index]),
        ...years.map((year) => formatCount(unitsOf(year, index))),
      ]),
    }),
    [years, unitsOf, seasons],
  );
  if (months.length === 0) return <EmptyState title={words.none}>{words.noneAbout}</EmptyState>;
  return (
    <>
      <Chart
        name="sales-years"
        title={words.years}
        note={words.yearsNote}
        summary={words.yearsSummary(years)}
        draw={draw}
        table={table}
        height={260}
      />
      <Seasons analysis={analysis} />
    </>
  );
}

function Seasons({ analysis }: { analysis: SalesAnalysis }) {
  const { seasons, condition } = analysis;
  const draw = useCallback(
    (colors: ChartColors) => ({
      data: [
        {
          type: 'bar',
          x: [...MONTHS],
          y: (seasons ?? []).map((index) => index - 1),
          marker: { color: colors[condition] },
          text: (seasons ?? []).map((index) => formatPercent(index)),
          textposition: 'outside',
          cliponaxis: false,
          textfont: { color: colors.dim, size: 11 },
          hovertemplate: `${words.hover}<extra></extra>`,
        } as Data,
      ],
      layout: {
        yaxis: { tickformat: '+.0%', rangemode: 'normal' as const },
        xaxis: { type: 'category' as const },
        margin: { l: 8, r: 8, t: 24, b: 8 },
      },
    }),
    [seasons, condition],
  );
  const table = useMemo(
    () => ({
      columns: [words.month, words.ofMean],
      rows: MONTHS.map((name, index) => [name, formatPercent(seasons?.[index])]),
    }),
    [seasons],
  );
  if (!seasons) return <EmptyState title={words.tooShort}>{words.tooShortAbout}</EmptyState>;
  return (
    <Chart
      name="sales-seasons"
      title={words.title}
      note={words.note}
      summary={MONTHS.map((name, index) => `${name} ${formatPercent(seasons[index])}`).join(', ')}
      draw={draw}
      table={table}
      height={200}
    />
  );
}
