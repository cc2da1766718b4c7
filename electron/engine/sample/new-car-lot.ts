/** The new-car side of a store, day by day: customers, courtesy cars, fleet deals, dealer trades, arrivals. */
import type { DayKind, MonthlyShocks } from './demand';
import { FactoryOrders, modelYearOrdered } from './factory-orders';
import { drawCustomers, openShelf, type Shelf, takePreferred } from './new-car-shelf';
import { itemAt, type RandomSource } from './random-source';
import type { StorePlan } from './store-plan';
import type { Order, SaleType, StockedUnit, StockStatus, Unit } from './unit';
import type { VehicleSpec } from './vehicle-spec';

/** Customers who find nothing: this share takes another build of the line, this share orders, the rest leave. */
const SUBSTITUTES = 0.42;
const ORDERS_INSTEAD = 0.15;
/** Customers who order their own build whatever stands on the lot. */
const ORDERS_ANYWAY = 0.025;
const COURTESY_SHARE = 0.03;
const FLEET_DEALS_PER_DAY = 0.06;
const DEALER_TRADES_PER_DAY = 0.075;
const HELD_SHARE = 0.025;

export type Sell = (unit: Unit, type: SaleType) => void;

type Away = { unit: Unit; shelf: Shelf; status: StockStatus };

export class NewCarLot {
  readonly #plan: StorePlan;
  readonly #random: RandomSource;
  readonly #orders: FactoryOrders;
  readonly #shelves: readonly Shelf[];
  readonly #shelvesOfLine: readonly (readonly Shelf[])[];
  readonly #shelfOf: ReadonlyMap<VehicleSpec, Shelf>;
  /** Units that customers can't buy now, by the day they come back or are handed over. */
  readonly #away = new Map<number, Away[]>();
  #lostCustomers = 0;

