/** A month that is under way in words: how many, on pace for how many, against the same month last year. */
import type { SalesSummary } from '@shared/contract/sales';
import { addPeriods } from '@shared/domain/period';
import { formatCount, formatMonthTick, formatPeriod } from '../lib/format';
import { writeFigure } from './figure-text';

type Month = Pick<SalesSummary, 'monthToDate' | 'monthPace' | 'monthUnderWay'>;

/** What stands beside the title of a card: the days that a pace rests on. */
export function describeSellingDays({ sellingDays, sellingDaysSoFar }: Month['monthUnderWay']): string {
  return `${sellingDaysSoFar} of ${sellingDays} selling days`;
}

/** Under another figure: the month's units and its pace in one short line. */
export function describeMonth(sales: Month): { lines: string[]; more: string } {
  const month = formatMonthTick(sales.monthUnderWay.month, false);
  return {
    lines: [`${writeFigure(sales.monthToDate)} in ${month}, pace ${writeFigure(sales.monthPace)}`],
    more: describeInFull(sales),
  };
}

/** Under the month's own units: the pace, and what the same month of last year ended with. */
export function describePace(sales: Month): { lines: string[]; more: string } {
  const { month, unitsYearBefore } = sales.monthUnderWay;
  const lastYear = `${formatCount(unitsYearBefore)} in ${formatPeriod(addPeriods(month, -12))}`;
  return {
    lines: [`on pace for ${writeFigure(sales.monthPace)}`, ...(unitsYearBefore === null ? [] : [lastYear])],
    more: describeInFull(sales),
  };
}

function describeInFull(sales: Month): string {
  const month = formatPeriod(sales.monthUnderWay.month);
  const pace = `on pace for ${writeFigure(sales.monthPace)} after ${describeSellingDays(sales.monthUnderWay)}`;
  return `${month}: ${writeFigure(sales.monthToDate)} sold, ${pace}${compareWithLastYear(sales)}`;
}

function compareWithLastYear({ monthUnderWay: { month, unitsYearBefore } }: Month): string {
  return unitsYearBefore === null
    ? ''
    : `; ${formatPeriod(addPeriods(month, -12))} ended with ${formatCount(unitsYearBefore)}`;
}
