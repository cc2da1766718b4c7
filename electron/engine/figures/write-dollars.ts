import type { Cents } from '@shared/domain/money';
import { LOCALE } from '@shared/texts/locale';

const WHOLE = new Intl.NumberFormat(LOCALE, {
  style: 'currency',
  currency: 'USD',
  maximumFractionDigits: 0,
});

/** Whole dollars for a sentence: `$12,345`. */
export function writeDollars(cents: Cents): string {
  return WHOLE.format(cents / 100);
}
