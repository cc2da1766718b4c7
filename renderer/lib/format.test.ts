import { describe, expect, it } from 'vitest';
import {
  chartSeparators,
  describeAge,
  formatBytes,
  formatCount,
  formatDay,
  formatDays,
  formatDecimal,
  formatExpected,
  formatMoney,
  formatMoneyCompact,
  formatMonthTick,
  formatPercent,
  formatPeriod,
  formatQuantity,
  formatScore,
  formatSigned,
  localDay,
  moneyTicks,
  monthNames,
  spellDays,
} from './format';

describe('numbers', () => {
  it('writes expected units whole, and a little as little', () => {
    expect([577.3, 0.9, 0.2, 0, null].map(formatExpected)).toEqual(['577', '1', 'under 1', '0', '–']);
  });

  it('writes a score of 100', () => {
    expect([0.73, null].map(formatScore)).toEqual(['73', '–']);
  });

  it('spells the days of a sentence, and leaves what is none', () => {
    expect(spellDays('2026-10-31 to 2027-01-29, plan 2026-13-01 of cycle 2026-11')).toBe(
      'Oct 31, 2026 to Jan 29, 2027, plan 2026-13-01 of cycle 2026-11',
    );
  });

  it('writes a missing value as a dash', () => {
    expect([formatCount(null), formatMoney(undefined), formatPercent(Number.NaN)]).toEqual(['–', '–', '–']);
  });

  it('writes money in whole dollars with a typographic minus', () => {
    expect(formatMoney(3_412_050)).toBe('$34,121');
    expect(formatMoney(-41_200)).toBe('−$412');
  });

  it('shortens money from ten thousand dollars on', () => {
    expect(formatMoneyCompact(999_900)).toBe('$9,999');
    expect(formatMoneyCompact(3_412_050)).toBe('$34.1K');
    expect(formatMoneyCompact(982_345_678)).toBe('$9.82M');
  });

  it('keeps the sign of a change', () => {
    expect([formatSigned(3), formatSigned(-2), formatSigned(0)]).toEqual(['+3', '−2', '0']);
  });

  it('agrees the noun with the number', () => {
    expect([
      formatDays(1),
      formatDays(62.4),
      formatQuantity(1, 'unit'),
      formatQuantity(1200, 'unit'),
    ]).toEqual(['1 day', '62 days', '1 unit', '1,200 units']);
  });

  it('writes sizes', () => {
    expect([formatBytes(12), formatBytes(2048), formatBytes(3_500_000)]).toEqual([
      '12 bytes',
      '2 KB',
      '3.3 MB',
    ]);
  });
});

describe('days and periods', () => {
  it('never shifts a calendar day', () => {
    expect(formatDay('2026-01-01')).toBe('Jan 1, 2026');
    expect(formatDay('2026-12-31')).toBe('Dec 31, 2026');
  });

  it('names a month, and a week by its Monday', () => {
    expect(formatPeriod('2026-06')).toBe('Jun 2026');
    expect(formatPeriod('2026-W01')).toBe('Dec 29, 2025');
  });

  it('says how old the data is', () => {
    expect(describeAge('2026-07-01', '2026-07-01')).toBe('today');
    expect(describeAge('2026-06-30', '2026-07-01')).toBe('yesterday');
    expect(describeAge('2026-06-01', '2026-07-01')).toBe('30 days old');
    expect(describeAge('2026-07-02', '2026-07-01')).toBe('today');
  });

  it('takes the day from the local parts of an instant', () => {
    expect(localDay(new Date(2026, 0, 5, 23, 59))).toBe('2026-01-05');
  });
});

describe('what a chart writes itself', () => {
  it('marks decimals, thousands and dollars as the texts do', () => {
    expect(chartSeparators).toBe('.,');
    expect(moneyTicks).toEqual({ tickprefix: '$', ticksuffix: '' });
  });

  it('names months, and the year under the first and every January', () => {
    expect(monthNames().join(' ')).toBe('Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec');
    expect([formatMonthTick('2026-08', true), formatMonthTick('2026-09', false)]).toEqual([
      'Aug<br>2026',
      'Sep',
    ]);
    expect(formatMonthTick('2027-01', false)).toBe('Jan<br>2027');
  });

  it('writes up to three decimals', () => {
    expect([formatDecimal(-0.0456, 3), formatDecimal(1, 2), formatDecimal(2.25)]).toEqual([
      '−0.046',
      '1.00',
      '2.3',
    ]);
  });
});
