import type { StoreSettings } from '@shared/contract/stores';

/**
 * Settings a store starts with. Age buckets and day targets follow what the trade commonly uses: new 60 days'
 * supply of the right units, used 45; used cars count as aged after 60 days, new ones after 90. Limits start
 * unset (null): the plan says that they are unlimited until someone sets them. That one buyer in ten takes another
 * build of the model when his is missing is an assumption: a single store's sales are too few to measure it. A
 * lender's curtailments differ by contract, so none are assumed.
 */
export const defaultStoreSettings: StoreSettings = {
  zip: null,
  floorPlanAnnualRate: 0.075,
  daysInYear: 365,
  floorPlanFreeDays: 0,
  otherHoldingCostPerDayCents: 1500,
  packNewCents: 0,
  packUsedCents: 0,
  ageBucketsNew: [30, 60, 90, 120, 180],
  ageBucketsUsed: [15, 30, 45, 60, 90],
  targetDaysSupplyNew: 60,
  targetDaysSupplyUsed: 45,
  targetUnitsNew: null,
  targetUnitsUsed: null,
  agedDaysNew: 90,
  agedDaysUsed: 60,
  daysSupplyWindowDays: 45,
  orderBudgetCents: null,
  lotPlaces: null,
  closedWeekdays: [0],
  closedDays: [],
  orderToDeliveryDays: 60,
  reviewPeriodDays: 30,
  lostSaleCostCents: 0,
  substitutionShare: 0.1,
  curtailmentsNew: [],
  curtailmentsUsed: [],
  tradeTakenShare: 0.5,
  tradeCostCents: 40_000,
  isExploring: false,
  orderingProfiles: [],
  treatDeparturesAsSales: false,
};
