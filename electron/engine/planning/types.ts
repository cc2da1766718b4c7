/**
 * The words of order planning. A plan's build is a configuration without model year and colours: model years of
 * one configuration share their history, and colours are too thin to forecast. Money is cents, days are whole
 * days, demand is units.
 */
import type { ScoreWeights } from '@shared/contract/learning';
import type { OrderDates, OrderingProfile } from '@shared/contract/ordering-profile';
import type { DemandOfTrim } from '@shared/contract/plan';
import type { MovedLimit, PlanConstraint } from '@shared/contract/plan-limits';
import type { StoreSettings } from '@shared/contract/stores';
import type { Build } from '@shared/domain/build';
import type { CalendarDay } from '@shared/domain/calendar-day';
import type { QuantileMap } from '@shared/domain/quantile-levels';
import type { ExplorationInputs } from './explore-order';

/** Key of a plan's build: `buildKey` of the configuration without model year and colours. */
export type ConfigurationKey = string;

/** A new unit sold at retail or leased. */
export type SoldUnit = {
  configuration: ConfigurationKey;
  soldOn: CalendarDay;
  /** Front and back together; null when the sale states neither. */
  grossCents: number | null;
  /** The part of it from finance and products, where the sale states it. */
  backGrossCents?: number | null;
  costCents: number | null;
  /** Days from in-date to sale; null when the in-date is unknown. */
  daysInStock: number | null;
};

/** A stay of a new unit in stock, open while `closedOn` is null. */
export type StockStay = {
  configuration: ConfigurationKey;
  receivedOn: CalendarDay;
  closedOn: CalendarDay | null;
  /** On the lot and free to sell as of the plan's day: not sold, on hold, demo or loaner. */
  isAvailable: boolean;
  costCents: number | null;
};

/**
 * A unit on its way. Customers' own orders are among them, since demand counts their deliveries too: every retail
 * sale is in the forecast, ordered or not. Leaving them out of one side alone would order them twice. So are units on
 * the lot that are sold and wait for delivery, until their sale is in the books; these arrive in 0 days.
 */
export type PipelineUnit = {
  configuration: ConfigurationKey;
  /** Days from the plan's day to arrival, at least 0. */
  arrivesInDays: number;
};

/** What one order or invoice says a build costs. */
export type InvoicedUnit = { configuration: ConfigurationKey; invoiceCents: number };

/** New units of a model in one exterior colour: sold in a year, and here or coming. */
export type ColorCount = { model: string; color: string; sold: number; supply: number };

export type MarketFact = {
  make: string;
  model: string;
  /** Of its segment in the region, 0..1. */
  share: number;
  /** Growth against a year before; null when only one period is known. */
  trend: number | null;
  /** The model's days supply in the region over that of its rivals: below 1 it sells faster than they do. */
  supplyToRivals?: number | null;
  /** Its mean price in the region over that of its rivals. */
  priceToRivals?: number | null;
};

/** Forecast of one trim: means by month, and the distribution of the sum over the run's horizon. */
export type TrimForecast = {
  make: string;
  model: string;
  trim: string | null;
  points: { period: string; mean: number }[];
  total: { mean: number; quantiles: QuantileMap };
  /** The sum before adjustments by hand; null or absent where there are none. */
  unadjustedMean?: number | null;
};

/** From the plan's day to the end of the review period after the order's arrival. */
export type PlanWindow = { leadDays: number; reviewDays: number };

/** What holding, ageing and selling a unit costs and brings. */
export type UnitEconomics = {
  grossCents: number;
  /** Front and back add up to the gross; null where no sale states a back gross. */
  frontGrossCents: number | null;
  backGrossCents: number | null;
  /** Sales of the build itself behind `grossCents`; 0 when it is all its parents'. */
  grossSampleSize: number;
  unitCostCents: number;
  /** Floor-plan interest per day after the free days. */
  interestPerDayCents: number;
  freeDays: number;
  otherPerDayCents: number;
  /** Gross lost for each day in stock beyond `targetDays`. */
  erosionPerDayCents: number;
  targetDays: number;
};

/** Days from receipt to sale, with unsold units counted as not yet sold. */
export type DaysToSell = {
  /** Days; when fewer than half have sold, the longest stay seen, which is then a lower bound. */
  medianDays: number;
  isLowerBound: boolean;
  soldUnits: number;
  unsoldUnits: number;
  level: 'build' | 'trim' | 'model' | 'store';
};

export type ScoreParts = {
  gross: number | null;
  daysToTurn: number | null;
  market: number | null;
  forecast: number | null;
};

export type Score = { score: number | null; parts: ScoreParts; notScoredBecause: string | null };

/** A build that can be ordered, with what its next units are worth. */
export type Candidate = {
  key: ConfigurationKey;
  build: Build;
  window: PlanWindow;
  onHand: number;
  /** Arriving by the window's end. */
  pipeline: number;
  /** Mean units wanted over the window. */
  demand: number;
  /** The part of `demand` that comes after an order placed today has arrived: what it can still serve. */
  demandAfterArrival: number;
  economics: UnitEconomics;
  daysToSell: DaysToSell | null;
  /** Probability that a unit sells within the target days of its arrival. */
  turnChance: number;
  /** Of all builds of the trim, beside the trim's forecast. */
  demandOfTrim: DemandOfTrim | null;
  /** Worth of a sale from own units, where its buyer might take a sibling (substitution.ts). */
  saleWorthCents: number;
  /** Buyers expected to find none in the review period after arrival when nothing is ordered. */
  lostSales: number;
  /** Earns more than the store's mean and sells faster than its median: what a store should mainly carry. */
  isCore: boolean;
  /** Expected net cents of the 1st, 2nd, ... extra unit, never rising; the last is the first not above 0. */
  marginalValuesCents: number[];
  score: Score;
  /** The model in its region; null where no file tells. */
  market: MarketFact | null;
};

/** A limit as the solver sees it. `bound` null is unlimited. */
export type PlanLimit = PlanConstraint & { source: string };

/** What the maker allots to the store in one cycle, and how much of it is ordered already. */
export type AllocationGroup = { make: string; group: string; models: string[]; units: number; taken: number };

/** Everything a plan is made from, as plain data: read from the database once and handed to a worker. */
export type PlanInputs = {
  /** The store's data date. */
  today: CalendarDay;
  settings: StoreSettings;
  weights: ScoreWeights;
  tilt: number;
  /**
   * Every configuration the store has dealt in, with the model year that would be ordered now. All rows below name
   * one of these (assign-configurations.ts).
   */
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
  /** For the colours of the order; without them it names none. */
  colors?: ColorCount[];
  storedConstraints: PlanConstraint[];
  options: {
    budgetCents?: number | null | undefined;
    places?: number | null | undefined;
    constraints: PlanConstraint[];
    /** Bounds given for this plan alone, by the limit's id. */
    moved?: readonly MovedLimit[] | undefined;
  };
  /** How each make takes orders, and when; without them everything is free and orders go in today. */
  orderingProfiles?: OrderingProfile[];
  orderDates?: OrderDates[];
  /** Draws among near-equal builds; null or absent where the store does not explore. */
  exploration?: ExplorationInputs | null;
  /** In words, where the store wants to explore and its log does not bear it. */
  explorationPaused?: string | null;
  /** Scales all demand to come, to see how an order stands if the forecast is off; 1 unless given. */
  demandFactor?: number;
};
