/**
 * The used-car side of a store. Each unit sells when enough market has passed by it: an exponential amount,
 * smaller for an appealing and fairly bought car, of a market clock that runs faster in season. Old units go
 * to auction, trades that are not worth retailing go there at once.
 */
import type { DayKind, MonthlyShocks } from './demand';
import { seasonFactor } from './demand';
import { MarketQueue } from './market-queue';
import type { Sell } from './new-car-lot';
import type { RandomSource } from './random-source';
import type { StorePlan } from './store-plan';
import type { StockedUnit, Unit } from './unit';
import { FAIR_COST_SHARE } from './unit';
import { UsedCarBuyer } from './used-car-buyer';

const TARGET_STOCK = 121;
const SALES_PER_UNIT_AND_DAY = 0.0212;
const APPEAL_EFFECT = 0.55;
const COST_EFFECT = 3;
const TRADE_AFTER_NEW = 0.3;
const TRADE_AFTER_USED = 0.2;
const NOT_WORTH_RETAILING = 0.08;
const KNOWN_CAR_SHARE = 0.06;
/** How many sold cars may come back, at the reference size, and how often one is forgotten for a newer one. */
const REMEMBERED_CARS = 400;
const REPLACED_SHARE = 0.15;
const TRADE_BACK_AFTER_DAYS = 240;
const REVIEW_AGE = 85;
const AUCTIONED_AT_REVIEW = 0.24;
const AUCTION_DAYS = [1, 4];
const HELD_SHARE = 0.03;

export class UsedCarLot {
  readonly #plan: StorePlan;
  readonly #random: RandomSource;
  readonly #buyer: UsedCarBuyer;
  readonly #queue = new MarketQueue();
  readonly #reviews = new Map<number, Unit[]>();
  readonly #returns = new Map<number, Unit[]>();
  /** Units for retail or on their way to auction, by id. */
  readonly #stock = new Map<number, Unit>();
  /** Cars sold here a while ago, any of which may come back as a trade. */
  readonly #remembered: { unit: Unit; soldDay: number }[] = [];
  #clock = 0;

  constructor(plan: StorePlan, random: RandomSource, nextId: () => number) {
    this.#plan = plan;
    this.#random = random;
    this.#buyer = new UsedCarBuyer(plan.profile.stockPrefix, random, nextId);
  }

  serve(kind: DayKind, shocks: MonthlyShocks, sell: Sell): void {
    this.#clock += SALES_PER_UNIT_AND_DAY * seasonFactor('car', kind.month) * shocks.ofStore() * kind.traffic;
    for (let unit = this.#queue.take(this.#clock); unit; unit = this.#queue.take(this.#clock)) {
      if (this.#stock.delete(unit.id)) sell(unit, 'R');
    }
    for (const unit of this.#reviews.get(kind.day) ?? []) this.#review(unit, kind, sell);
    this.#reviews.delete(kind.day);
  }

  closeDay(kind: DayKind): void {
    for (const unit of this.#returns.get(kind.day) ?? []) this.#offer(unit);
    this.#returns.delete(kind.day);
    if (!AUCTION_DAYS.includes(kind.weekday)) return;
    const target = TARGET_STOCK * this.#plan.scale * (0.6 + 0.4 * seasonFactor('car', kind.month));
    const missing = target - this.#stock.size;
    const bought = missing > 0 ? this.#random.poisson(missing * 0.7) : 0;
    for (let count = 0; count < bought; count++) this.#admit(this.#buyer.buyAtAuction(kind));
  }

  /** The car a customer gives in part payment, or null. It is in stock from the next day. */
  takeTrade(sold: Unit, kind: DayKind): Unit | null {
    if (!this.#random.chance(sold.condition === 'new' ? TRADE_AFTER_NEW : TRADE_AFTER_USED)) return null;
    const known = this.#random.chance(KNOWN_CAR_SHARE) ? this.#recall(kind.day) : undefined;
    const unit = this.#buyer.takeInTrade(sold.stockNumber, known, kind);
    if (this.#random.chance(NOT_WORTH_RETAILING)) {
      this.#stock.set(unit.id, unit);
      this.#reviewOn(kind.day + this.#random.integer(3, 16), unit);
    } else {
      this.#admit(unit);
    }
    return unit;
  }

  remember(unit: Unit, soldDay: number): void {
    const room = Math.ceil(REMEMBERED_CARS * this.#plan.scale);
    if (this.#remembered.length < room) this.#remembered.push({ unit, soldDay });
    else if (this.#random.chance(REPLACED_SHARE)) {
      this.#remembered[this.#random.integer(0, room - 1)] = { unit, soldDay };
    }
  }

  takeBack(unit: Unit, day: number): void {
    const sameDay = this.#returns.get(day);
    if (sameDay) sameDay.push(unit);
    else this.#returns.set(day, [unit]);
  }

  inStock(): StockedUnit[] {
    return [...this.#stock.values()].map((unit): StockedUnit => {
      return { unit, status: this.#random.chance(HELD_SHARE) ? 'HOLD' : 'AVAILABLE' };
    });
  }

  #admit(unit: Unit): void {
    this.#offer(unit);
    this.#reviewOn(unit.inDay + REVIEW_AGE + this.#random.integer(0, 12), unit);
  }

  #offer(unit: Unit): void {
    this.#stock.set(unit.id, unit);
    const ease = Math.exp(APPEAL_EFFECT * unit.appeal - COST_EFFECT * (unit.costShare - FAIR_COST_SHARE));
    this.#queue.add(unit, this.#clock + this.#random.exponential() / ease);
  }

  #reviewOn(day: number, unit: Unit): void {
    const sameDay = this.#reviews.get(day);
    if (sameDay) sameDay.push(unit);
    else this.#reviews.set(day, [unit]);
  }

  #review(unit: Unit, kind: DayKind, sell: Sell): void {
    if (!this.#stock.has(unit.id)) return;
    const young = kind.day - unit.inDay < REVIEW_AGE;
    if (!kind.open) {
      this.#reviewOn(kind.day + 1, unit);
    } else if (young || this.#random.chance(AUCTIONED_AT_REVIEW)) {
      this.#stock.delete(unit.id);
      sell(unit, 'W');
    } else {
      this.#reviewOn(kind.day + this.#random.integer(25, 50), unit);
    }
  }

  #recall(day: number): Unit | undefined {
    const index = this.#random.integer(0, this.#remembered.length - 1);
    const entry = this.#remembered[index];
    if (entry === undefined || day - entry.soldDay < TRADE_BACK_AFTER_DAYS) return undefined;
    const last = this.#remembered.pop();
    if (last !== undefined && last !== entry) this.#remembered[index] = last;
    return entry.unit;
  }
}
