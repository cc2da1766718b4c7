/** A store of two builds of one model, ten days into its life, for tests: one unit of each stands there. */
import { EMPTY_BUILD } from '@shared/domain/build';
import { configurationKey } from '../planning/configuration-tree';
import { defaultStoreSettings } from '../stores/default-store-settings';
import type { Chance, LotUnit, Policy, ReplayWorld } from './types';

const builds = ['Base', 'Plus'].map((trim) => ({ ...EMPTY_BUILD, make: 'Aster', model: 'One', trim }));

export const smallWorld: ReplayWorld = {
  epoch: '2026-01-01',
  openingDay: 10,
  days: 60,
  builds: builds.map((build) => ({
    key: configurationKey(build),
    build,
    grossCents: 300_000,
    unitCostCents: 3_650_000,
  })),
  history: [0, 1].map((build) => ({
    build,
    orderedDay: null,
    receivedDay: 0,
    soldDay: null,
    grossCents: null,
  })),
  pipeline: [],
  actual: null,
  settings: {
    ...defaultStoreSettings,
    // $36,500 at 10 % over 365 days is $10 a day; with $5 of other cost a unit costs $15 a day.
    floorPlanAnnualRate: 0.1,
    otherHoldingCostPerDayCents: 500,
    targetDaysSupplyNew: 40,
    agedDaysNew: 50,
    reviewPeriodDays: 30,
    orderToDeliveryDays: 20,
  },
  erosionPerDayCents: 1000,
  allocation: null,
  constraints: [],
  marketFacts: [],
  weights: { gross: 0.25, daysToTurn: 0.25, market: 0.25, forecast: 0.25 },
  tilt: 0,
};

/** Customers as [day, build]; every delivery takes 20 days. */
export function chanceOf(customers: readonly (readonly [number, number])[]): Chance {
  return {
    customers: customers.map(([day, build]) => ({ day, build, grossNoiseCents: 0, mind: 0.5 })),
    leadDaysOf: () => 20,
    rateOf: () => 0.02,
    rateDispersion: 0,
  };
}

export function policyOf(order: Policy['order']): Policy {
  return { name: 'replace_what_sold', order };
}

export function soldUnit(build: number, receivedDay: number, soldDay: number): LotUnit {
  return { build, orderedDay: null, receivedDay, soldDay, grossCents: 300_000 };
}
