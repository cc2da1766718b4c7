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
import { texts } from '../../texts/texts';

const words = texts.market.prices;

type Model = MarketPrices['models'][number];

/** What is asked for new units, and what they went for, beside what the region pays. */
export function PricesView() {
  const scope = useFilteredScope();
  const prices = useQuery(orpc.market.comparePrices.queryOptions({ input: scope }));
  return (
    <QueryView query={prices} loading={<Skeleton height={420} radius="lg" data-testid="loading" />}>
      {({ models }) =>
        models.length === 0 ? (
          <EmptyState title={words.none}>{words.noneAbout}</EmptyState>
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
          customdata: shown.map(({ askingPriceCents, marketPriceCents }) =>
            words.hover(formatMoney(askingPriceCents), formatMoney(marketPriceCents)),
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
      columns: [words.table.model, words.table.asking, words.table.market, words.table.ratio],
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
      title={words.title}
      note={words.note}
      summary={words.summary(
        formatCount(shown.filter(({ priceToMarket }) => (priceToMarket ?? 0) > 1).length),
        formatCount(shown.length),
      )}
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
    header: words.columns.model,
    render: ({ make, model }) => `${make} ${model}`,
    sortBy: ({ model }) => model,
  },
  {
    id: 'segment',
    header: words.columns.segment,
    render: ({ segment }) => segment,
    sortBy: ({ segment }) => segment,
  },
  money('market', words.columns.market, (row) => row.marketPriceCents, words.columns.marketMeans),
  money('asking', words.columns.asking, (row) => row.askingPriceCents, words.columns.askingMeans),
  {
    id: 'asked',
    header: words.columns.asked,
    isNumber: true,
    render: ({ unitsAsking }) => formatCount(unitsAsking),
    sortBy: ({ unitsAsking }) => unitsAsking,
  },
  {
    id: 'ratio',
    header: words.columns.ratio,
    isNumber: true,
    render: ({ priceToMarket }) => formatPercent(priceToMarket, 1),
    sortBy: ({ priceToMarket }) => priceToMarket,
  },
  money('sold', words.columns.sold, (row) => row.soldPriceCents, words.columns.soldMeans),
  {
    id: 'deals',
    header: words.columns.deals,
    isNumber: true,
    render: ({ unitsSold }) => formatCount(unitsSold),
    sortBy: ({ unitsSold }) => unitsSold,
  },
  {
    id: 'age',
    header: words.columns.age,
    isNumber: true,
    render: ({ medianAgeDays }) => formatDays(medianAgeDays),
    sortBy: ({ medianAgeDays }) => medianAgeDays,
  },
];

function PriceTable({ models }: { models: readonly Model[] }) {
  return (
    <Panel title={words.models} note={words.modelsNote} isFlush>
      <DataTable
        caption={words.modelsCaption}
        columns={COLUMNS}
        rows={models}
        rowKey={({ make, model }) => `${make} ${model}`}
        initialSort={{ id: 'ratio', direction: 'desc' }}
        testId="market-prices"
      />
    </Panel>
  );
}
