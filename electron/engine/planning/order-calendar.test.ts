import { addDays, daysBetween } from '@shared/domain/calendar-day';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cycleOf, orderDatesOf } from './order-calendar';

const monthly = (firstOn: string | null, openDays: number) => ({
  make: 'Ford',
  cycle: { firstOn, everyDays: null, openDays },
});
const everyTen = { make: 'Toyota', cycle: { firstOn: '2026-01-05', everyDays: 10, openDays: 3 } };

describe('orderDatesOf', () => {
  it('goes in today where the calendar is not known', () => {
    expect(orderDatesOf(monthly(null, 7), '2026-10-31', 30)).toEqual({
      make: 'Ford',
      orderOn: '2026-10-31',
      nextOrderOn: '2026-11-30',
      isScheduled: false,
    });
  });

  it('waits for the next opening once the open days are over', () => {
    // Open from the 3rd to the 9th of each month.
    expect(orderDatesOf(monthly('2026-01-03', 7), '2026-10-09', 30)).toMatchObject({
      orderOn: '2026-10-09',
      nextOrderOn: '2026-11-03',
    });
    const late = orderDatesOf(monthly('2026-01-03', 7), '2026-10-10', 30);
    expect(late).toMatchObject({ orderOn: '2026-11-03', nextOrderOn: '2026-12-03', isScheduled: true });
    // 10 October to 3 November is 24 days; November has 30.
    expect(cycleOf(late, '2026-10-10')).toEqual({ make: 'Ford', waitDays: 24, reviewDays: 30 });
  });

  it('takes the last day of a month that is too short', () => {
    expect(orderDatesOf(monthly('2026-01-31', 1), '2026-02-01', 30)).toMatchObject({
      orderOn: '2026-02-28',
      nextOrderOn: '2026-03-31',
    });
  });

  it('counts cycles of days from any opening, also one to come', () => {
    // 5, 15, 25 January, ... 26 June is 17 cycles and 2 days after 5 January.
    expect(orderDatesOf(everyTen, '2026-06-26', 30)).toMatchObject({
      orderOn: '2026-06-26',
      nextOrderOn: '2026-07-04',
    });
    expect(orderDatesOf(everyTen, '2025-12-20', 30)).toMatchObject({ orderOn: '2025-12-26' });
  });

  it('never orders in the past, and the next order comes later', () => {
    const cycle = fc.record({
      firstOn: fc.integer({ min: -900, max: 900 }).map((days) => addDays('2026-01-31', days)),
      everyDays: fc.option(fc.integer({ min: 1, max: 92 })),
      openDays: fc.integer({ min: 1, max: 92 }),
    });
    fc.assert(
      fc.property(cycle, fc.integer({ min: 0, max: 1500 }), (of, days) => {
        const today = addDays('2025-01-01', days);
        const { orderOn, nextOrderOn } = orderDatesOf({ make: 'X', cycle: of }, today, 30);
        expect(orderOn >= today && nextOrderOn > orderOn).toBe(true);
        expect(daysBetween(today, orderOn)).toBeLessThanOrEqual(of.everyDays ?? 31);
      }),
    );
  });
});
