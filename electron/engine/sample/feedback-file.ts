/** `feedback.csv`: past plan outcomes in the product's own template; ISO dates, dollars, blank = unknown. */
import { dayFromNumber } from '@shared/domain/calendar-day';
import { type Column, cellsOf, csvLine, headerOf } from './delimited-text';
import type { PastOutcome } from './past-outcomes';

const COLUMNS: readonly Column<PastOutcome>[] = [
  ['plan_reference', (row) => row.planReference],
  ['ordered_on', (row) => dayFromNumber(row.orderedDay)],
  ['store', (row) => row.store],
  ['make', (row) => row.line.make],
  ['model', (row) => row.line.model],
  ['model_year', (row) => row.modelYear],
  ['trim', (row) => row.variant.spec.trim],
  ['quantity_recommended', (row) => row.quantityRecommended],
  ['decision', (row) => row.decision],
  ['quantity_ordered', (row) => row.quantityOrdered],
  ['arrived_on', (row) => (row.arrivedDay === null ? '' : dayFromNumber(row.arrivedDay))],
  ['units_sold', (row) => row.unitsSold ?? ''],
  ['days_to_turn', (row) => row.daysToTurn ?? ''],
  ['gross', (row) => row.grossDollars ?? ''],
  ['aged_units', (row) => row.agedUnits ?? ''],
  ['rating', (row) => row.rating ?? ''],
  ['score_gross', (row) => row.scores.gross],
  ['score_days_to_turn', (row) => row.scores.daysToTurn],
  ['score_market', (row) => row.scores.market],
  ['score_forecast', (row) => row.scores.forecast],
  ['reason', (row) => row.reason],
];

export function feedbackHeader(): string {
  return csvLine(headerOf(COLUMNS));
}

export function feedbackLine(outcome: PastOutcome): string {
  return csvLine(cellsOf(COLUMNS, outcome));
}
