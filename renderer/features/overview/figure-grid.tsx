import type { Overview } from '@shared/contract/overview';
import type { Condition, Figure } from '@shared/contract/primitives';
import { useNavigate } from '@tanstack/react-router';
import { FigureCard, type FigureEntry } from '../../components/figure-card';
import { writeFigure } from '../../components/figure-text';
import { capitalize } from '../../lib/format';
import classes from './figure-grid.module.css';

type Inventory = Overview['inventory'][number];
type Sales = Overview['sales'][number];
type Card = {
  id: string;
  title: string;
  question: string;
  pick(inventory: Inventory | undefined, sales: Sales | undefined): Figure | undefined;
  /** A second figure in place of the small print. */
  aside?(inventory: Inventory | undefined, sales: Sales | undefined): string | undefined;
  opens: '/inventory' | '/sales';
};

const CARDS: Card[] = [
  {
    id: 'units',
    title: 'Units in stock',
    question: 'How many vehicles are here, and how many of them can be sold?',
    pick: (inventory) => inventory?.unitsInStock,
    aside: (inventory) => inventory && `${writeFigure(inventory.availableUnits)} available`,
    opens: '/inventory',
  },
  {
    id: 'stock-value',
    title: 'Stock at cost',
    question: 'How much money stands on the lot?',
    pick: (inventory) => inventory?.stockCost,
    opens: '/inventory',
  },
  {
    id: 'median-age',
    title: 'Median age',
    question: 'How long has the middle vehicle been here? Half are younger, half are older.',
    pick: (inventory) => inventory?.medianAge,
    aside: (inventory) => inventory && `${writeFigure(inventory.agedUnits)} aged`,
    opens: '/inventory',
  },
  {
    id: 'days-supply',
    title: 'Days supply',
    question: 'At the recent rate of retail sales, how long would this stock last?',
    pick: (inventory) => inventory?.daysSupply,
    opens: '/inventory',
  },
  {
    id: 'turn',
    title: 'Turn per year',
    question: 'How often would the stock be sold in a year at the recent rate?',
    pick: (inventory) => inventory?.turnFlow,
    opens: '/sales',
  },
  {
    id: 'gross',
    title: 'Gross per unit',
    question: 'What does a retail deal earn? Below: front gross + back gross.',
    pick: (_inventory, sales) => sales?.totalGrossPerUnit,
    aside: (_inventory, sales) =>
      sales && `${writeFigure(sales.frontGrossPerUnit)} + ${writeFigure(sales.backGrossPerUnit)}`,
    opens: '/sales',
  },
  {
    id: 'holding',
    title: 'Holding cost a day',
    question: 'What does the stock cost each day in interest and upkeep?',
    pick: (inventory) => inventory?.holdingCostPerDay,
    opens: '/inventory',
  },
  {
    id: 'sold',
    title: 'Units sold',
    question: 'How many retail and lease deals were there lately?',
    pick: (_inventory, sales) => sales?.unitsSold,
    aside: (_inventory, sales) => sales && `${writeFigure(sales.monthToDate)} this month`,
    opens: '/sales',
  },
];

const CONDITIONS: Condition[] = ['new', 'used'];

/** Eight questions; new and used answered side by side, never added up. */
export function FigureGrid({ overview }: { overview: Overview }) {
  const navigate = useNavigate();
  const entriesOf = (card: Card): FigureEntry[] =>
    CONDITIONS.flatMap((condition) => {
      const inventory = overview.inventory.find((summary) => summary.condition === condition);
      const sales = overview.sales.find((summary) => summary.condition === condition);
      const figure = card.pick(inventory, sales);
      if (!figure) return [];
      const aside = figure.value === null ? undefined : card.aside?.(inventory, sales);
      return {
        name: `${card.id}-${condition}`,
        label: capitalize(condition),
        series: condition,
        figure,
        ...(aside && { aside }),
        onOpen: () => void navigate({ to: card.opens, search: { condition } }),
      };
    });
  return (
    <div className={classes.grid}>
      {CARDS.map((card) => (
        <FigureCard key={card.id} title={card.title} question={card.question} entries={entriesOf(card)} />
      ))}
    </div>
  );
}
