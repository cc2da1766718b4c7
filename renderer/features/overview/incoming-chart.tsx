import type { Overview } from '@shared/contract/overview';
import { isCalendarDay } from '@shared/domain/calendar-day';
import { firstDay } from '@shared/domain/period';
import { useNavigate } from '@tanstack/react-router';
import type { Data, Layout } from 'plotly.js';
import { useCallback, useMemo } from 'react';
import { Chart } from '../../components/chart';
import type { ChartColors } from '../../components/chart-theme';
import { EmptyState } from '../../components/empty-state';
import { Panel } from '../../components/panel';
import { drillInto } from '../../lib/data-filter';
import { formatCount, formatQuantity, formatShortDay } from '../../lib/format';
import { texts } from '../../texts/texts';

const words = texts.overview.incoming;

/** Open factory orders by the week they are expected. */
export function IncomingChart({ incoming }: { incoming: Overview['incoming'] }) {
  const navigate = useNavigate();
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
          hovertemplate: `${words.hover}<extra></extra>`,
        } satisfies Data,
      ],
      layout: { xaxis: { type: 'category', tickangle: 0, nticks: 6 } } satisfies Partial<Layout>,
    }),
    [weeks],
  );
  const open = useCallback(
    () => void navigate({ to: '/inventory', search: (before) => drillInto(before, { view: 'incoming' }) }),
    [navigate],
  );
  const total = weeks.reduce((sum, { units }) => sum + units, 0);
  if (total === 0) {
    return (
      <Panel title={texts.overview.charts.incoming}>
        <EmptyState title={words.none}>{words.noneAbout}</EmptyState>
      </Panel>
    );
  }
  return (
    <Chart
      name="incoming"
      title={texts.overview.charts.incoming}
      note={formatQuantity(total, 'unit')}
      summary={words.summary(formatCount(total), weeks.length)}
      draw={draw}
      table={{
        columns: [words.week, words.units],
        rows: weeks.map(({ label, units }) => [label, formatCount(units)]),
        onOpenRow: open,
      }}
      onPick={open}
      height={140}
      isFilling
    />
  );
}

function weekLabel(week: string): string {
  if (week === 'unknown') return words.noDate;
  if (isCalendarDay(week)) return formatShortDay(week);
  return /^\d{4}-W\d{2}$/.test(week) ? formatShortDay(firstDay(week)) : week;
}
