/** What a comparison of policies means, in words. */
import type { PolicyComparison } from '@shared/contract/replay';
import { texts } from '../texts/texts';
import { formatMoneyCompact } from './format';

/** `+$120K ($80K to $160K)`: the mean difference and its 95 % interval. */
export function describeDifference({ differenceCents: { mean, low, high } }: PolicyComparison): string {
  const signed = `${mean > 0 ? '+' : ''}${formatMoneyCompact(mean)}`;
  return texts.values.withInterval(signed, formatMoneyCompact(low), formatMoneyCompact(high));
}

/** Whether the interval leaves zero out, and on which side. */
export function verdictOf({ differenceCents: { low, high } }: PolicyComparison): 'better' | 'worse' | 'open' {
  if (low > 0) return 'better';
  return high < 0 ? 'worse' : 'open';
}
