import { dayFromNumber } from '@shared/domain/calendar-day';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type DayFormat, parseDay, weighDayOrder } from './days';

const US: DayFormat = { order: 'mdy', latestYear: 2036, timeZone: 'America/New_York' };
const UK: DayFormat = { ...US, order: 'dmy' };

describe('parseDay', () => {
  it.each([
    ['9/2/2025', '2025-09-02'],
    ['09/02/25', '2025-09-02'],
    ['9-2-2025', '2025-09-02'],
    ['9/2/2025 4:15:00 PM', '2025-09-02'],
    ['2025-09-02', '2025-09-02'],
    ['2025-09-02T23:30:00', '2025-09-02'],
    ['20250902', '2025-09-02'],
    ['09022025', '2025-09-02'],
    ['02-SEP-25', '2025-09-02'],
    ['Sep 2, 2025', '2025-09-02'],
    // Excel's serial 45747 is 45,747 days after 1899-12-30.
    ['45747', '2025-03-31'],
    ['45747.5', '2025-03-31'],
  ])('reads %s', (text, day) => {
    expect(parseDay(text, US)).toBe(day);
  });

  it("takes an instant's day in the store's zone: 02:30 in London is the evening before in New York", () => {
    expect(parseDay('2025-09-03T02:30:00Z', US)).toBe('2025-09-02');
    expect(parseDay('2025-09-03T00:00:00Z', US)).toBe('2025-09-03');
  });

  it('reads day first where the column says so', () => {
    expect(parseDay('9/2/2025', UK)).toBe('2025-02-09');
  });

  it('puts two-digit years past the latest year into the last century', () => {
    expect(parseDay('1/1/36', US)).toBe('2036-01-01');
    expect(parseDay('1/1/37', US)).toBe('1937-01-01');
  });

  it.each(['0', '00010101', '00/00/0000', '1/1/0001', '0001-01-01T00:00:00'])(
    'takes %s as no date',
    (text) => {
      expect(parseDay(text, US)).toBeNull();
    },
  );

  it.each(['13/13/2025', '2025-02-30', 'soon', '123', '2/30/2025'])('refuses %s', (text) => {
    expect(parseDay(text, US)).toBeUndefined();
  });

  it('reads back every day in either order', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 24_000 }), (number) => {
        const day = dayFromNumber(number);
        const [year, month, date] = day.split('-').map(Number);
        expect(parseDay(`${month}/${date}/${year}`, US)).toBe(day);
        expect(parseDay(`${date}.${month}.${year}`, UK)).toBe(day);
        expect(parseDay(day.replaceAll('-', ''), US)).toBe(day);
      }),
    );
  });
});

describe('weighDayOrder', () => {
  it('counts values that can be read one way only', () => {
    expect(weighDayOrder(['1/13/2025', '13/1/2025', '2/3/2025', '2/2/2025', 'x'])).toEqual({
      mdy: 1,
      dmy: 1,
      ambiguous: 1,
    });
  });
});
