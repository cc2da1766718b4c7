/**
 * What of each kind's row is staged, and under which column: the same names as in the table it ends in.
 * `fields` are the mapped fields a column is read from: an update leaves alone what the file does not state.
 */
import type { ImportKind } from '@shared/contract/imports';
import type { AnyRow } from '../normalise/normalise-row';
import type { RowOfKind } from '../types';
import type { CopyValue } from './copy-text';

export type StageColumn<Row> = {
  readonly name: string;
  readonly type: 'text' | 'int' | 'bigint' | 'date' | 'boolean' | 'double precision' | 'text[]';
  readonly fields: readonly string[];
  readonly of: (row: Row) => CopyValue;
  /** False for what only describes the day of the export: it does not make a row a changed one. */
  readonly isHashed?: false;
  /** Stored sealed. */
  readonly isSecret?: true;
};

type Columns<Kind extends ImportKind> = readonly StageColumn<RowOfKind[Kind]>[];

const inventory: Columns<'inventory'> = [
  { name: 'vin', type: 'text', fields: ['vin'], of: (row) => row.vin },
  { name: 'stock_number', type: 'text', fields: ['stockNumber'], of: (row) => row.stockNumber },
  { name: 'condition', type: 'text', fields: ['condition'], of: (row) => row.condition },
  { name: 'is_certified', type: 'boolean', fields: ['isCertified'], of: (row) => row.isCertified },
  { name: 'status', type: 'text', fields: ['status', 'condition'], of: (row) => row.status },
  { name: 'received_on', type: 'date', fields: ['receivedOn'], of: (row) => row.receivedOn },
  { name: 'age_days', type: 'int', fields: ['ageDays'], of: (row) => row.ageDays, isHashed: false },
  { name: 'odometer_miles', type: 'int', fields: ['odometer'], of: (row) => row.odometerMiles },
  { name: 'cost_cents', type: 'bigint', fields: ['cost', 'invoice'], of: (row) => row.costCents },
  { name: 'price_cents', type: 'bigint', fields: ['price'], of: (row) => row.priceCents },
  { name: 'msrp_cents', type: 'bigint', fields: ['msrp'], of: (row) => row.msrpCents },
  { name: 'location', type: 'text', fields: ['location'], of: (row) => row.location },
];

const SALE_DATES = ['contractOn', 'accountingOn', 'deliveredOn'];

const sales: Columns<'sales'> = [
  { name: 'deal_number', type: 'text', fields: ['dealNumber'], of: (row) => row.dealNumber },
  { name: 'vin', type: 'text', fields: ['vin'], of: (row) => row.vin },
  { name: 'stock_number', type: 'text', fields: ['stockNumber'], of: (row) => row.stockNumber },
  { name: 'condition', type: 'text', fields: ['condition'], of: (row) => row.condition },
  { name: 'is_certified', type: 'boolean', fields: ['isCertified'], of: (row) => row.isCertified },
  { name: 'sale_type', type: 'text', fields: ['saleType', 'dealType'], of: (row) => row.saleType },
  {
    name: 'deal_state',
    type: 'text',
    fields: ['dealState', 'isUnwound', 'isCompleted'],
    of: (row) => row.dealState,
  },
  { name: 'sold_on', type: 'date', fields: SALE_DATES, of: (row) => row.soldOn },
  { name: 'contract_on', type: 'date', fields: ['contractOn'], of: (row) => row.contractOn },
  { name: 'accounting_on', type: 'date', fields: ['accountingOn'], of: (row) => row.accountingOn },
  { name: 'delivered_on', type: 'date', fields: ['deliveredOn'], of: (row) => row.deliveredOn },
  { name: 'received_on', type: 'date', fields: ['receivedOn', 'daysInStock'], of: (row) => row.receivedOn },
  { name: 'odometer_miles', type: 'int', fields: ['odometer'], of: (row) => row.odometerMiles },
  { name: 'price_cents', type: 'bigint', fields: ['price'], of: (row) => row.priceCents },
  { name: 'cost_cents', type: 'bigint', fields: ['cost'], of: (row) => row.costCents },
  { name: 'msrp_cents', type: 'bigint', fields: ['msrp'], of: (row) => row.msrpCents },
  { name: 'front_gross_cents', type: 'bigint', fields: ['frontGross'], of: (row) => row.frontGrossCents },
  { name: 'back_gross_cents', type: 'bigint', fields: ['backGross'], of: (row) => row.backGrossCents },
  {
    name: 'total_gross_cents',
    type: 'bigint',
    fields: ['totalGross', 'grossProfit', 'frontGross', 'backGross'],
    of: (row) => row.totalGrossCents,
  },
  { name: 'zip', type: 'text', fields: ['zip'], of: (row) => row.zip, isSecret: true },
];

