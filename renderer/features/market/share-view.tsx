import { Button, Select, Skeleton } from '@mantine/core';
import type { MarketSummary } from '@shared/contract/market';
import type { MarketTrends } from '@shared/contract/market-demand';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import type { Data } from 'plotly.js';
import { useCallback, useMemo } from 'react';
import { Chart } from '../../components/chart';
import type { ChartColors } from '../../components/chart-theme';
import { type Column, DataTable } from '../../components/data-table';
import { Delta } from '../../components/delta';
import { EmptyState } from '../../components/empty-state';
import { Meter } from '../../components/meter';
import { monthAxis } from '../../components/month-axis';
import { Panel } from '../../components/panel';
import { QueryView } from '../../components/query-view';
import { useFilteredScope } from '../../lib/data-filter';
import { orpc } from '../../lib/engine-client';
import { formatCount, formatMoney, formatPercent, formatPeriod } from '../../lib/format';
import { texts } from '../../texts/texts';
import classes from './market.module.css';
import { type ShareLine, shareLines } from './share-of-months';

const words = texts.market.share;

type Props = { segment: string | undefined; onSegment(segment: string | undefined): void };

/** Share and trend of each segment's models, the store's own against the others. */
export function ShareView({ segment, onSegment }: Props) {
  const scope = useFilteredScope();
  const trends = useQuery(orpc.market.getTrends.queryOptions({ input: scope }));
  const summary = useQuery(orpc.market.getSummary.queryOptions({ input: scope }));
  return (
    <QueryView query={trends} loading={<Skeleton height={420} radius="lg" data-testid="loading" />}>
      {(found) => {
        if (found.segments.length === 0) return <NoMarket />;
        const shown = found.segments.find((one) => one.segment === segment) ?? largestOwn(found);
        return (
          <>
            {shown && <ShareChart trends={found} shown={shown} onSegment={onSegment} />}
            {summary.data && <ModelsTable models={summary.data.models} segment={shown?.segment} />}
          </>
        );
      }}
    </QueryView>
  );
}

function NoMarket() {
  const navigate = useNavigate();
  return (
    <EmptyState
      title={words.none}
      actions={<Button onClick={() => void navigate({ to: '/imports' })}>{words.importOne}</Button>}
    >
      {words.noneAbout}
    </EmptyState>
  );
}

type Segment = MarketTrends['segments'][number];

/** The segment in which the store's own makes sell most. */
function largestOwn({ segments }: MarketTrends): Segment | undefined {
  const ownUnits = ({ models }: Segment) =>
    models
      .filter(({ isOwn }) => isOwn)
      .flatMap(({ units }) => units)
      .reduce((sum, count) => sum + count, 0);
  return segments.slice().sort((a, b) => ownUnits(b) - ownUnits(a))[0];
}

type ChartProps = { trends: MarketTrends; shown: Segment; onSegment: Props['onSegment'] };

function ShareChart({ trends, shown, onSegment }: ChartProps) {
  const { months, segments } = trends;
  const lines = useMemo(() => shareLines(shown, months.length), [shown, months]);
  const draw = useCallback(
    (colors: ChartColors) => ({
      data: lines.map((line, index) => trace(line, index, months, colors)),
      layout: {
        xaxis: monthAxis(months),
        yaxis: { tickformat: '.1~%' },
        hovermode: 'closest' as const,
      },
    }),
    [lines, months],
  );
  const table = useMemo(
    () => ({
      columns: [words.month, ...lines.map(({ name }) => name)],
      rows: months
        .map((month, index) => [
          formatPeriod(month),
          ...lines.map(({ shares }) => formatPercent(shares[index], 1)),
        ])
        .reverse(),
    }),
    [lines, months],
  );
  return (
    <Chart
      name="market-share"
      title={words.title(shown.segment)}
      note={words.note}
      summary={summarize(lines)}
      draw={draw}
      table={table}
      height={280}
      actions={
        <Select
          aria-label={words.segment}
          size="xs"
          data={segments.map(({ segment }) => segment)}
          value={shown.segment}
          onChange={(value) => onSegment(value ?? undefined)}
          allowDeselect={false}
          data-testid="market-segment"
        />
      }
    />
  );
}

const MARKS = ['circle', 'square', 'diamond', 'triangle-up', 'cross', 'x', 'star'] as const;

function trace(line: ShareLine, index: number, months: readonly string[], colors: ChartColors): Data {
  return {
    type: 'scatter',
    mode: 'lines+markers',
    name: line.name,
    x: [...months],
    y: line.shares,
    line: {
      color: line.isOwn ? colors.new : colors.neutral,
      width: line.isOwn ? 2.2 : 1.4,
      dash: line.isOwn ? 'solid' : 'dot',
    },
    marker: { size: 5, symbol: MARKS[index % MARKS.length] ?? 'circle' },
    customdata: months.map(formatPeriod),
    hovertemplate: `${words.hover(line.name)}<extra></extra>`,
  };
}

function summarize(lines: readonly ShareLine[]): string {
  return lines
    .filter(({ isOwn }) => isOwn)
    .map(({ name, shares }) => {
      const known = shares.filter((share) => share !== null);
      return words.summary(name, formatPercent(known[0], 1), formatPercent(known.at(-1), 1));
    })
    .join(' ');
}

type Model = MarketSummary['models'][number];

const COLUMNS: Column<Model>[] = [
  {
    id: 'segment',
    header: words.segment,
    render: ({ segment }) => segment,
    sortBy: ({ segment }) => segment,
  },
  {
    id: 'model',
    header: words.columns.model,
    render: ({ make, model, isOwn }) => (isOwn ? <strong>{`${make} ${model}`}</strong> : `${make} ${model}`),
    sortBy: ({ make, model }) => `${make} ${model}`,
  },
  {
    id: 'units',
    header: words.columns.units,
    isNumber: true,
    render: ({ units }) => formatCount(units),
    sortBy: ({ units }) => units,
  },
  {
    id: 'share',
    header: words.columns.share,
    meaning: words.columns.shareMeans,
    render: ({ share }) => (
      <span className={classes.share}>
        <Meter share={share ?? 0} width={80} />
        {formatPercent(share, 1)}
      </span>
    ),
    sortBy: ({ share }) => share,
  },
  {
    id: 'before',
    header: words.columns.before,
    isNumber: true,
    render: ({ shareYearBefore }) => formatPercent(shareYearBefore, 1),
    sortBy: ({ shareYearBefore }) => shareYearBefore,
  },
  {
    id: 'trend',
    header: words.columns.trend,
    isNumber: true,
    render: ({ trend }) => <Delta value={trend} write={formatPercent} />,
    sortBy: ({ trend }) => trend,
  },
  {
    id: 'price',
    header: words.columns.price,
    isNumber: true,
    render: ({ averagePriceCents }) => formatMoney(averagePriceCents),
    sortBy: ({ averagePriceCents }) => averagePriceCents,
  },
  {
    id: 'supply',
    header: words.columns.supply,
    isNumber: true,
    render: ({ daysSupply }) => formatCount(daysSupply),
    sortBy: ({ daysSupply }) => daysSupply,
  },
];

function ModelsTable({ models, segment }: { models: readonly Model[]; segment: string | undefined }) {
  return (
    <Panel title={words.models} note={segment ?? ''} isFlush>
      <DataTable
        caption={words.modelsCaption}
        columns={COLUMNS}
        rows={models.filter((model) => model.segment === segment)}
        rowKey={({ make, model }) => `${make} ${model}`}
        initialSort={{ id: 'share', direction: 'desc' }}
        testId="market-models"
      />
    </Panel>
  );
}
