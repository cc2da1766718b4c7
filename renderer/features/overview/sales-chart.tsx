import type { Overview } from '@shared/contract/overview';
import type { Condition } from '@shared/contract/primitives';
import { useNavigate } from '@tanstack/react-router';
import type { Data } from 'plotly.js';
import { useCallback, useMemo } from 'react';
import { Chart } from '../../components/chart';
import type { ChartColors } from '../../components/chart-theme';
import { EmptyState } from '../../components/empty-state';
import { monthAxis } from '../../components/month-axis';
import { Panel } from '../../components/panel';
import { drillInto } from '../../lib/data-filter';
import { dealsOfMonth } from '../../lib/deals-address';
import { formatCount, formatPeriod } from '../../lib/format';
import { texts } from '../../texts/texts';

const words = texts.overview.sales;

const SHOWN_MONTHS = 13;

/** Units sold by month, the same month last year in view; the month under way is drawn lighter. */
export function SalesChart({ sales }: { sales: Overview['sales'] }) {
  const navigate = useNavigate();
  const recent = useMemo(
    () => sales.map(({ condition, months }) => ({ condition, months: months.slice(-SHOWN_MONTHS) })),
    [sales],
  );
  const draw = useCallback(
    (colors: ChartColors) => ({
      data: recent.map(
        ({ condition, months }): Data => ({
          type: 'bar',
          name: texts.terms.conditions[condition],
          x: months.map(({ month }) => month),
          y: months.map(({ units }) => units),
          marker: {
            color: colors[condition],
            opacity: months.map(({ isComplete }) => (isComplete ? 1 : 0.5)),
          },
          hovertemplate: months.map(
            ({ isComplete }) => `${isComplete ? words.hover : words.hoverSoFar}<extra></extra>`,
          ),
        }),
      ),
      layout: { xaxis: monthAxis(recent[0]?.months.map(({ month }) => month) ?? []) },
    }),
    [recent],
  );
  const table = useMemo(() => salesTable(recent), [recent]);
  const open = useCallback(
    (month: string, trace: string) => {
      const picked = recent.find(({ condition }) => texts.terms.conditions[condition] === trace);
      if (picked)
        void navigate({
          to: '/sales',
          search: (before) => drillInto(before, dealsOfMonth({ condition: picked.condition }, month)),
        });
    },
    [recent, navigate],
  );
  if (recent.every(({ months }) => months.every(({ units }) => units === 0))) {
    return (
      <Panel title={texts.overview.charts.sales}>
        <EmptyState title={words.none}>{words.noneAbout}</EmptyState>
      </Panel>
    );
  }
  return (
    <Chart
      name="sales"
      title={texts.overview.charts.sales}
      note={words.note}
      summary={words.summary(table.rows.length)}
      draw={draw}
      table={table}
      onPick={open}
      height={140}
      isFilling
    />
  );
}

function salesTable(recent: { condition: Condition; months: Overview['sales'][number]['months'] }[]) {
  const months = [...new Set(recent.flatMap((series) => series.months.map(({ month }) => month)))].sort();
  return {
    columns: [words.month, ...recent.map(({ condition }) => texts.terms.conditions[condition])],
    rows: months.map((month) => [
      formatPeriod(month),
      ...recent.map((series) => formatCount(series.months.find((entry) => entry.month === month)?.units)),
    ]),
  };
}
