/** What a replay reads from the store's records: plain rows as of a day, before they become a world. */
import type { ScoreWeights } from '@shared/contract/learning';
import type { PlanConstraint } from '@shared/contract/plan-limits';
import type { StoreSettings } from '@shared/contract/stores';
import type { Build } from '@shared/domain/build';
import type { CalendarDay } from '@shared/domain/calendar-day';
import type { AllocationGroup, ConfigurationKey, MarketFact } from '../planning/types';

export type HistoricUnit = {
  configuration: ConfigurationKey;
  /** Null when the in-date of a sold unit is unknown. */
  receivedOn: CalendarDay | null;
  /** Null while it stands. */
  soldOn: CalendarDay | null;
  grossCents: number | null;
  costCents: number | null;
};

export type StoreHistory = {
  asOf: CalendarDay;
  settings: StoreSettings;
  builds: { key: ConfigurationKey; build: Build }[];
  /** New units sold at retail or leased, and those standing on `asOf`. */
  units: HistoricUnit[];
  /** Used units on the lot on `asOf`: they take places that new ones cannot have. */
  usedOnLot: number;
  /** Days from order to arrival of arrived orders. */
  leadDays: number[];
  allocation: Omit<AllocationGroup, 'taken'>[] | null;
  constraints: PlanConstraint[];
  marketFacts: MarketFact[];
  weights: ScoreWeights;
  tilt: number;
};
