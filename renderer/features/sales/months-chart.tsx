import type { SalesSummary } from '@shared/contract/sales';
import { dollarsFromCents } from '@shared/domain/money';
import type { Data, Layout } from 'plotly.js';
import { useCallback, useMemo } from 'react';
import { Chart } from '../../components/chart';
import type { ChartColors } from '../../components/chart-theme';
import { monthAxis } from '../../components/month-axis';
import { formatCount, formatMoney, formatPeriod, moneyTicks } from '../../lib/format';
import { texts } from '../../texts/texts';

const words = texts.sales.months;

const SHOWN_MONTHS = 25;

/** Units as bars and gross per unit as a line, month by month, over two years and the same month before. */
export function MonthsChart({ summary }: { summary: SalesSummary }) {
  const months = useMemo(() => summary.months.slice(-SHOWN_MONTHS), [summary]);
  const { condition } = summary;
  const draw = useCallback(
    (colors: ChartColors) => ({
      data: traces(months, colors[condition], colors),
      layout: layout(months, colors),
    }),
    [months, condition],
  );
  const table = useMemo(
    () => ({
      columns: [words.month, words.units, words.front, words.back, words.total, words.perUnit],
      rows: months
        .slice()
        .reverse()
        .map((month) => [
          month.isComplete ? formatPeriod(month.month) : words.soFar(formatPeriod(month.month)),
          formatCount(month.units),
          formatMoney(month.frontGrossCents),
          formatMoney(month.backGrossCents),
          formatMoney(month.totalGrossCents),
          formatMoney(perUnit(month)),
        ]),
    }),
    [months],
  );
  return (
    <Chart
      name="sales-months"
      title={words.title}
      note={words.note}
      summary={words.summary[condition](months.length)}
      draw={draw}
      table={table}
      height={230}
    />
  );
}

type Month = SalesSummary['months'][number];

function perUnit({ totalGrossCents, units }: Month): number | null {
  return units > 0 ? totalGrossCents / units : null;
}

function traces(months: Month[], color: string, colors: ChartColors): Data[] {
  const x = months.map(({ month }) => month);
  return [
    {
      type: 'bar',
      name: words.units,
      x,
      y: months.map(({ units }) => units),
      marker: { color, opacity: months.map(({ isComplete }) => (isComplete ? 1 : 0.5)) },
      hovertemplate: `${words.hoverUnits}<extra></extra>`,
    },
    {
      type: 'scatter',
      mode: 'lines+markers',
      name: words.grossPerUnit,
      x,
      y: months.map((month) => {
        const cents = perUnit(month);
        return cents === null ? null : dollarsFromCents(cents);
      }),
      yaxis: 'y2',
      line: { color: colors.text, width: 1.5 },
      marker: { size: 4 },
      customdata: months.map((month) => formatMoney(perUnit(month))),
      hovertemplate: `${words.hoverGross}<extra></extra>`,
    },
  ];
}

function layout(months: Month[], colors: ChartColors): Partial<Layout> {
  return {
    xaxis: monthAxis(months.map(({ month }) => month)),
    yaxis2: {
      overlaying: 'y',
      side: 'right',
      showgrid: false,
      ...moneyTicks,
      tickformat: ',.0f',
      rangemode: 'tozero',
      tickmode: 'auto',
      nticks: 5,
      fixedrange: true,
      automargin: true,
      tickfont: { color: colors.dim, size: 11 },
    },
  };
}
