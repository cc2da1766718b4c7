/**
 * The words of a replay: the same months of the same store, lived through once under each ordering policy. Days are
 * counted from the world's `epoch`, builds by their place in `world.builds`; money is cents. Nothing here knows a
 * database or a clock, and chance comes in as `Chance`, drawn once and met by every policy alike.
 */
import type { ScoreWeights } from '@shared/contract/learning';
import type { PlanConstraint } from '@shared/contract/plan-limits';
import type { StoreSettings } from '@shared/contract/stores';
import type { Build } from '@shared/domain/build';
import type { CalendarDay } from '@shared/domain/calendar-day';
import type { PolicyName } from '@shared/domain/ordering-policy';
import type { AllocationGroup, ConfigurationKey, MarketFact } from '../planning/types';

export type { PolicyName } from '@shared/domain/ordering-policy';

export type WorldBuild = {
  key: ConfigurationKey;
  build: Build;
  /** Mean gross of a sale before it erodes with age. */
  grossCents: number;
  unitCostCents: number;
};

/** A unit that has come in. `soldDay` and `grossCents` are null while it stands. */
export type LotUnit = {
  build: number;
  /** Null for a unit whose order is not known. */
  orderedDay: number | null;
  receivedDay: number;
  soldDay: number | null;
  grossCents: number | null;
};

/** A unit ordered, by the store or pushed by the maker. It is seen on the way from `orderedDay` on. */
export type OrderedUnit = { build: number; orderedDay: number; arrivesDay: number };

/**
 * Somebody who wants one build on one day, and buys it when it stands there. `mind`, 0..1, tells who would take another
 * build of the model: those below the store's substitution share.
 */
export type Customer = { day: number; build: number; grossNoiseCents: number; mind: number };

export type ReplayWorld = {
  epoch: CalendarDay;
  openingDay: number;
  /** Replayed days: from `openingDay` to `openingDay + days - 1`. */
  days: number;
  builds: readonly WorldBuild[];
  /** Units received before the opening; those without a sale stand there at the opening. */
  history: readonly LotUnit[];
  /** What comes in whatever the policy: on order at the opening, or pushed by the maker at a launch. */
  pipeline: readonly OrderedUnit[];
  /** What the store itself received after that; null for a store that never was. */
  actual: readonly OrderedUnit[] | null;
  settings: StoreSettings;
  /** Cents of gross that a unit loses for each day beyond the target days. */
  erosionPerDayCents: number;
  /** Units that the maker allots in each cycle; null is no limit. */
  allocation: readonly Omit<AllocationGroup, 'taken'>[] | null;
  constraints: readonly PlanConstraint[];
  marketFacts: readonly MarketFact[];
  /** Score weights and tilt at the opening. */
  weights: ScoreWeights;
  tilt: number;
};

/** All that policies cannot choose. */
export type Chance = {
  /** In the order of days. */
  customers: readonly Customer[];
  /** Days from order to arrival of the n-th unit of a build that is ordered in a cycle. */
  leadDaysOf: (build: number, cycle: number, nth: number) => number;
  /** Mean customers a day, by build and day since the opening, and the spread of that mean. */
  rateOf: (build: number, day: number) => number;
  rateDispersion: number;
};

/** What can be seen on the morning of an ordering day. */
export type LotView = {
  day: number;
  /** 0 on the opening day. */
  cycle: number;
  /** Every unit received so far, in the order of receipt. */
  units: readonly LotUnit[];
  /** Units standing, by build. */
  onHand: readonly number[];
  /** Ordered and not here. When it comes is known to chance alone: policies count from `orderedDay`. */
  pipeline: readonly OrderedUnit[];
  /** Lot places free for this order; null is no limit. */
  places: number | null;
};

/** Quantities to order now, by build. Whatever breaks a limit is cut off, last wish first. */
export type Policy = {
  name: PolicyName;
  order: (view: LotView) => number[];
  /** How often it put other weights in use so far; policies that do not learn have none. */
  weightChanges?: () => number;
};

/** One life of the store. */
export type ReplayRun = {
  policy: PolicyName;
  /** Units there at the opening or later. */
  units: LotUnit[];
  lostSales: number;
  orderedUnits: number;
  weightChanges: number;
};
