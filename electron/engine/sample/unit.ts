/**
 * One vehicle of the sample and what a deal on it is. Grain: a unit is one stay in stock (a car traded back
 * is a new unit with the old car's VIN). Days are day numbers since 1970-01-01. What can be computed from a
 * unit's id (VIN, price, mileage) is not kept here, so that a large store fits in memory.
 */
import type { Color } from './colors';
import type { VehicleSpec } from './vehicle-spec';

/** The share of its retail value at which a used car is neither a bargain nor overpaid. */
export const FAIR_COST_SHARE = 0.86;

export type Unit = {
  id: number;
  condition: 'new' | 'used';
  spec: VehicleSpec;
  modelYear: number;
  exterior: Color;
  interior: Color;
  stockNumber: string;
  inDay: number;
  /** How easily it sells: 0 is average, 1 a standard deviation better. */
  appeal: number;
  /** Expected front gross of a fresh unit of this kind, dollars. */
  frontGrossDollars: number;
  /** New: invoice as a share of MSRP. Used: what was paid as a share of retail value. */
  costShare: number;
  certified: boolean;
  /** Set for a car that this store sold before: the id its VIN was made from. */
  vinId: number;
};

/** Retail, lease, fleet, wholesale, dealer trade. */
export type SaleType = 'R' | 'L' | 'F' | 'W' | 'D';
/** Booked, finalised, pending, unwound (reversed). Only B and F count as sales. */
export type DealStatus = 'B' | 'F' | 'P' | 'U';

export type Sale = {
  /** Counts from 1 within the store, in order of contract. */
  dealNumber: number;
  unit: Unit;
  type: SaleType;
  status: DealStatus;
  contractDay: number;
  /** Null when it lies after the data date. */
  deliveryDay: number | null;
  bookedDay: number | null;
  finalizedDay: number | null;
  /** Null unless the deal was unwound. */
  unwoundDay: number | null;
  trade: Unit | null;
};

export type StockStatus = 'AVAILABLE' | 'SOLD NOT DELIVERED' | 'HOLD' | 'DEMO' | 'LOANER';

export type StockedUnit = { unit: Unit; status: StockStatus };

export type Order = {
  unit: Unit;
  allocationGroup: string;
  orderedDay: number;
  arrivalDay: number;
  /** Ordered for a customer rather than for stock. */
  sold: boolean;
};
