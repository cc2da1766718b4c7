/** The ways of ordering that a replay compares, as a dealer says them. */

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

/** Nobody can order by a bound; it says how much could be gained at most. */
export function isBound(policy: PolicyName): boolean {
  return policy === 'oracle' || policy === 'perfect_foresight';
}

/** The policy as a table names it: a bound says that it is one. */
export function policyLabel(policy: PolicyName): string {
  return `${POLICY_WORDS[policy].label}${isBound(policy) ? ' (bound)' : ''}`;
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
