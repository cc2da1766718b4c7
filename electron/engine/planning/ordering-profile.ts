/**
 * How makes take orders, as their dealers describe it: what the dealer chooses on an allocated unit, and the codes that
 * orders carry. A store's own agreement may differ, so each make's profile can be changed in the settings. No make's
 * calendar is known beforehand; monthly, or every ten days for Toyota, says only how far an order has to reach.
 */
import {
  type OrderAttribute,
  type OrderingProfile,
  orderAttributes,
} from '@shared/contract/ordering-profile';

type Profile = Omit<OrderingProfile, 'make'>;

const MONTHLY: Profile['cycle'] = { firstOn: null, everyDays: null, openDays: 31 };
const ALL: OrderAttribute[] = [...orderAttributes];

/** Allocation by model group; sold orders 1, stock 99. */
const GENERAL_MOTORS: Profile = {
  free: ALL,
  stockPriority: { first: 99, last: 99 },
  soldPriority: { first: 1, last: 1 },
  cycle: MONTHLY,
};
/** Body and engine are chosen in the first week of a cycle, after that they are fixed; 99 is not eligible. */
const FORD: Profile = {
  free: ALL,
  stockPriority: { first: 20, last: 80 },
  soldPriority: { first: 3, last: 19 },
  cycle: { ...MONTHLY, openDays: 7 },
};
/** Trim and package come as allotted. */
const TOYOTA: Profile = {
  free: ['color'],
  stockPriority: null,
  soldPriority: null,
  cycle: { firstOn: null, everyDays: 10, openDays: 10 },
};
/** Sold orders first; 99 has no place in line. */
const STELLANTIS: Profile = { free: ALL, stockPriority: null, soldPriority: null, cycle: MONTHLY };
const UNKNOWN: Profile = { free: ALL, stockPriority: null, soldPriority: null, cycle: MONTHLY };

const MAKERS: Record<string, Profile> = {
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

/** The dealer's own profile of the make, else the one that is known of it, else one that fixes nothing. */
export function orderingProfileOf(make: string, own: readonly OrderingProfile[]): OrderingProfile {
  const given = own.find((profile) => isSameMake(profile.make, make));
  return given ?? { make, ...(MAKERS[make.toLowerCase()] ?? UNKNOWN) };
}

export function isOwnProfile(make: string, own: readonly OrderingProfile[]): boolean {
  return own.some((profile) => isSameMake(profile.make, make));
}

function isSameMake(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase();
}

/** What comes in the maker's mix. */
export function fixedAttributes({ free }: OrderingProfile): OrderAttribute[] {
  return orderAttributes.filter((name) => !free.includes(name));
}
