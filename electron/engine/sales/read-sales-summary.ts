/** Sales figures of a store over a window that ends on a day, one summary for new and one for used. */
import type { Condition } from '@shared/contract/primitives';
import type { SalesSummary } from '@shared/contract/sales';
import { type CalendarDay, daysBetween } from '@shared/domain/calendar-day';
import {
  addPeriods,
  firstDay,
  lastDay,
  periodFromOrdinal,
  periodOf,
  periodOrdinal,
  periodRange,
} from '@shared/domain/period';
import type { DbOrTransaction } from '../database/database';
import { assertDataBy } from '../figures/assert-data-by';
import { toFigure } from '../figures/figure-definition';
import type { ResolvedScope } from '../stores/resolve-scope';
import { salesFigures as figures } from './figure-definitions';
import {
  type MonthRow,
  readDealCounts,
  readExcludedDeals,
  readFirstSaleDay,
  readSalesMonths,
  readUnsoldStays,
} from './read-sales-rows';
import { monthPace, type OpeningDays, sellingDaysOfMonth } from './selling-days';
import { modelsOf, type SalesTotals, soldDays, totalsOf } from './sum-deals';
import { survivalMedianDays, type WatchedUnits, watchedUnits } from './survival-median';

/** This many months are shown, the one that is running included. */
const MONTHS_SHOWN = 37;

export async function readSalesSummaries(
  db: DbOrTransaction,
  { store, asOf, settings, filter }: ResolvedScope,
  windowDays: number,
): Promise<SalesSummary[]> {
  await assertDataBy(db, { store, asOf });
  const window = { storeId: store.id, asOf, days: windowDays, filter };
  const { deals, entries } = await readDealCounts(db, window);
  const excluded = await readExcludedDeals(db, window);
  const unsold = await readUnsoldStays(db, window);
  const firstMonth = await firstShownMonth(db, store.id, asOf);
  const monthRows = await readSalesMonths(db, store.id, firstDay(firstMonth), asOf, filter);
  return (['new', 'used'] as const).map((condition) => {
    const ofCondition = <Row extends { condition: Condition }>(row: Row) => row.condition === condition;
    const standing = watchedUnits(unsold.filter(ofCondition));
    const months = toMonths(firstMonth, asOf, monthRows.filter(ofCondition));
    const pack = condition === 'new' ? settings.packNewCents : settings.packUsedCents;
    return {
      condition,
      ...toFigures(condition, windowDays, totalsOf(deals.filter(ofCondition)), pack),
      survivalMedianDaysToTurn: survivalFigure(condition, windowDays, {
        entered: [...entries.filter(ofCondition), ...standing.entered],
        sold: soldDays(deals.filter(ofCondition)),
        unsold: standing.unsold,
      }),
      ...toMonthUnderWay(condition, asOf, settings, months),
      months,
      models: modelsOf(deals.filter(ofCondition)),
      excluded: excluded.filter(ofCondition).map(({ condition: _, ...row }) => row),
    };
  });
}

