/**
 * When a make takes orders. Cycles open every so many days, or monthly on one day of the month (the last where the month
 * is shorter), counted from a day on which one opened. Within the open days an order goes in today, else on the next
 * opening. The order has to reach until the opening after that.
 */
import type { OrderDates, OrderingCycle, OrderingProfile } from '@shared/contract/ordering-profile';
import { addDays, type CalendarDay, daysBetween } from '@shared/domain/calendar-day';
import { addPeriods, lastDay, periodOf } from '@shared/domain/period';

/** Days from today to the order, and from the order to the next one. */
export type MakeCycle = { make: string; waitDays: number; reviewDays: number };

/** @param usualDays between two orders where the calendar is not known and the make orders monthly */
export function orderDatesOf(
  { make, cycle }: Pick<OrderingProfile, 'make' | 'cycle'>,
  today: CalendarDay,
  usualDays: number,
): OrderDates {
  if (cycle.firstOn === null) {
    const nextOrderOn = addDays(today, cycle.everyDays ?? usualDays);
    return { make, orderOn: today, nextOrderOn, isScheduled: false };
  }
  const openingOf = (count: number) => openingAfter(cycle, cycle.firstOn ?? today, count);
  let count = Math.floor(daysBetween(cycle.firstOn, today) / (cycle.everyDays ?? 31));
  while (openingOf(count + 1) <= today) count += 1;
  while (openingOf(count) > today) count -= 1;
  const isOpen = daysBetween(openingOf(count), today) < cycle.openDays;
  return {
    make,
    orderOn: isOpen ? today : openingOf(count + 1),
    nextOrderOn: openingOf(isOpen ? count + 1 : count + 2),
    isScheduled: true,
  };
}

export function cycleOf({ make, orderOn, nextOrderOn }: OrderDates, today: CalendarDay): MakeCycle {
  return {
    make,
    waitDays: daysBetween(today, orderOn),
    reviewDays: Math.max(1, daysBetween(orderOn, nextOrderOn)),
  };
}

function openingAfter({ everyDays }: OrderingCycle, firstOn: CalendarDay, count: number): CalendarDay {
  if (everyDays !== null) return addDays(firstOn, count * everyDays);
  const month = addPeriods(periodOf(firstOn, 'month'), count);
  const sameDay = `${month}-${firstOn.slice(8)}`;
  const last = lastDay(month);
  return sameDay < last ? sameDay : last;
}
