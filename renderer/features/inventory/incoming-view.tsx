import { Skeleton } from '@mantine/core';
import type { StockFilter } from '@shared/contract/inventory';
import type { Incoming } from '@shared/contract/inventory-analysis';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { Data } from 'plotly.js';
import { useCallback, useMemo } from 'react';
import { Chart } from '../../components/chart';
import type { ChartColors } from '../../components/chart-theme';
import { type Column, DataTable } from '../../components/data-table';
import { EmptyState } from '../../components/empty-state';
import { Panel } from '../../components/panel';
import { QueryView } from '../../components/query-view';
import { orpc } from '../../lib/engine-client';
import { formatCount, formatDay, formatQuantity, formatShortDay } from '../../lib/format';
import { useScope } from '../../lib/session-store';
import { texts } from '../../texts/texts';

const words = texts.inventory.incoming;

/** What is on its way, week by week. */
export function IncomingView({ filter }: { filter: StockFilter }) {
  const scope = useScope();
  const incoming = useQuery(
    orpc.inventory.listIncoming.queryOptions({
      input: { ...scope, filter },
      placeholderData: keepPreviousData,
    }),
  );
  return (
    <QueryView query={incoming} loading={<Skeleton height={420} radius="lg" data-testid="loading" />}>
      {(found) =>
        found.units === 0 ? (
          <EmptyState title={words.none}>{words.noneAbout}</EmptyState>
        ) : (
          <>
            <WeeksChart incoming={found} />
            <WeeksTable incoming={found} />
          </>
        )
      }
    </QueryView>
  );
}

function WeeksChart({ incoming }: { incoming: Incoming }) {
  const { weeks, units, overdueUnits, undatedUnits } = incoming;
  const draw = useCallback(
    (colors: ChartColors) => ({
      data: [
        {
          type: 'bar',
          x: weeks.map(({ startsOn }) => formatShortDay(startsOn)),
          y: weeks.map((week) => week.units),
          marker: { color: colors.new },
          hovertemplate: `${words.hover}<extra></extra>`,
        } satisfies Data,
      ],
      layout: { xaxis: { type: 'category' as const } },
    }),
    [weeks],
  );
  const table = useMemo(
    () => ({
      columns: [words.week, words.units],
      rows: weeks.map((week) => [formatDay(week.startsOn), week.units]),
    }),
    [weeks],
  );
  return (
    <Chart
      name="incoming-weeks"
      title={words.title}
      note={words.note(
        formatQuantity(units, 'unit'),
        overdueUnits > 0 ? formatCount(overdueUnits) : null,
        undatedUnits > 0 ? formatCount(undatedUnits) : null,
      )}
      summary={words.summary(formatQuantity(units, 'unit'), formatQuantity(weeks.length, 'week'))}
      draw={draw}
      table={table}
      height={200}
    />
  );
}

type Line = { startsOn: string; make: string; model: string; units: number };

const COLUMNS: Column<Line>[] = [
  {
    id: 'week',
    header: words.week,
    render: ({ startsOn }) => formatDay(startsOn),
    sortBy: ({ startsOn }) => startsOn,
  },
  {
    id: 'model',
    header: words.model,
    render: ({ make, model }) => `${make} ${model}`,
    sortBy: ({ model }) => model,
  },
  {
    id: 'units',
    header: words.units,
    isNumber: true,
    render: ({ units }) => formatCount(units),
    sortBy: ({ units }) => units,
  },
];

function WeeksTable({ incoming }: { incoming: Incoming }) {
  const lines = incoming.weeks.flatMap(({ startsOn, models }) => models.map((row) => ({ startsOn, ...row })));
  return (
    <Panel title={words.lines} isFlush>
      <DataTable
        caption={words.linesCaption}
        columns={COLUMNS}
        rows={lines}
        rowKey={({ startsOn, make, model }) => `${startsOn} ${make} ${model}`}
        empty={words.linesEmpty}
        testId="incoming-weeks"
      />
    </Panel>
  );
}
