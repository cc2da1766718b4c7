/** Counts of what the sample's files hold, taken while they are written. */
import type { Sale, StockedUnit } from './unit';

export type SampleTotals = {
  /** Rows that count as sold (status B or F), retail and lease only. */
  newSales: number;
  usedSales: number;
  /** Rows of every status and type. */
  newDeals: number;
  usedDeals: number;
  leases: number;
  fleetDeals: number;
  wholesaleDeals: number;
  dealerTrades: number;
  pendingDeals: number;
  unwoundDeals: number;
  /** Rows of the inventory file. */
  newInStock: number;
  usedInStock: number;
  soldNotDelivered: number;
  onHold: number;
  demos: number;
  loaners: number;
  overNinetyDays: number;
  openOrders: number;
  soldOrders: number;
  allocatedUnits: number;
  marketRows: number;
  feedbackRows: number;
  /** New-car customers who left for want of stock; in no file. */
  lostCustomers: number;
};

export function emptyTotals(): SampleTotals {
  return {
    newSales: 0,
    usedSales: 0,
    newDeals: 0,
    usedDeals: 0,
    leases: 0,
    fleetDeals: 0,
    wholesaleDeals: 0,
    dealerTrades: 0,
    pendingDeals: 0,
    unwoundDeals: 0,
    newInStock: 0,
    usedInStock: 0,
    soldNotDelivered: 0,
    onHold: 0,
    demos: 0,
    loaners: 0,
    overNinetyDays: 0,
    openOrders: 0,
    soldOrders: 0,
    allocatedUnits: 0,
    marketRows: 0,
    feedbackRows: 0,
    lostCustomers: 0,
  };
}

export function countSale(totals: SampleTotals, sale: Sale): void {
  const isNew = sale.unit.condition === 'new';
  totals[isNew ? 'newDeals' : 'usedDeals']++;
  const counted = sale.status === 'B' || sale.status === 'F';
  if (counted && isRetail(sale)) totals[isNew ? 'newSales' : 'usedSales']++;
  if (sale.type === 'L') totals.leases++;
  if (sale.type === 'F') totals.fleetDeals++;
  if (sale.type === 'W') totals.wholesaleDeals++;
  if (sale.type === 'D') totals.dealerTrades++;
  if (sale.status === 'P') totals.pendingDeals++;
  if (sale.status === 'U') totals.unwoundDeals++;
}

export function countStock(totals: SampleTotals, stocked: StockedUnit, asOfDay: number): void {
  totals[stocked.unit.condition === 'new' ? 'newInStock' : 'usedInStock']++;
  if (stocked.status === 'SOLD NOT DELIVERED') totals.soldNotDelivered++;
  if (stocked.status === 'HOLD') totals.onHold++;
  if (stocked.status === 'DEMO') totals.demos++;
  if (stocked.status === 'LOANER') totals.loaners++;
  if (asOfDay - stocked.unit.inDay > 90) totals.overNinetyDays++;
}

export function isRetail(sale: Sale): boolean {
  return sale.type === 'R' || sale.type === 'L';
}
