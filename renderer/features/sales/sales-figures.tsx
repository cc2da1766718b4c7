import type { Figure } from '@shared/contract/primitives';
import type { SalesSummary } from '@shared/contract/sales';
import { FigureCard, type FigureEntry } from '../../components/figure-card';
import { describePace, describeSellingDays } from '../../components/month-under-way';
import classes from './sales-screen.module.css';

type FigureKey = {
  [Key in keyof SalesSummary]: SalesSummary[Key] extends Figure ? Key : never;
}[keyof SalesSummary];
type Row = readonly [name: string, label: string, key: FigureKey];
type Card = { title: string; question: string; figures: readonly Row[] };

const card = (title: string, question: string, ...figures: Row[]): Card => ({ title, question, figures });

const CARDS: readonly Card[] = [
  card(
    'Units',
    'How many were sold, in the window and in the month so far?',
    ['units-sold', 'In the window', 'unitsSold'],
    ['month-to-date', 'This month', 'monthToDate'],
  ),
  card(
    'Total gross',
    'What did they earn, front and back together?',
    ['gross-per-unit', 'Per unit', 'totalGrossPerUnit'],
    ['gross-total', 'All units', 'totalGross'],
  ),
  card(
    'Gross per unit',
    'Where does the gross come from?',
    ['gross-front', 'Front', 'frontGrossPerUnit'],
    ['gross-back', 'Back', 'backGrossPerUnit'],
  ),
  card(
    'Median days to turn',
    'How long did they stand? The second answer also counts the units that have not sold yet.',
    ['days-to-turn', 'Sold units', 'medianDaysToTurn'],
    ['days-to-turn-survival', 'With unsold', 'survivalMedianDaysToTurn'],
  ),
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
          corner={title === 'Units' && describeSellingDays(summary.monthUnderWay)}
          entries={figures.map(
            ([name, label, key]): FigureEntry => ({
              name,
              label,
              series: summary.condition,
              figure: summary[key],
              ...(key === 'monthToDate' && describePace(summary)),
            }),
          )}
        />
      ))}
    </div>
  );
}
