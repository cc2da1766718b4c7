/**
 * What a car is, apart from its model year, colours and history. Prices are whole dollars of the reference
 * model year; the file formats and the simulation both read this one shape for new and for used cars.
 */
export const REFERENCE_MODEL_YEAR = 2025;

export type Engine = {
  label: string;
  cylinders: number;
  displacement: string;
  fuel: 'Gas' | 'Diesel' | 'Electric' | 'Hybrid';
  /** The factory's own option codes for engine and transmission; empty where we know none. */
  optionCodes: readonly string[];
  /** Position 8 of the VIN. */
  vinCode: string;
  transmission: string;
  cityMpg: number;
  highwayMpg: number;
};

export type VehicleSpec = {
  make: string;
  model: string;
  trim: string;
  body: string;
  doors: number;
  drivetrain: string;
  engine: Engine;
  /** Preferred equipment group; null for used cars. */
  package: string | null;
  modelCode: string;
  /** VIN positions 1-3, 4-7 and the assembly plants' letters for position 11. */
  wmi: string;
  vinModel: string;
  plants: string;
  priceDollars: number;
};

export type Season = 'truck' | 'suv' | 'car' | 'sports';

/** One model line of the new-car franchise. Months "ago" count back from the data date. */
export type ModelLine = {
  make: string;
  model: string;
  segment: string;
  allocationGroup: string;
  /** Customers a month who come for this line, at the reference size of the store. */
  monthlyDemand: number;
  trendPerYear: number;
  season: Season;
  leadDays: number;
  /** Month (1-12) in which orders switch to the next model year. */
  changeoverMonth: number;
  launchedMonthsAgo?: number;
  lastOrderMonthsAgo?: number;
  /** Invoice as a share of MSRP. */
  invoiceShare: number;
  /** Mean front gross of a fresh unit, dollars. */
  frontGross: number;
  leaseShare: number;
  fleetShare: number;
  variants: readonly Variant[];
};

export type Variant = {
  spec: VehicleSpec;
  /** Share of the line's demand; the line's variants sum to 1. */
  share: number;
  launchedMonthsAgo?: number;
  lastOrderMonthsAgo?: number;
};
