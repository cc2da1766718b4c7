import type { Overview } from '@shared/contract/overview';
import type { Condition, Figure } from '@shared/contract/primitives';
import { useNavigate } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { FigureCard, type FigureEntry } from '../../components/figure-card';
import { writeBasis, writeFigure } from '../../components/figure-text';
import { describeMonth, describeSellingDays } from '../../components/month-under-way';
import { drillInto } from '../../lib/data-filter';
import { dealsOfDays, dealsOfMonth, dealsOfWindow } from '../../lib/deals-address';
import { texts } from '../../texts/texts';
import { HoldingRatesLink } from './holding-rates-link';

const words = texts.overview.figures;

type Inventory = Overview['inventory'][number];
type Sales = Overview['sales'][number];
type Asked = { condition: Condition; overview: Overview };
/** Where the rows of a figure are: what the address adds to the filter that is set. */
type Rows = { to: '/inventory' | '/sales'; rows: object };
type Card = {
  id: string;
  title: string;
  question: string;
  pick(inventory: Inventory | undefined, sales: Sales | undefined): Figure | undefined;
  /** Further figures, a line each, with words for the tooltip where a line is too short to say it all. */
  further?(inventory: Inventory | undefined, sales: Sales | undefined, asked: Asked): Further | undefined;
  /** What both answers rest on. */
  corner?(overview: Overview): ReactNode;
  rows(asked: Asked, figure: Figure): Rows;
};

type Line = string | { name: string; text: string; rows: Rows };
type Further = { lines: readonly Line[]; more?: string };

const stock = (rows: object): Rows => ({ to: '/inventory', rows });
const deals = (rows: object): Rows => ({ to: '/sales', rows });
const onTheGround = ({ condition }: Asked): Rows => stock({ condition, status: 'on_ground' });

const DAYS_IN_YEAR = 365;

const CARDS: Card[] = [
  {
    id: 'units',
    ...words.units,
    pick: (inventory) => inventory?.unitsInStock,
    further: (inventory, _sales, { condition }) =>
      inventory && {
        lines: [
          {
            name: `available-${condition}`,
            text: words.available(writeFigure(inventory.availableUnits)),
            rows: stock({ condition, status: 'available' }),
          },
        ],
      },
    rows: onTheGround,
  },
  {
    id: 'stock-value',
    ...words.stockValue,
    pick: (inventory) => inventory?.stockCost,
    rows: onTheGround,
  },
  {
    id: 'median-age',
    ...words.medianAge,
    pick: (inventory) => inventory?.medianAge,
    further: (inventory, _sales, { condition }) =>
      inventory && {
        lines: [
          {
            name: `aged-${condition}`,
            text: [writeFigure(inventory.agedUnits), inventory.agedUnits.note ?? words.aged].join(' '),
            rows: stock({ condition, status: 'on_ground', minAgeDays: inventory.agedDays + 1 }),
          },
        ],
        more: words.agedMeans(inventory.agedUnits.population),
      },
    rows: ({ condition }) => stock({ condition, status: 'on_ground', sort: 'ageDays', direction: 'desc' }),
  },
  {
    id: 'days-supply',
    ...words.daysSupply,
    pick: (inventory) => inventory?.daysSupply,
    rows: ({ condition }) => stock({ condition, status: 'available' }),
  },
  {
    id: 'turn',
    ...words.turn,
    pick: (inventory) => inventory?.turnFlow,
    rows: ({ condition, overview: { dataDate } }, { windowDays }) =>
      deals(dealsOfDays({ condition }, windowDays ?? DAYS_IN_YEAR, dataDate)),
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
    rows: ({ condition }) => deals(dealsOfWindow({ condition })),
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
    rows: ({ condition }) => stock({ condition, status: 'on_ground', view: 'groups', by: 'model' }),
  },
  {
    id: 'sold',
    ...words.sold,
    pick: (_inventory, sales) => sales?.unitsSold,
    further: (_inventory, sales, { condition }) => {
      if (!sales) return undefined;
      const { lines, more } = describeMonth(sales);
      const rows = deals(dealsOfMonth({ condition }, sales.monthUnderWay.month));
      return { lines: lines.map((text) => ({ name: `month-${condition}`, text, rows })), more };
    },
    corner: ({ sales: [first] }) => first && describeSellingDays(first.monthUnderWay),
    rows: ({ condition }) => deals(dealsOfWindow({ condition })),
  },
];

const CONDITIONS: Condition[] = ['new', 'used'];

export const figureCards: readonly Pick<Card, 'id' | 'title'>[] = CARDS;

/** One question; new and used answered side by side, never added up. */
export function OverviewFigure({ id, overview }: { id: string; overview: Overview }) {
  const navigate = useNavigate();
  const open = ({ to, rows }: Rows) => void navigate({ to, search: (before) => drillInto(before, rows) });
  const entriesOf = (card: Card): FigureEntry[] =>
    CONDITIONS.flatMap((condition) => {
      const inventory = overview.inventory.find((summary) => summary.condition === condition);
      const sales = overview.sales.find((summary) => summary.condition === condition);
      const figure = card.pick(inventory, sales);
      if (!figure) return [];
      const asked = { condition, overview };
      const further = figure.value === null ? undefined : card.further?.(inventory, sales, asked);
      return {
        name: `${card.id}-${condition}`,
        label: texts.terms.conditions[condition],
        series: condition,
        figure,
        ...further,
        lines: further?.lines.map((line) =>
          typeof line === 'string' ? line : { ...line, onOpen: () => open(line.rows) },
        ),
        onOpen: () => open(card.rows(asked, figure)),
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
