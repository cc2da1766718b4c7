import type { Cents } from '@shared/domain/money';

const WHOLE = new Intl.NumberFormat('en-US', {
  style: 'currency',
  currency: 'USD',
  maximumFractionDigits: 0,
});

/** Whole dollars for a sentence: `$12,345`. */
export function writeDollars(cents: Cents): string {
  return WHOLE.format(cents / 100);
}
