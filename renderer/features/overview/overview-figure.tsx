import type { Overview } from '@shared/contract/overview';
import type { Condition, Figure } from '@shared/contract/primitives';
import { useNavigate } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { FigureCard, type FigureEntry } from '../../components/figure-card';
import { writeBasis, writeFigure } from '../../components/figure-text';
import { describeMonth, describeSellingDays } from '../../components/month-under-way';
import { drillInto } from '../../lib/data-filter';
import { texts } from '../../texts/texts';
import { HoldingRatesLink } from './holding-rates-link';

const words = texts.overview.figures;

type Inventory = Overview['inventory'][number];
type Sales = Overview['sales'][number];
type Card = {
  id: string;
  title: string;
  question: string;
  pick(inventory: Inventory | undefined, sales: Sales | undefined): Figure | undefined;
  /** Further figures, a line each, with words for the tooltip where a line is too short to say it all. */
  further?(inventory: Inventory | undefined, sales: Sales | undefined): Further | undefined;
  /** What both answers rest on. */
  corner?(overview: Overview): ReactNode;
  opens: '/inventory' | '/sales';
};

type Further = { lines: readonly string[]; more?: string };

const CARDS: Card[] = [
  {
    id: 'units',
    ...words.units,
    pick: (inventory) => inventory?.unitsInStock,
    further: (inventory) => inventory && { lines: [words.available(writeFigure(inventory.availableUnits))] },
    opens: '/inventory',
  },
  {
    id: 'stock-value',
    ...words.stockValue,
    pick: (inventory) => inventory?.stockCost,
    opens: '/inventory',
  },
  {
    id: 'median-age',
    ...words.medianAge,
    pick: (inventory) => inventory?.medianAge,
    further: (inventory) =>
      inventory && {
        lines: [[writeFigure(inventory.agedUnits), inventory.agedUnits.note ?? words.aged].join(' ')],
        more: words.agedMeans(inventory.agedUnits.population),
      },
    opens: '/inventory',
  },
  {
    id: 'days-supply',
    ...words.daysSupply,
    pick: (inventory) => inventory?.daysSupply,
    opens: '/inventory',
  },
  {
    id: 'turn',
    ...words.turn,
    pick: (inventory) => inventory?.turnFlow,
    opens: '/sales',
  },
  {
    id: 'gross',
    ...words.gross,
    pick: (_inventory, sales) => sales?.totalGrossPerUnit,
    further: (_inventory, sales) =>
      sales && {
        lines: [`${writeFigure(sales.frontGrossPerUnit)} + ${writeFigure(sales.backGrossPerUnit)}`],
        more: words.grossOver(writeBasis(sales.frontGrossPerUnit), writeBasis(sales.backGrossPerUnit)),
      },
    opens: '/sales',
  },
  {
    id: 'holding',
    ...words.holding,
    pick: (inventory) => inventory?.holdingCostPerDay,
    further: (inventory) =>
      inventory && {
        lines: [
          `${writeFigure(inventory.holdingInterestPerDay)} + ${writeFigure(inventory.otherHoldingCostPerDay)}`,
        ],
      },
    corner: ({ inventory: [first] }) => first && <HoldingRatesLink rates={first.holdingRates} />,
    opens: '/inventory',
  },
  {
    id: 'sold',
    ...words.sold,
    pick: (_inventory, sales) => sales?.unitsSold,
    further: (_inventory, sales) => sales && describeMonth(sales),
    corner: ({ sales: [first] }) => first && describeSellingDays(first.monthUnderWay),
    opens: '/sales',
  },
];

const CONDITIONS: Condition[] = ['new', 'used'];

export const figureCards: readonly Pick<Card, 'id' | 'title'>[] = CARDS;

/** One question; new and used answered side by side, never added up. */
export function OverviewFigure({ id, overview }: { id: string; overview: Overview }) {
  const navigate = useNavigate();
  const entriesOf = (card: Card): FigureEntry[] =>
    CONDITIONS.flatMap((condition) => {
      const inventory = overview.inventory.find((summary) => summary.condition === condition);
      const sales = overview.sales.find((summary) => summary.condition === condition);
      const figure = card.pick(inventory, sales);
      if (!figure) return [];
      const further = figure.value === null ? undefined : card.further?.(inventory, sales);
      return {
        name: `${card.id}-${condition}`,
        label: texts.terms.conditions[condition],
        series: condition,
        figure,
        ...further,
        onOpen: () => void navigate({ to: card.opens, search: (before) => drillInto(before, { condition }) }),
      };
    });
  const card = CARDS.find((candidate) => candidate.id === id);
  if (!card) return null;
  return (
    <FigureCard
      title={card.title}
      question={card.question}
      entries={entriesOf(card)}
      corner={card.corner?.(overview)}
    />
  );
}