  constructor(plan: StorePlan, random: RandomSource, nextId: () => number) {
    this.#plan = plan;
    this.#random = random;
    this.#orders = new FactoryOrders(plan, random, nextId);
    this.#shelvesOfLine = plan.lines.map((line, index) =>
      line.variants.map((variant) => openShelf(line, index, variant, random)),
    );
    this.#shelves = this.#shelvesOfLine.flat();
    this.#shelfOf = new Map(this.#shelves.map((shelf) => [shelf.variant.spec, shelf]));
  }

  serve(kind: DayKind, shocks: MonthlyShocks, sell: Sell): void {
    for (const shelf of this.#shelves) {
      const customers = drawCustomers(shelf, this.#plan, kind, shocks, this.#random);
      for (let customer = 0; customer < customers; customer++) this.#serveCustomer(shelf, kind.day, sell);
    }
    this.#sellToFleets(kind.day, sell);
    this.#tradeWithDealers(kind.day, sell);
  }

  /** End of day: cars come back or are handed to who ordered them, trucks unload, the week's order goes out. */
  closeDay(kind: DayKind, sell: Sell): void {
    for (const away of this.#away.get(kind.day) ?? []) {
      if (away.status !== 'HOLD') away.shelf.stock.push(away.unit);
      else if (kind.open) this.#hand(away.shelf, away.unit, sell);
      else this.#sendAway(kind.day + 1, away);
    }
    this.#away.delete(kind.day);
    for (const { order, shelf } of this.#orders.deliver(kind.day)) this.#receive(order, shelf, kind.day);
    if (kind.weekday === 1) this.#orders.orderWeek(this.#shelves, kind);
  }

  takeBack(unit: Unit, day: number): void {
    const shelf = this.#shelfOf.get(unit.spec);
    if (shelf) this.#sendAway(day, { unit, shelf, status: 'AVAILABLE' });
  }

  openOrders(): Order[] {
    return this.#orders.open();
  }

  /** Customers who left without a car, since the warm-up's start. */
  lostCustomers(): number {
    return this.#lostCustomers;
  }

  /** What stands on the lot tonight, in no particular order. */
  inStock(): StockedUnit[] {
    const shown = this.#shelves.flatMap((shelf) =>
      shelf.stock.map((unit): StockedUnit => {
        return { unit, status: this.#random.chance(HELD_SHARE) ? 'HOLD' : 'AVAILABLE' };
      }),
    );
    const away = [...this.#away.values()].flat().filter(({ status }) => status !== 'AVAILABLE');
    return [...shown, ...away.map(({ unit, status }) => ({ unit, status }))];
  }

  #serveCustomer(shelf: Shelf, day: number, sell: Sell): void {
    const picky = this.#random.chance(ORDERS_ANYWAY);
    const wanted = picky ? null : takePreferred(shelf, day, this.#random);
    if (wanted) {
      this.#hand(shelf, wanted, sell);
      return;
    }
    const reaction = this.#random.uniform();
    if ((picky || reaction < ORDERS_INSTEAD) && shelf.lastOrderMonthsAgo < 0) {
      this.#orders.place(shelf, day, shelf.line.leadDays, true);
    } else if (reaction < ORDERS_INSTEAD + SUBSTITUTES) {
      const other = this.#random.pick(itemAt(this.#shelvesOfLine, shelf.lineIndex));
      const second = takePreferred(other, day, this.#random);
      if (second) this.#hand(other, second, sell);
      else this.#lostCustomers++;
    } else {
      this.#lostCustomers++;
    }
  }

  #hand(shelf: Shelf, unit: Unit, sell: Sell): void {
    shelf.soldThisWeek++;
    sell(unit, this.#random.chance(shelf.line.leaseShare) ? 'L' : 'R');
  }

  #receive(order: Order, shelf: Shelf, day: number): void {
    const { unit } = order;
    if (order.sold) {
      this.#sendAway(day + this.#random.integer(2, 6), { unit, shelf, status: 'HOLD' });
    } else if (this.#random.chance(COURTESY_SHARE)) {
      const status = this.#random.chance(0.45) ? 'DEMO' : 'LOANER';
      this.#sendAway(day + this.#random.integer(50, 150), { unit, shelf, status });
    } else {
      shelf.stock.push(unit);
    }
  }

  #sendAway(untilDay: number, away: Away): void {
    const sameDay = this.#away.get(untilDay);
    if (sameDay) sameDay.push(away);
    else this.#away.set(untilDay, [away]);
  }

  /** A fleet buyer takes one to four of a build at once. */
  #sellToFleets(day: number, sell: Sell): void {
    for (let deal = this.#random.poisson(FLEET_DEALS_PER_DAY * this.#plan.scale); deal > 0; deal--) {
      const shelf = this.#random.pick(this.#shelves);
      if (!this.#random.chance(shelf.line.fleetShare * 2.5)) continue;
      for (let left = this.#random.integer(1, 4); left > 0; left--) {
        const unit = takePreferred(shelf, day, this.#random);
        if (unit) sell(unit, 'F');
      }
    }
  }

  /** Another dealer takes a unit and sends one of a build that we lack. */
  #tradeWithDealers(day: number, sell: Sell): void {
    for (let deal = this.#random.poisson(DEALER_TRADES_PER_DAY * this.#plan.scale); deal > 0; deal--) {
      const shelf = this.#random.pick(this.#shelves);
      const given = takePreferred(shelf, day, this.#random);
      if (!given) continue;
      sell(given, 'D');
      const lacking = itemAt(this.#shelvesOfLine, shelf.lineIndex).find((other) => other.stock.length === 0);
      if (!lacking || lacking.lastOrderMonthsAgo >= 0 || lacking.launchedMonthsAgo !== undefined) continue;
      const unit = this.#orders.build(lacking, day, modelYearOrdered(day - 70, lacking.line.changeoverMonth));
      this.#sendAway(day, { unit, shelf: lacking, status: 'AVAILABLE' });
    }
  }
}
