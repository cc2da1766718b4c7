import { Skeleton } from '@mantine/core';
import type { MarketPrices } from '@shared/contract/market-demand';
import { dollarsFromCents } from '@shared/domain/money';
import { useQuery } from '@tanstack/react-query';
import type { Data } from 'plotly.js';
import { useCallback, useMemo } from 'react';
import { Chart } from '../../components/chart';
import type { ChartColors } from '../../components/chart-theme';
import { type Column, DataTable } from '../../components/data-table';
import { EmptyState } from '../../components/empty-state';
import { Panel } from '../../components/panel';
import { QueryView } from '../../components/query-view';
import { useFilteredScope } from '../../lib/data-filter';
import { orpc } from '../../lib/engine-client';
import { formatCount, formatDays, formatMoney, formatPercent } from '../../lib/format';

type Model = MarketPrices['models'][number];

/** What is asked for new units, and what they went for, beside what the region pays. */
export function PricesView() {
  const scope = useFilteredScope();
  const prices = useQuery(orpc.market.comparePrices.queryOptions({ input: scope }));
  return (
    <QueryView query={prices} loading={<Skeleton height={420} radius="lg" data-testid="loading" />}>
      {({ models }) =>
        models.length === 0 ? (
          <EmptyState title="No prices to compare yet">
            A market file with average prices, and new units of the same models, make this comparison.
          </EmptyState>
        ) : (
          <>
            <PriceChart models={models} />
            <PriceTable models={models} />
          </>
        )
      }
    </QueryView>
  );
}

function PriceChart({ models }: { models: readonly Model[] }) {
  const shown = useMemo(
    () =>
      models
        .filter(({ priceToMarket }) => priceToMarket !== null)
        .sort((a, b) => (a.priceToMarket ?? 0) - (b.priceToMarket ?? 0)),
    [models],
  );
  const draw = useCallback(
    (colors: ChartColors) => ({
      data: [
        {
          type: 'bar',
          x: shown.map(({ model }) => model),
          y: shown.map(({ priceToMarket }) => (priceToMarket ?? 1) - 1),
          marker: {
            color: shown.map(({ priceToMarket }) => ((priceToMarket ?? 1) > 1 ? colors.used : colors.new)),
          },
          text: shown.map(({ priceToMarket }) => formatPercent(priceToMarket)),
          textposition: 'outside',
          cliponaxis: false,
          textfont: { color: colors.dim, size: 11 },
          customdata: shown.map(
            ({ askingPriceCents, marketPriceCents }) =>
              `${formatMoney(askingPriceCents)} asked, ${formatMoney(marketPriceCents)} paid in the region`,
          ),
          hovertemplate: '%{customdata}<extra></extra>',
        } satisfies Data,
      ],
      layout: {
        yaxis: { tickformat: '+.0%', zeroline: true, rangemode: 'normal' as const },
        hovermode: 'closest' as const,
      },
    }),
    [shown],
  );
  const table = useMemo(
    () => ({
      columns: ['Model', 'Asking, $', 'Market, $', 'To market'],
      rows: shown.map((row) => [
        `${row.make} ${row.model}`,
        dollarsFromCents(row.askingPriceCents ?? 0),
        dollarsFromCents(row.marketPriceCents),
        formatPercent(row.priceToMarket, 1),
      ]),
    }),
    [shown],
  );
  return (
    <Chart
      name="price-to-market"
      title="Price to market"
      note="median asking price of new units over the region's average price of 3 months; above the line is dearer"
      summary={`${formatCount(shown.filter(({ priceToMarket }) => (priceToMarket ?? 0) > 1).length)} of ${formatCount(shown.length)} models are asked above the region's average.`}
      draw={draw}
      table={table}
      height={240}
    />
  );
}

const money = (id: string, header: string, of: (row: Model) => number | null, meaning: string) =>
  ({
    id,
    header,
    meaning,
    isNumber: true,
    render: (row) => formatMoney(of(row)),
    sortBy: of,
  }) satisfies Column<Model>;

const COLUMNS: Column<Model>[] = [
  {
    id: 'model',
    header: 'Model',
    render: ({ make, model }) => `${make} ${model}`,
    sortBy: ({ model }) => model,
  },
  { id: 'segment', header: 'Segment', render: ({ segment }) => segment, sortBy: ({ segment }) => segment },
  money(
    'market',
    'Market',
    (row) => row.marketPriceCents,
    "The region's mean over 3 months, weighted by units",
  ),
  money('asking', 'Asking', (row) => row.askingPriceCents, 'Median of new units on the ground'),
  {
    id: 'asked',
    header: 'Units',
    isNumber: true,
    render: ({ unitsAsking }) => formatCount(unitsAsking),
    sortBy: ({ unitsAsking }) => unitsAsking,
  },
  {
    id: 'ratio',
    header: 'To market',
    isNumber: true,
    render: ({ priceToMarket }) => formatPercent(priceToMarket, 1),
    sortBy: ({ priceToMarket }) => priceToMarket,
  },
  money('sold', 'Sold at', (row) => row.soldPriceCents, 'Median price of the new deals of those months'),
  {
    id: 'deals',
    header: 'Deals',
    isNumber: true,
    render: ({ unitsSold }) => formatCount(unitsSold),
    sortBy: ({ unitsSold }) => unitsSold,
  },
  {
    id: 'age',
    header: 'Median age',
    isNumber: true,
    render: ({ medianAgeDays }) => formatDays(medianAgeDays),
    sortBy: ({ medianAgeDays }) => medianAgeDays,
  },
];

function PriceTable({ models }: { models: readonly Model[] }) {
  return (
    <Panel title="By model" note="new units; trims differ, so a model's mean is a first look" isFlush>
      <DataTable
        caption="Prices of new units beside the region's"
        columns={COLUMNS}
        rows={models}
        rowKey={({ make, model }) => `${make} ${model}`}
        initialSort={{ id: 'ratio', direction: 'desc' }}
        testId="market-prices"
      />
    </Panel>
  );
}
