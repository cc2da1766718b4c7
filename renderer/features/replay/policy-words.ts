/** Policies as a dealer says them, and what each comparison means. */
import type { PolicyComparison, PolicyName, PolicyResult } from '@shared/contract/replay';
import { formatMoneyCompact } from '../../lib/format';

export const POLICY_WORDS: Record<PolicyName, { label: string; meaning: string }> = {
  what_the_store_did: { label: 'What the store did', meaning: 'Its own deliveries, as they came' },
  replace_what_sold: {
    label: 'Replace what sold',
    meaning: 'One ordered for each one sold since the last order',
  },
  sixty_days_supply: {
    label: "60 days' supply",
    meaning: 'Each model up to 60 days’ supply on arrival, at the rate of the last 90 days',
  },
  doso_fixed: { label: 'DOSO', meaning: 'Its forecast and order plan, with the weights of the first day' },
  doso_learning: { label: 'DOSO, learning', meaning: 'The same, with weights learned on the way' },
  oracle: { label: 'True demand rates', meaning: 'A bound: DOSO if it knew the mean demand of every build' },
  perfect_foresight: { label: 'Perfect foresight', meaning: 'A bound: every customer known beforehand' },
};

export function isBound(policy: PolicyName): boolean {
  return policy === 'oracle' || policy === 'perfect_foresight';
}

/** Against what a result is compared: what the store did, else the plainest rule. */
export function rivalOf({ policy: own, against }: PolicyResult): PolicyComparison | null {
  if (own === 'what_the_store_did') return null;
  return (
    against.find(({ policy }) => policy === 'what_the_store_did') ??
    against.find(({ policy }) => policy === 'replace_what_sold') ??
    null
  );
}

/** `+$120K ($80K to $160K)`: the mean difference and its 95 % interval. */
export function describeDifference({ differenceCents: { mean, low, high } }: PolicyComparison): string {
  const signed = `${mean > 0 ? '+' : ''}${formatMoneyCompact(mean)}`;
  return `${signed} (${formatMoneyCompact(low)} to ${formatMoneyCompact(high)})`;
}

/** Whether the interval leaves zero out, and on which side. */
export function verdictOf({ differenceCents: { low, high } }: PolicyComparison): 'better' | 'worse' | 'open' {
  if (low > 0) return 'better';
  return high < 0 ? 'worse' : 'open';
}
