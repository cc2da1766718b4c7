import type { PolicyName } from '../../domain/ordering-policy';

const names: Readonly<Record<PolicyName, { label: string; meaning: string }>> = {
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

/** The ways of ordering that a replay compares, as a dealer says them. */
export const policies = {
  names,
  bound: (label: string) => `${label} (bound)`,
};
