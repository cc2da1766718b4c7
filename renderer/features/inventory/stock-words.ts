/** The trade's words for a unit's status; only `available` can be sold today. */
import type { StockStatus } from '@shared/contract/inventory';

export const STATUS_WORDS: Record<StockStatus, string> = {
  available: 'Available',
  sold_not_delivered: 'Sold, not delivered',
  on_hold: 'On hold',
  demo: 'Demo',
  loaner: 'Loaner',
  in_transit: 'In transit',
};

export const STATUSES = Object.keys(STATUS_WORDS) as StockStatus[];
