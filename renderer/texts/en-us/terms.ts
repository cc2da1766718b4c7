import type { StockStatus } from '@shared/contract/inventory';

/** Of a unit, inside a sentence or a list. */
const stockStatuses: Readonly<Record<StockStatus, string>> = {
  available: 'available',
  sold_not_delivered: 'sold not delivered',
  on_hold: 'on hold',
  demo: 'demo',
  loaner: 'loaner',
  in_transit: 'in transit',
};

/** Of an order at the factory; one that is not here is shown as it came. */
const orderStatuses: Readonly<Record<string, string>> = {
  draft: 'draft',
  accepted: 'accepted',
  placed: 'placed',
  scheduled: 'scheduled',
  in_production: 'in production',
  built: 'built',
  on_hold: 'on hold',
  invoiced: 'invoiced',
  in_transit: 'in transit',
  at_dealer: 'at dealer',
  sold: 'sold',
  cancelled: 'cancelled',
};

/** The contract's values that stand on several screens. */
export const terms = {
  conditions: { new: 'New', used: 'Used' },
  /** A model of new or of used units. */
  modelOf: { new: (model: string) => `New ${model}`, used: (model: string) => `Used ${model}` },
  stockStatuses,
  orderStatuses,
};
