/** A month that is under way in words: how many, on pace for how many, against the same month last year. */
import type { SalesSummary } from '@shared/contract/sales';
import { addPeriods } from '@shared/domain/period';
import { formatCount, formatMonthTick, formatPeriod } from '../lib/format';
import { texts } from '../texts/texts';
import { writeFigure } from './figure-text';

const words = texts.components.month;

type Month = Pick<SalesSummary, 'monthToDate' | 'monthPace' | 'monthUnderWay'>;

/** What stands beside the title of a card: the days that a pace rests on. */
export function describeSellingDays({ sellingDays, sellingDaysSoFar }: Month['monthUnderWay']): string {
  return words.sellingDays(sellingDaysSoFar, sellingDays);
}

/** Under another figure: the month's units and its pace in one short line. */
export function describeMonth(sales: Month): { lines: string[]; more: string } {
  const month = formatMonthTick(sales.monthUnderWay.month, false);
  return {
    lines: [words.inMonthWithPace(writeFigure(sales.monthToDate), month, writeFigure(sales.monthPace))],
    more: describeInFull(sales),
  };
}

/** Under the month's own units: the pace, and what the same month of last year ended with. */
export function describePace(sales: Month): { lines: string[]; more: string } {
  const { month, unitsYearBefore } = sales.monthUnderWay;
  const lastYear = words.inMonth(formatCount(unitsYearBefore), formatPeriod(addPeriods(month, -12)));
  return {
    lines: [words.onPace(writeFigure(sales.monthPace)), ...(unitsYearBefore === null ? [] : [lastYear])],
    more: describeInFull(sales),
  };
}

function describeInFull(sales: Month): string {
  const { month, unitsYearBefore } = sales.monthUnderWay;
  const soFar = words.inFull(
    formatPeriod(month),
    writeFigure(sales.monthToDate),
    writeFigure(sales.monthPace),
    describeSellingDays(sales.monthUnderWay),
  );
  if (unitsYearBefore === null) return soFar;
  return words.inFullWithLastYear(soFar, formatPeriod(addPeriods(month, -12)), formatCount(unitsYearBefore));
}
