/** `plan`. */
export const plan = {
  help: {
    plan: {
      description: 'the factory order: what to order under the limits, and why',
      budget: 'money for the order; "unlimited" lifts the limit',
      places: 'places on the lot; "unlimited" lifts the limit',
      constraints: 'more limits, as JSON',
    },
  },
  badLimit: {
    places: (text: string) =>
      `--places must be a whole number that is not negative, or unlimited; not "${text}".`,
    budgetCents: (text: string) =>
      `--budget must be an amount in dollars that is not negative, or unlimited; not "${text}".`,
  },
  badConstraints: {
    message: (file: string, reason: string) => `${file} holds no valid list of limits: ${reason}`,
    nextStep: 'doso template constraints prints an example.',
  },
  heading: (plan: { id: string; day: string; units: string; cost: string; net: string }) =>
    `Order plan ${plan.id} as of ${plan.day}: ${plan.units} units, ${plan.cost}, expected net ${plan.net}`,
  columns: ['Build', 'Order', 'Without limits', 'Score', 'Expected net', 'Why'],
  shadowPrice: (limit: string, step: string, worth: string) => `${limit}: ${step} is worth ${worth}`,
  sensitivity: (at: { demand: string; value: string; bestUnits: string; bestValue: string }) =>
    `At ${at.demand} % of the demand this order is worth ${at.value}; the best, of ${at.bestUnits} units, ${at.bestValue}`,
  percent: (value: string) => `${value} %`,
  unlimited: 'unlimited',
  limit: (limit: { label: string; used: string; bound: string; source: string }) =>
    `${limit.label}: ${limit.used} of ${limit.bound} (${limit.source})`,
};
