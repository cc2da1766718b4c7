/** How a figure is written on paper: in full, so that it can be checked, with what it rests on beside it. */
import type { Figure } from '@shared/contract/primitives';
import {
  formatCount,
  formatDecimal,
  formatMoney,
  formatPercent,
  formatQuantity,
  MISSING,
} from '../lib/format';
import { texts } from '../texts/texts';

const words = texts.report.review.basis;

export function writeFigure({ value, unit }: Figure): string {
  if (value === null) return MISSING;
  switch (unit) {
    case 'units':
      return formatCount(value);
    case 'cents':
      return formatMoney(value);
    case 'cents_per_day':
      return words.aDay(formatMoney(value));
    case 'days':
      return words.days(formatCount(value));
    case 'ratio':
      return formatPercent(value, 1);
    case 'turns_per_year':
      return words.aYear(formatDecimal(value));
  }
}

/** `from 212 units · 45 days`, or the reason why there is no value. */
export function writeBasis({ value, sampleSize, windowDays, note }: Figure): string {
  if (value === null) return note ?? words.unknown;
  const window = windowDays === null ? null : words.window(windowDays);
  return [words.from(formatQuantity(sampleSize, 'unit')), window, note].filter(Boolean).join(' · ');
}
