/**
 * How a maker takes orders: what its allocation fixes, what a dealer chooses, how orders are marked, and how often
 * they are taken. As the makers' dealers describe it; a store's own agreement may differ, so these only word the order
 * sheet and never limit a plan (limits and allocation do).
 */
export type OrderingProfile = {
  maker: string;
  /** What the allocation of a cycle fixes. */
  fixed: string;
  /** What the dealer still chooses on an allocated unit. */
  free: string;
  /** Marks of an order for stock and of one that a customer has bought. */
  stockPriority: string;
  soldPriority: string;
  cycle: string;
};

const GENERAL_MOTORS: OrderingProfile = {
  maker: 'General Motors',
  fixed: 'model group',
  free: 'trim, drivetrain, options and colours, within the week’s constraints',
  stockPriority: '99',
  soldPriority: '1',
  cycle: 'monthly consensus, allocation by week',
};
const FORD: OrderingProfile = {
  maker: 'Ford',
  fixed: 'body and engine, chosen in the first week of the cycle',
  free: 'options and colours, in the second week',
  stockPriority: '20 to 80',
  soldPriority: '19 or less',
  cycle: 'monthly; trucks by week from the order bank',
};
const TOYOTA: OrderingProfile = {
  maker: 'Toyota',
  fixed: 'model, trim and package',
  free: 'exterior colour and port options; interior colour seldom',
  stockPriority: 'stock',
  soldPriority: 'sold',
  cycle: 'about every ten days',
};
const STELLANTIS: OrderingProfile = {
  maker: 'Stellantis',
  fixed: 'model group',
  free: 'trim, options and colours',
  stockPriority: '99',
  soldPriority: '1',
  cycle: 'monthly, sold orders first',
};

const MAKERS: Record<string, OrderingProfile> = {
  chevrolet: GENERAL_MOTORS,
  gmc: GENERAL_MOTORS,
  buick: GENERAL_MOTORS,
  cadillac: GENERAL_MOTORS,
  ford: FORD,
  lincoln: FORD,
  toyota: TOYOTA,
  lexus: TOYOTA,
  chrysler: STELLANTIS,
  dodge: STELLANTIS,
  jeep: STELLANTIS,
  ram: STELLANTIS,
};

/** Null for a maker whose ordering is not described. */
export function orderingProfileOf(make: string): OrderingProfile | null {
  return MAKERS[make.toLowerCase()] ?? null;
}
