/**
 * Runs one store day by day. The run starts more than a year before the first reported day, so that stock,
 * ages and habits have settled by then. Pure: the same plan always yields the same deals and closing state.
 */
import { DealDesk } from './deal-desk';
import { dayKind, MonthlyShocks } from './demand';
import { NewCarLot, type Sell } from './new-car-lot';
import { RandomSource } from './random-source';
import type { StorePlan } from './store-plan';
import type { Order, Sale, StockedUnit } from './unit';
import { UsedCarLot } from './used-car-lot';

const WARM_UP_DAYS = 430;
const FIRST_DEAL_NUMBER = 40_001;

export type ClosingState = {
  plan: StorePlan;
  /** Newest stay last; a unit sold but not delivered is among them. */
  inStock: readonly StockedUnit[];
  openOrders: readonly Order[];
  /** Customers who left without a new car for want of stock, warm-up included. */
  lostCustomers: number;
};

/** Yields the deals of each reported day and returns the state on the evening of the data date. */
export function* simulateStore(plan: StorePlan): Generator<readonly Sale[], ClosingState> {
  const random = new RandomSource(plan.seed);
  const nextId = idCounter(plan.storeIndex, plan.storeCount);
  const shocks = new MonthlyShocks(random, plan.lines.length);
  const newCars = new NewCarLot(plan, random, nextId);
  const usedCars = new UsedCarLot(plan, random, nextId);
  const desk = new DealDesk(random, plan.asOfDay, FIRST_DEAL_NUMBER);
  const undelivered: StockedUnit[] = [];

  for (let day = plan.firstDay - WARM_UP_DAYS; day <= plan.asOfDay; day++) {
    const kind = dayKind(day);
    const sales: Sale[] = [];
    const sell: Sell = (unit, type) => {
      const sale = desk.write(unit, type, day, () => usedCars.takeTrade(unit, kind));
      sales.push(sale);
      if (sale.unwoundDay !== null)
        (unit.condition === 'new' ? newCars : usedCars).takeBack(unit, sale.unwoundDay);
      else if (sale.deliveryDay === null) undelivered.push({ unit, status: 'SOLD NOT DELIVERED' });
      else if (type === 'R') usedCars.remember(unit, day);
    };
    shocks.enter(kind);
    // Used cars first: a car taken in trade today must not be sold before tomorrow.
    usedCars.serve(kind, shocks, sell);
    if (kind.open) newCars.serve(kind, shocks, sell);
    newCars.closeDay(kind, sell);
    usedCars.closeDay(kind);
    if (day >= plan.firstDay) yield sales;
  }
  const inStock = [...newCars.inStock(), ...usedCars.inStock(), ...undelivered].sort(byArrival);
  return { plan, inStock, openOrders: newCars.openOrders(), lostCustomers: newCars.lostCustomers() };
}

function byArrival(a: StockedUnit, b: StockedUnit): number {
  return a.unit.inDay - b.unit.inDay || a.unit.id - b.unit.id;
}

function idCounter(first: number, step: number): () => number {
  let next = first;
  return () => {
    const id = next;
    next += step;
    return id;
  };
}