const orders: Columns<'orders'> = [
  { name: 'order_number', type: 'text', fields: ['orderNumber'], of: (row) => row.orderNumber },
  { name: 'allocation_group', type: 'text', fields: ['allocationGroup'], of: (row) => row.allocationGroup },
  { name: 'status', type: 'text', fields: ['status'], of: (row) => row.status },
  { name: 'raw_status', type: 'text', fields: ['status'], of: (row) => row.rawStatus },
  { name: 'order_type', type: 'text', fields: ['orderType', 'customer'], of: (row) => row.orderType },
  { name: 'ordered_on', type: 'date', fields: ['orderedOn'], of: (row) => row.orderedOn },
  {
    name: 'estimated_arrival_on',
    type: 'date',
    fields: ['estimatedArrivalOn'],
    of: (row) => row.estimatedArrivalOn,
  },
  { name: 'arrived_on', type: 'date', fields: ['arrivedOn'], of: (row) => row.arrivedOn },
  { name: 'vin', type: 'text', fields: ['vin'], of: (row) => row.vin },
  { name: 'msrp_cents', type: 'bigint', fields: ['msrp'], of: (row) => row.msrpCents },
  { name: 'invoice_cents', type: 'bigint', fields: ['invoice'], of: (row) => row.invoiceCents },
];

const allocation: Columns<'allocation'> = [
  { name: 'cycle', type: 'text', fields: ['cycle', 'cycleStart'], of: (row) => row.cycle },
  { name: 'cycle_start', type: 'date', fields: ['cycle', 'cycleStart'], of: (row) => row.cycleStart },
  { name: 'cycle_end', type: 'date', fields: ['cycle', 'cycleStart'], of: (row) => row.cycleEnd },
  { name: 'make', type: 'text', fields: ['make'], of: (row) => row.make },
  { name: 'allocation_group', type: 'text', fields: ['allocationGroup'], of: (row) => row.allocationGroup },
  { name: 'models', type: 'text[]', fields: ['models'], of: (row) => row.models },
  { name: 'units', type: 'int', fields: ['units'], of: (row) => row.units },
];

const market: Columns<'market'> = [
  { name: 'period', type: 'text', fields: ['period'], of: (row) => row.period },
  { name: 'region', type: 'text', fields: ['region'], of: (row) => row.region },
  { name: 'segment', type: 'text', fields: ['segment'], of: (row) => row.segment },
  { name: 'make', type: 'text', fields: ['make'], of: (row) => row.make },
  { name: 'model', type: 'text', fields: ['model'], of: (row) => row.model },
  { name: 'units', type: 'int', fields: ['units'], of: (row) => row.units },
  {
    name: 'average_price_cents',
    type: 'bigint',
    fields: ['averagePrice'],
    of: (row) => row.averagePriceCents,
  },
  { name: 'days_supply', type: 'double precision', fields: ['daysSupply'], of: (row) => row.daysSupply },
];

const feedback: Columns<'feedback'> = [
  { name: 'reference', type: 'text', fields: ['reference'], of: (row) => row.reference },
  { name: 'recommended_on', type: 'date', fields: ['recommendedOn'], of: (row) => row.recommendedOn },
  {
    name: 'recommended_quantity',
    type: 'int',
    fields: ['recommendedQuantity'],
    of: (row) => row.recommendedQuantity,
  },
  { name: 'decision', type: 'text', fields: ['decision'], of: (row) => row.decision },
  {
    name: 'ordered_quantity',
    type: 'int',
    fields: ['orderedQuantity', 'decision'],
    of: (row) => row.orderedQuantity,
  },
  { name: 'arrived_on', type: 'date', fields: ['arrivedOn'], of: (row) => row.arrivedOn },
  { name: 'units_sold', type: 'int', fields: ['unitsSold'], of: (row) => row.unitsSold },
  { name: 'days_to_turn', type: 'double precision', fields: ['daysToTurn'], of: (row) => row.daysToTurn },
  { name: 'gross_cents', type: 'bigint', fields: ['gross'], of: (row) => row.grossCents },
  { name: 'aged_units', type: 'int', fields: ['agedUnits'], of: (row) => row.agedUnits },
  { name: 'rating', type: 'int', fields: ['rating'], of: (row) => row.rating },
  { name: 'score_gross', type: 'double precision', fields: ['scoreGross'], of: (row) => row.scoreGross },
  {
    name: 'score_days_to_turn',
    type: 'double precision',
    fields: ['scoreDaysToTurn'],
    of: (row) => row.scoreDaysToTurn,
  },
  { name: 'score_market', type: 'double precision', fields: ['scoreMarket'], of: (row) => row.scoreMarket },
  {
    name: 'score_forecast',
    type: 'double precision',
    fields: ['scoreForecast'],
    of: (row) => row.scoreForecast,
  },
  { name: 'reason', type: 'text', fields: ['reason'], of: (row) => row.reason, isSecret: true },
];

/** Rows of a kind only ever meet that kind's columns: the table is indexed by the kind that made the rows. */
export const stageColumns = { inventory, sales, orders, allocation, market, feedback } as unknown as Readonly<
  Record<ImportKind, readonly StageColumn<AnyRow>[]>
>;
