import type { SalesSummary } from '@shared/contract/sales';
import { FigureCard, type FigureEntry } from '../../components/figure-card';
import classes from './sales-screen.module.css';

type Card = { title: string; question: string; figures: [name: string, label: string, key: FigureKey][] };
type FigureKey =
  | 'unitsSold'
  | 'monthToDate'
  | 'totalGrossPerUnit'
  | 'totalGross'
  | 'frontGrossPerUnit'
  | 'backGrossPerUnit'
  | 'medianDaysToTurn'
  | 'survivalMedianDaysToTurn';

const CARDS: Card[] = [
  {
    title: 'Units',
    question: 'How many were sold, in the window and in the month so far?',
    figures: [
      ['units-sold', 'In the window', 'unitsSold'],
      ['month-to-date', 'This month', 'monthToDate'],
    ],
  },
  {
    title: 'Total gross',
    question: 'What did they earn, front and back together?',
    figures: [
      ['gross-per-unit', 'Per unit', 'totalGrossPerUnit'],
      ['gross-total', 'All units', 'totalGross'],
    ],
  },
  {
    title: 'Gross per unit',
    question: 'Where does the gross come from?',
    figures: [
      ['gross-front', 'Front', 'frontGrossPerUnit'],
      ['gross-back', 'Back', 'backGrossPerUnit'],
    ],
  },
  {
    title: 'Median days to turn',
    question: 'How long did they stand? The second answer also counts the units that have not sold yet.',
    figures: [
      ['days-to-turn', 'Sold units', 'medianDaysToTurn'],
      ['days-to-turn-survival', 'With unsold', 'survivalMedianDaysToTurn'],
    ],
  },
];

/** The figures of one condition over the chosen window. */
export function SalesFigures({ summary }: { summary: SalesSummary }) {
  return (
    <div className={classes.figures}>
      {CARDS.map(({ title, question, figures }) => (
        <FigureCard
          key={title}
          title={title}
          question={question}
          entries={figures.map(
            ([name, label, key]): FigureEntry => ({
              name,
              label,
              series: summary.condition,
              figure: summary[key],
            }),
          )}
        />
      ))}
    </div>
  );
}
