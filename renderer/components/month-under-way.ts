/** A month that is under way in words: how many, on pace for how many, against the same month last year. */
import type { SalesSummary } from '@shared/contract/sales';
import { addPeriods } from '@shared/domain/period';
import { formatCount, formatMonthTick, formatPeriod } from '../lib/format';
import { writeFigure } from './figure-text';

type Month = Pick<SalesSummary, 'monthToDate' | 'monthPace' | 'monthUnderWay'>;

/** Under the month's own units: the pace, its days, and last year. */
export function describePace(sales: Month): { lines: string[]; more: string } {
  const { month, sellingDays, sellingDaysSoFar, unitsYearBefore } = sales.monthUnderWay;
  return {
    lines: [
      `on pace for ${writeFigure(sales.monthPace)}, ${sellingDaysSoFar} of ${sellingDays} selling days`,
      ...(unitsYearBefore === null
        ? []
        : [`${formatCount(unitsYearBefore)} in ${formatPeriod(addPeriods(month, -12))}`]),
    ],
    more: describeMonth(sales).more,
  };
}

/** Two short lines for a card, and a sentence for its tooltip. */
export function describeMonth(sales: Month): { lines: string[]; more: string } {
  const { month, sellingDays, sellingDaysSoFar } = sales.monthUnderWay;
  const units = writeFigure(sales.monthToDate);
  const pace = writeFigure(sales.monthPace);
  return {
    lines: [
      `${units} in ${formatMonthTick(month, false)}, pace ${pace}`,
      `${sellingDaysSoFar}/${sellingDays} selling days`,
    ],
    more: `${formatPeriod(month)}: ${units} sold, on pace for ${pace} after ${sellingDaysSoFar} of ${sellingDays} selling days${compareWithLastYear(sales)}`,
  };
}

function compareWithLastYear({ monthUnderWay: { month, unitsYearBefore } }: Month): string {
  return unitsYearBefore === null
    ? ''
    : `; ${formatPeriod(addPeriods(month, -12))} ended with ${formatCount(unitsYearBefore)}`;
}
