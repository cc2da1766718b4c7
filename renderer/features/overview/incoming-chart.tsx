import type { Overview } from '@shared/contract/overview';
import { isCalendarDay } from '@shared/domain/calendar-day';
import type { Data, Layout } from 'plotly.js';
import { useCallback, useMemo } from 'react';
import { Chart } from '../../components/chart';
import type { ChartColors } from '../../components/chart-theme';
import { EmptyState } from '../../components/empty-state';
import { Panel } from '../../components/panel';
import { formatCount, formatPeriod, formatQuantity, formatShortDay } from '../../lib/format';

/** Open factory orders by the week they are expected. */
export function IncomingChart({ incoming }: { incoming: Overview['incoming'] }) {
  const weeks = useMemo(
    () => incoming.map(({ week, units }) => ({ label: weekLabel(week), units })),
    [incoming],
  );
  const draw = useCallback(
    (colors: ChartColors) => ({
      data: [
        {
          type: 'bar',
          x: weeks.map(({ label }) => label),
          y: weeks.map(({ units }) => units),
          marker: { color: colors.neutral },
          hovertemplate: '%{y:,} units<extra></extra>',
        } satisfies Data,
      ],
      layout: { xaxis: { type: 'category', tickangle: 0, nticks: 6 } } satisfies Partial<Layout>,
    }),
    [weeks],
  );
  const total = weeks.reduce((sum, { units }) => sum + units, 0);
  if (total === 0) {
    return (
      <Panel title="Incoming by week">
        <EmptyState title="No open factory orders">
          Import your order bank to see what arrives when.
        </EmptyState>
      </Panel>
    );
  }
  return (
    <Chart
      name="incoming"
      title="Incoming by week"
      note={formatQuantity(total, 'unit')}
      summary={`${formatCount(total)} units on order or in transit, by estimated arrival over ${weeks.length} weeks.`}
      draw={draw}
      table={{
        columns: ['Week of', 'Units'],
        rows: weeks.map(({ label, units }) => [label, formatCount(units)]),
      }}
      height={140}
      isFilling
    />
  );
}

function weekLabel(week: string): string {
  if (week === 'unknown') return 'No<br>date';
  if (isCalendarDay(week)) return formatShortDay(week);
  return /^\d{4}-W\d{2}$/.test(week) ? formatPeriod(week).replace(/, \d{4}$/, '') : week;
}
