import type { StoreSettings } from '@shared/contract/stores';

type Field = { label: string; unit: string; hint?: string };
type Typed = Omit<
  StoreSettings,
  'isExploring' | 'orderingProfiles' | 'treatDeparturesAsSales' | 'closedWeekdays'
>;

const named: Record<keyof Typed, Field> = {
  floorPlanAnnualRate: { label: 'Floor-plan rate', unit: '% a year' },
  daysInYear: { label: 'Year of the lender', unit: 'days' },
  floorPlanFreeDays: { label: 'Interest-free', unit: 'days' },
  otherHoldingCostPerDayCents: {
    label: 'Other holding cost',
    unit: '$ a day',
    hint: 'For each unit: insurance, lot, upkeep',
  },
  packNewCents: { label: 'Pack, new', unit: '$ a unit' },
  packUsedCents: { label: 'Pack, used', unit: '$ a unit' },
  ageBucketsNew: { label: 'Age buckets, new', unit: 'days', hint: 'Upper ends; the last bucket is open' },
  ageBucketsUsed: { label: 'Age buckets, used', unit: 'days' },
  agedDaysNew: { label: 'New units are aged after', unit: 'days' },
  agedDaysUsed: { label: 'Used units are aged after', unit: 'days' },
  targetUnitsNew: { label: 'Sales target, new', unit: 'units a month', hint: 'Empty: no target' },
  targetUnitsUsed: { label: 'Sales target, used', unit: 'units a month' },
  targetDaysSupplyNew: { label: 'Target days supply, new', unit: 'days' },
  targetDaysSupplyUsed: { label: 'Target days supply, used', unit: 'days' },
  daysSupplyWindowDays: { label: 'Sales window of days supply', unit: 'days' },
  orderBudgetCents: { label: 'Budget for an order', unit: '$', hint: 'Empty: unlimited' },
  lotPlaces: { label: 'Places on the lot', unit: 'units', hint: 'Empty: unlimited' },
  orderToDeliveryDays: { label: 'Order to delivery', unit: 'days' },
  reviewPeriodDays: { label: 'Between orders', unit: 'days' },
  substitutionShare: {
    label: 'Buyers who take another build',
    unit: '%',
    hint: 'Of the same model, when theirs is not there',
  },
  lostSaleCostCents: {
    label: 'Cost of a lost buyer',
    unit: '$',
    hint: 'Beyond the gross: trade-in, service, allocation',
  },
  tradeTakenShare: {
    label: 'Offered units that are taken',
    unit: '%',
    hint: 'Of a kind that sells within a month for sure; of slower ones fewer',
  },
  tradeCostCents: { label: 'Cost of a trade', unit: '$', hint: 'Transport and preparation' },
  curtailmentsNew: {
    label: 'Curtailments, new',
    unit: 'day: %',
    hint: 'Days in stock and share of cost to repay: 180: 10, 270: 10',
  },
  curtailmentsUsed: { label: 'Curtailments, used', unit: 'day: %' },
  zip: {
    label: 'The store stands in',
    unit: 'ZIP',
    hint: 'For distances to buyers. Empty: the middle of the buyers',
  },
  closedDays: { label: 'Closed days', unit: 'YYYY-MM-DD, …' },
};

/** Words of the fields of a store's settings, each with its unit. */
export const fields = {
  groups: {
    holding: 'Holding cost',
    age: 'Age',
    targets: 'Targets',
    order: 'Order',
    trades: 'Dealer trades',
    curtailments: 'Curtailments',
    market: 'Market',
    closed: 'Closed',
  },
  named,
  closedOn: 'Closed on',
};
