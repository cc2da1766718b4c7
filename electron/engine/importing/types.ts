/**
 * What passes between the steps of an import: sniff -> read -> recognise -> normalise -> load.
 * Cells are text until `normalise` types a column; `line` is the 1-based line of the file where a row starts
 * (row number in a workbook, record number in JSON and Parquet).
 */
import type { ImportKind } from '@shared/contract/imports';
import type { Build } from '@shared/domain/build';
import type { CalendarDay } from '@shared/domain/calendar-day';
import type { Cents } from '@shared/domain/money';
import type { Period } from '@shared/domain/period';

export type RawRow = { readonly line: number; readonly cells: readonly string[] };

/** One table of a file. `header` is null where it has to be found among the rows. */
export type RawTable = {
  readonly name: string | null;
  readonly header: readonly string[] | null;
  /** Streams the rows in chunks; may be called more than once. */
  readonly rows: () => AsyncIterable<readonly RawRow[]>;
};

export type Severity = 'rejected' | 'repaired' | 'warning';

export type Problem = {
  readonly line: number | null;
  readonly column: string | null;
  readonly code: string;
  readonly value: string | null;
  readonly message: string;
  readonly severity: Severity;
};

export type VehicleCondition = 'new' | 'used';
export type StockStatus = 'available' | 'sold_not_delivered' | 'on_hold' | 'demo' | 'loaner' | 'in_transit';
export type SaleType = 'retail' | 'lease' | 'fleet' | 'wholesale' | 'dealer_trade';
export type DealState = 'counted' | 'pending' | 'reversed';
export type OrderStatus =
  | 'draft'
  | 'accepted'
  | 'placed'
  | 'scheduled'
  | 'in_production'
  | 'built'
  | 'on_hold'
  | 'invoiced'
  | 'in_transit'
  | 'at_dealer'
  | 'sold'
  | 'cancelled';
export type Decision = 'accepted' | 'changed' | 'declined';

export type InventoryRow = {
  storeCode: string | null;
  /** What the file calls the store; null when it does not. */
  storeName: string | null;
  vin: string | null;
  stockNumber: string | null;
  build: Build;
  condition: VehicleCondition;
  isCertified: boolean;
  status: StockStatus;
  /** As stated; null when only `ageDays` tells it. */
  receivedOn: CalendarDay | null;
  ageDays: number | null;
  odometerMiles: number | null;
  costCents: Cents | null;
  priceCents: Cents | null;
  msrpCents: Cents | null;
  location: string | null;
};

export type SaleRow = {
  storeCode: string | null;
  dealNumber: string | null;
  vin: string | null;
  stockNumber: string | null;
  build: Build;
  condition: VehicleCondition;
  isCertified: boolean;
  saleType: SaleType;
  dealState: DealState;
  /** The date figures use: contract, else accounting, else delivery. */
  soldOn: CalendarDay;
  contractOn: CalendarDay | null;
  accountingOn: CalendarDay | null;
  deliveredOn: CalendarDay | null;
  receivedOn: CalendarDay | null;
  odometerMiles: number | null;
  priceCents: Cents | null;
  costCents: Cents | null;
  msrpCents: Cents | null;
  frontGrossCents: Cents | null;
  backGrossCents: Cents | null;
  totalGrossCents: Cents | null;
  zip: string | null;
};

export type OrderRow = {
  storeCode: string | null;
  orderNumber: string;
  build: Build;
  allocationGroup: string | null;
  status: OrderStatus;
  rawStatus: string | null;
  orderType: 'stock' | 'sold';
  orderedOn: CalendarDay | null;
  estimatedArrivalOn: CalendarDay | null;
  arrivedOn: CalendarDay | null;
  vin: string | null;
  msrpCents: Cents | null;
  invoiceCents: Cents | null;
};

export type AllocationRow = {
  storeCode: string | null;
  cycle: string;
  cycleStart: CalendarDay;
  cycleEnd: CalendarDay;
  make: string;
  allocationGroup: string;
  models: string[];
  units: number;
};

export type MarketRow = {
  storeCode: string | null;
  period: Period;
  region: string;
  segment: string;
  make: string;
  model: string;
  units: number;
  averagePriceCents: Cents | null;
  daysSupply: number | null;
};

export type FeedbackRow = {
  storeCode: string | null;
  reference: string;
  build: Build;
  recommendedOn: CalendarDay;
  recommendedQuantity: number;
  decision: Decision;
  orderedQuantity: number;
  arrivedOn: CalendarDay | null;
  unitsSold: number | null;
  daysToTurn: number | null;
  grossCents: Cents | null;
  agedUnits: number | null;
  rating: number | null;
  scoreGross: number | null;
  scoreDaysToTurn: number | null;
  scoreMarket: number | null;
  scoreForecast: number | null;
  reason: string | null;
};

export type RowOfKind = {
  inventory: InventoryRow;
  sales: SaleRow;
  orders: OrderRow;
  allocation: AllocationRow;
  market: MarketRow;
  feedback: FeedbackRow;
};

/** What became of one row of the file. A repaired row is an accepted one with at least one named repair. */
export type RowOutcome<Row> =
  | {
      readonly type: 'accepted';
      readonly line: number;
      readonly row: Row;
      readonly problems: readonly Problem[];
    }
  | { readonly type: 'rejected'; readonly line: number; readonly problems: readonly Problem[] }
  | { readonly type: 'ignored'; readonly line: number; readonly reason: string };

/** How one column of the file is read. */
export type MappedColumn = {
  readonly index: number;
  readonly source: string;
  readonly target: string | null;
  readonly confidence: number;
  readonly isPersonal: boolean;
  /** Read where the target's own column is blank: a list price beside a special price. */
  readonly isAlternate?: boolean;
};

export type RecognisedTable = {
  readonly kind: ImportKind;
  readonly columns: readonly MappedColumn[];
  /** Line of the header row, null where the format itself names the columns. */
  readonly headerLine: number | null;
  readonly header: readonly string[];
  /** Text found above the header: report title, store, run date. */
  readonly preamble: readonly string[];
};
