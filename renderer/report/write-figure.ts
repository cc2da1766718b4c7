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

export function writeFigure({ value, unit }: Figure): string {
  if (value === null) return MISSING;
  switch (unit) {
    case 'units':
      return formatCount(value);
    case 'cents':
      return formatMoney(value);
    case 'cents_per_day':
      return `${formatMoney(value)} a day`;
    case 'days':
      return `${formatCount(value)} days`;
    case 'ratio':
      return formatPercent(value, 1);
    case 'turns_per_year':
      return `${formatDecimal(value)} a year`;
  }
}

/** `from 212 units · 45 days`, or the reason why there is no value. */
export function writeBasis({ value, sampleSize, windowDays, note }: Figure): string {
  if (value === null) return note ?? 'not known';
  const window = windowDays === null ? null : `${windowDays} days`;
  return [`from ${formatQuantity(sampleSize, 'unit')}`, window, note].filter(Boolean).join(' · ');
}