function toFigures(
  condition: Condition,
  windowDays: number,
  totals: SalesTotals | undefined,
  packCents: number,
) {
  const noSales = totals ? null : `no sales in ${windowDays} days`;
  const noDays = totals?.withDays === 0 ? 'no sold unit has a received date' : noSales;
  const packNote =
    packCents > 0 ? `a pack of $${(packCents / 100).toFixed(0)} a unit is not added back` : null;
  const perUnit = (cents: number | null | undefined, sampleSize = 0) => ({
    value: sampleSize > 0 && cents !== null && cents !== undefined ? cents / sampleSize : null,
    sampleSize,
    windowDays,
    note: sampleSize > 0 ? null : (noSales ?? 'no deal states it'),
  });
  const days = totals?.medianDays ?? null;
  const withDays = totals?.withDays ?? 0;
  const front = perUnit(totals?.frontGrossCents, totals?.withFront);
  const total = perUnit(totals?.totalGrossCents, totals?.withTotal);
  return {
    unitsSold: toFigure(figures.unitsSold, condition, {
      value: totals?.units ?? 0,
      sampleSize: totals?.units ?? 0,
      windowDays,
    }),
    frontGrossPerUnit: toFigure(figures.frontGrossPerUnit, condition, {
      ...front,
      note: front.note ?? packNote,
    }),
    backGrossPerUnit: toFigure(
      figures.backGrossPerUnit,
      condition,
      perUnit(totals?.backGrossCents, totals?.withBack),
    ),
    totalGrossPerUnit: toFigure(figures.totalGrossPerUnit, condition, total),
    totalGross: toFigure(figures.totalGross, condition, {
      ...total,
      value: total.value === null ? null : (totals?.totalGrossCents ?? null),
    }),
    medianDaysToTurn: toFigure(figures.medianDaysToTurn, condition, {
      value: days,
      sampleSize: withDays,
      windowDays,
      note: noDays,
    }),
    turnFromDays: toFigure(figures.turnFromDays, condition, {
      value: days ? 365 / days : null,
      sampleSize: withDays,
      windowDays,
      note: noDays ?? (days === 0 ? 'the median is 0 days' : null),
    }),
  };
}

function survivalFigure(condition: Condition, windowDays: number, watched: WatchedUnits) {
  const value = survivalMedianDays(watched);
  return toFigure(figures.survivalMedianDaysToTurn, condition, {
    value,
    sampleSize: watched.entered.reduce((sum, { units }) => sum + units, 0),
    windowDays,
    note: value === null ? 'fewer than half of the units would be sold at any age seen' : null,
  });
}

function toMonthUnderWay(
  condition: Condition,
  asOf: CalendarDay,
  closed: OpeningDays,
  months: SalesSummary['months'],
) {
  const month = periodOf(asOf, 'month');
  const unitsIn = (wanted: string) => months.find((row) => row.month === wanted)?.units;
  const units = unitsIn(month) ?? 0;
  const days = sellingDaysOfMonth(asOf, closed);
  const counted = { sampleSize: units, windowDays: daysBetween(firstDay(month), asOf) + 1 };
  const value = monthPace(units, days);
  return {
    monthToDate: toFigure(figures.monthToDate, condition, { value: units, ...counted }),
    monthPace: toFigure(figures.monthPace, condition, {
      value,
      ...counted,
      note: value === null ? 'no selling day in the month yet' : `${days.soFar} of ${days.all} selling days`,
    }),
    monthUnderWay: {
      month,
      sellingDaysSoFar: days.soFar,
      sellingDays: days.all,
      unitsYearBefore: unitsIn(addPeriods(month, -12)) ?? null,
    },
  };
}

/** Every month from `first` on, those without a sale as zeros. */
function toMonths(first: string, asOf: CalendarDay, rows: readonly MonthRow[]): SalesSummary['months'] {
  const byMonth = new Map(rows.map((row) => [row.month, row]));
  return periodRange(first, periodOf(asOf, 'month')).map((month) => {
    const row = byMonth.get(month);
    return {
      month,
      units: row?.units ?? 0,
      frontGrossCents: row?.frontGrossCents ?? 0,
      backGrossCents: row?.backGrossCents ?? 0,
      totalGrossCents: row?.totalGrossCents ?? 0,
      isComplete: lastDay(month) <= asOf,
    };
  });
}

async function firstShownMonth(db: DbOrTransaction, storeId: number, asOf: CalendarDay): Promise<string> {
  const last = periodOrdinal(periodOf(asOf, 'month'));
  const firstSale = (await readFirstSaleDay(db, storeId)) ?? asOf;
  const firstOfSales = periodOrdinal(periodOf(firstSale, 'month'));
  return periodFromOrdinal(Math.min(last, Math.max(last + 1 - MONTHS_SHOWN, firstOfSales)), 'month');
}
