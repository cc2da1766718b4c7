/**
 * New deals of a first load as they will stand, each with the stay that it ended and that nothing else shows: a stay
 * began on the deal's own in-date and ended with the sale. Both get their ids here.
 */
import type { SaleRow } from '../types';
import { BinaryRows, type BinaryType } from './binary-rows';
import type { CopyValue } from './copy-text';
import type { NextIds } from './load-plan';
import { stageColumns } from './stage-columns';

const SALE_COLUMNS = stageColumns.sales.map(({ name, type }) => ({ name, type: binaryType(type) }));

/** Columns of the rows of `EncodedRows.sales`, in their order. */
export const NEW_SALE_COLUMNS: readonly string[] = [
  ...['id', 'store_id', 'build_id', 'episode_id'],
  ...SALE_COLUMNS.map(({ name }) => name),
  ...['raw', 'row_hash'],
];

/** Columns of the rows of `EncodedRows.stays`, in their order. */
export const NEW_STAY_COLUMNS: readonly string[] = [
  ...['id', 'store_id', 'build_id', 'vin', 'stock_number', 'condition', 'is_certified'],
  ...['received_on', 'first_seen_on', 'last_seen_on', 'closed_on'],
  ...['odometer_miles', 'cost_cents', 'price_cents', 'msrp_cents'],
];

/** What all rows of a table have in common, beside the batch: not sent along with each. */
export const SAME_IN_ALL = {
  stock_episode: { status: 'available', source: 'sale', close_reason: 'sold', row_hash: '' },
  sale: {},
} as const;

export type NewDeal = {
  readonly storeId: number;
  readonly buildId: number;
  /** In the order of the stage's columns. */
  readonly values: readonly CopyValue[];
  /** The cells of the file that are kept. */
  readonly raw: readonly string[];
  readonly rowHash: Int32Array;
};

export class NewDeals {
  private readonly sales = new BinaryRows();
  private readonly stays = new BinaryRows();
  private nextSaleId: number;
  private nextStayId: number;

  constructor({ sale, stockEpisode }: NextIds) {
    this.nextSaleId = sale;
    this.nextStayId = stockEpisode;
  }

  /** Deals that wait to be taken. */
  get count(): number {
    return this.sales.count;
  }

  /** The ids after those that were given. */
  get nextIds(): { sale: number; stockEpisode: number } {
    return { sale: this.nextSaleId, stockEpisode: this.nextStayId };
  }

  /** The stay's id is 0 where the deal does not say since when the unit stood. */
  add(deal: SaleRow, row: NewDeal): { saleId: number; stayId: number } {
    const saleId = this.nextSaleId++;
    const hasStay =
      deal.dealState === 'counted' && deal.receivedOn !== null && deal.receivedOn <= deal.soldOn;
    const stayId = hasStay ? this.nextStayId++ : 0;
    this.writeSale(row, saleId, stayId);
    if (hasStay) this.writeStay(deal, row, stayId);
    return { saleId, stayId };
  }

  take(): { sales: Uint8Array; stays: Uint8Array } {
    return { sales: this.sales.take(), stays: this.stays.take() };
  }

  private writeSale({ storeId, buildId, values, raw, rowHash }: NewDeal, id: number, stayId: number): void {
    const { sales } = this;
    sales.open(NEW_SALE_COLUMNS.length);
    sales.int8(id);
    sales.int8(storeId);
    sales.int8(buildId);
    sales.value('bigint', stayId === 0 ? null : stayId);
    for (let at = 0; at < SALE_COLUMNS.length; at++)
      sales.value(SALE_COLUMNS[at]?.type ?? 'text', values[at] ?? null);
    sales.jsonTexts(raw);
    sales.hash(rowHash);
  }

  private writeStay(deal: SaleRow, { storeId, buildId }: NewDeal, id: number): void {
    const { stays } = this;
    stays.open(NEW_STAY_COLUMNS.length);
    stays.int8(id);
    stays.int8(storeId);
    stays.int8(buildId);
    stays.value('text', deal.vin);
    stays.value('text', deal.stockNumber);
    stays.text(deal.condition);
    stays.boolean(deal.isCertified);
    stays.value('date', deal.receivedOn);
    stays.value('date', deal.receivedOn);
    stays.day(deal.soldOn);
    stays.day(deal.soldOn);
    stays.value('int', deal.odometerMiles);
    stays.value('bigint', deal.costCents);
    stays.value('bigint', deal.priceCents);
    stays.value('bigint', deal.msrpCents);
  }
}

type StageType = (typeof stageColumns.sales)[number]['type'];

/** Throws for a type that no column of deals has. */
function binaryType(type: StageType): BinaryType {
  if (type === 'text[]' || type === 'double precision')
    throw new Error(`a deal has no column of type ${type}`);
  return type;
}
