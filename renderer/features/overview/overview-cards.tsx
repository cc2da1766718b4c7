/** What the Overview can show: each card with its size on the grid of twelve columns, and how it is drawn. */
import type { Overview } from '@shared/contract/overview';
import type { LayoutCard } from '@shared/contract/workspace';
import type { ReactNode } from 'react';
import { texts } from '../../texts/texts';
import { ActionList } from './action-list';
import { AgeChart } from './age-chart';
import { IncomingChart } from './incoming-chart';
import { MissedCard } from './missed-card';
import { MonthCard } from './month-card';
import { figureCards, OverviewFigure } from './overview-figure';
import { SalesChart } from './sales-chart';
import { SoldCard } from './sold-card';
import { SupplyCard } from './supply-card';

export type OverviewCard = LayoutCard & {
  title: string;
  /** Left out of the standard layout; to be added. */
  isExtra?: boolean;
  draw(overview: Overview): ReactNode;
};

const words = texts.overview;

export const overviewCards: readonly OverviewCard[] = [
  ...figureCards.map(
    ({ id, title }): OverviewCard => ({
      id,
      title,
      columns: 3,
      rows: 1,
      draw: (overview) => <OverviewFigure id={id} overview={overview} />,
    }),
  ),
  {
    id: 'ageing',
    title: words.charts.ageing,
    columns: 8,
    rows: 2,
    draw: ({ inventory }) => <AgeChart inventory={inventory} />,
  },
  {
    id: 'actions',
    title: words.charts.actions,
    columns: 4,
    rows: 4,
    draw: ({ actions }) => <ActionList actions={actions} />,
  },
  {
    id: 'month',
    title: words.month.title,
    columns: 5,
    rows: 2,
    draw: (overview) => <MonthCard overview={overview} />,
  },
  {
    id: 'incoming',
    title: words.charts.incoming,
    columns: 3,
    rows: 2,
    draw: ({ incoming }) => <IncomingChart incoming={incoming} />,
  },
  {
    id: 'supply',
    title: words.supply.title,
    columns: 5,
    rows: 2,
    draw: (overview) => <SupplyCard overview={overview} />,
  },
  {
    id: 'sold-lately',
    title: words.sold.title,
    columns: 3,
    rows: 2,
    draw: (overview) => <SoldCard overview={overview} />,
  },
  {
    id: 'missed',
    title: words.missed.title,
    columns: 4,
    rows: 2,
    draw: (overview) => <MissedCard overview={overview} />,
  },
  {
    id: 'sales',
    title: words.charts.sales,
    columns: 12,
    rows: 2,
    draw: ({ sales }) => <SalesChart sales={sales} />,
  },
];

export const knownCards: ReadonlySet<string> = new Set(overviewCards.map(({ id }) => id));

export const standardLayout: readonly LayoutCard[] = overviewCards
  .filter(({ isExtra }) => !isExtra)
  .map(({ id, columns, rows }) => ({ id, columns, rows }));
