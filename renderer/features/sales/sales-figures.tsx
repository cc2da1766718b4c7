import type { Figure } from '@shared/contract/primitives';
import type { SalesSummary } from '@shared/contract/sales';
import { FigureCard, type FigureEntry } from '../../components/figure-card';
import { describePace, describeSellingDays } from '../../components/month-under-way';
import { texts } from '../../texts/texts';
import classes from './sales-screen.module.css';

const words = texts.sales.figures;

type FigureKey = {
  [Key in keyof SalesSummary]: SalesSummary[Key] extends Figure ? Key : never;
}[keyof SalesSummary];
type Row = readonly [name: string, label: string, key: FigureKey];
type Card = { title: string; question: string; figures: readonly Row[] };

const card = (asked: Pick<Card, 'title' | 'question'>, ...figures: Row[]): Card => ({ ...asked, figures });

const CARDS: readonly Card[] = [
  card(
    words.units,
    ['units-sold', words.inWindow, 'unitsSold'],
    ['month-to-date', words.thisMonth, 'monthToDate'],
  ),
  card(
    words.gross,
    ['gross-per-unit', words.perUnit, 'totalGrossPerUnit'],
    ['gross-total', words.allUnits, 'totalGross'],
  ),
  card(
    words.grossPerUnit,
    ['gross-front', words.front, 'frontGrossPerUnit'],
    ['gross-back', words.back, 'backGrossPerUnit'],
  ),
  card(
    words.turn,
    ['days-to-turn', words.sold, 'medianDaysToTurn'],
    ['days-to-turn-survival', words.withUnsold, 'survivalMedianDaysToTurn'],
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
          corner={title === words.units.title && describeSellingDays(summary.monthUnderWay)}
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
