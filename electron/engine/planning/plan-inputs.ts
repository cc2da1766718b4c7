/** Everything a plan is made from, as plain data: what is read from the database once and handed to a worker. */
import type { ScoreWeights } from '@shared/contract/learning';
import type { PlanConstraint } from '@shared/contract/plan';
import type { StoreSettings } from '@shared/contract/stores';
import type { Build } from '@shared/domain/build';
import type { CalendarDay } from '@shared/domain/calendar-day';
import type { AllocationGroup } from './constraints';
import type {
  ConfigurationKey,
  InvoicedUnit,
  MarketFact,
  PipelineUnit,
  SoldUnit,
  StockStay,
  TrimForecast,
} from './types';

export type PlanInputs = {
  /** The store's data date. */
  today: CalendarDay;
  settings: StoreSettings;
  weights: ScoreWeights;
  tilt: number;
  /** Every configuration the store has dealt in, with the model year that would be ordered now. */
  builds: { key: ConfigurationKey; build: Build }[];
  sales: SoldUnit[];
  stays: StockStay[];
  pipeline: PipelineUnit[];
  invoices: InvoicedUnit[];
  /** Days from order to arrival, by `modelKey`. */
  leadTimes: { model: string; days: number }[];
  /** Units standing on the lot, new and used, whatever their status. */
  unitsOnLot: number;
  allocation: { cycle: string; cycleDays: number; groups: AllocationGroup[] } | null;
  marketFacts: MarketFact[];
  forecasts: TrimForecast[];
  storedConstraints: PlanConstraint[];
  options: {
    budgetCents?: number | null | undefined;
    places?: number | null | undefined;
    constraints: PlanConstraint[];
  };
};
