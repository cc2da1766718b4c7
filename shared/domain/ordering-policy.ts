/** The ways of ordering that a replay compares, as a dealer says them. */
import { sharedTexts } from '../texts/shared-texts';

const words = sharedTexts.policies;

/** In the order in which a reader compares them: what was, rules of thumb, DOSO, and two bounds. */
export const POLICY_NAMES = [
  'what_the_store_did',
  'replace_what_sold',
  'sixty_days_supply',
  'doso_fixed',
  'doso_learning',
  'oracle',
  'perfect_foresight',
] as const;
export type PolicyName = (typeof POLICY_NAMES)[number];

export const POLICY_WORDS: Readonly<Record<PolicyName, { label: string; meaning: string }>> = words.names;

/** Nobody can order by a bound; it says how much could be gained at most. */
export function isBound(policy: PolicyName): boolean {
  return policy === 'oracle' || policy === 'perfect_foresight';
}

/** The policy as a table names it: a bound says that it is one. */
export function policyLabel(policy: PolicyName): string {
  const { label } = POLICY_WORDS[policy];
  return isBound(policy) ? words.bound(label) : label;
}

/** Against what a result is compared: what the store did, else the plainest rule; null for the store itself. */
export function rivalOf<Comparison extends { policy: PolicyName }>({
  policy: own,
  against,
}: {
  policy: PolicyName;
  against: readonly Comparison[];
}): Comparison | null {
  if (own === 'what_the_store_did') return null;
  return (
    against.find(({ policy }) => policy === 'what_the_store_did') ??
    against.find(({ policy }) => policy === 'replace_what_sold') ??
    null
  );
}
