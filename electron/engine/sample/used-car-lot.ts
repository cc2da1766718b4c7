/**
 * The used-car side of a store. Each unit sells when enough market has passed by it: an exponential amount,
 * smaller for an appealing and fairly bought car, of a market clock that runs faster in season. Old units go
 * to auction, trades that are not worth retailing go there at once.
 */
import { NEW_EXTERIORS, USED_EXTERIORS, USED_INTERIORS } from './colors';
import type { DayKind, MonthlyShocks } from './demand';
import { seasonFactor } from './demand';
import { MarketQueue } from './market-queue';
import type { Sell } from './new-car-lot';
import { itemAt, type RandomSource } from './random-source';
import type { StorePlan } from './store-plan';
import type { StockedUnit, Unit } from './unit';
import { USED_LINES, type UsedLine } from './used-car-lines';

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
const LINE_WEIGHTS = USED_LINES.map((line) => line.weight);
const LINE_TOTAL = LINE_WEIGHTS.reduce((sum, weight) => sum + weight, 0);

export class UsedCarLot {
  readonly #plan: StorePlan;
  readonly #random: RandomSource;
  readonly #nextId: () => number;
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
    this.#nextId = nextId;
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
    for (let count = 0; count < bought; count++) this.#admit(this.#buy(kind), REVIEW_AGE);
  }

  /** The car a customer gives in part payment, or null. It is in stock from the next day. */
  takeTrade(sold: Unit, kind: DayKind): Unit | null {
    if (!this.#random.chance(sold.condition === 'new' ? TRADE_AFTER_NEW : TRADE_AFTER_USED)) return null;
    const known = this.#random.chance(KNOWN_CAR_SHARE) ? this.#recall(kind.day) : undefined;
    const stockNumber = tradeStockNumber(sold.stockNumber);
    const age = this.#random.integer(2, 10);
    const trade = known ? this.#welcomeBack(known, kind.day) : this.#appraise(kind, age, 0.82);
    const unit = { ...trade, stockNumber };
    if (this.#random.chance(NOT_WORTH_RETAILING)) {
      this.#stock.set(unit.id, unit);
      this.#reviewOn(kind.day + this.#random.integer(3, 16), unit);
    } else {
      this.#admit(unit, REVIEW_AGE);
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

  #admit(unit: Unit, reviewAge: number): void {
    this.#offer(unit);
    this.#reviewOn(unit.inDay + reviewAge + this.#random.integer(0, 12), unit);
  }

  #offer(unit: Unit): void {
    this.#stock.set(unit.id, unit);
    const ease = Math.exp(APPEAL_EFFECT * unit.appeal - COST_EFFECT * (unit.costShare - 0.86));
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

  #buy(kind: DayKind): Unit {
    const unit = this.#appraise(kind, this.#random.integer(1, 6), 0.875);
    return {
      ...unit,
      stockNumber: `${this.#plan.profile.stockPrefix}P${String(unit.id).padStart(5, '0')}`,
    };
  }

  #appraise(kind: DayKind, age: number, costShare: number): Unit {
    const line = itemAt(USED_LINES, this.#random.weightedIndex(LINE_WEIGHTS, LINE_TOTAL));
    const id = this.#nextId();
    const exterior = this.#random.pick(USED_EXTERIORS);
    return {
      id,
      vinId: id,
      condition: 'used',
      spec: this.#random.pick(line.specs),
      modelYear: kind.year - age,
      exterior,
      interior: this.#random.pick(USED_INTERIORS),
      stockNumber: '',
      inDay: kind.day,
      appeal: exterior.pull + this.#random.normal(),
      frontGrossDollars: 2_150,
      costShare: costShare + 0.035 * this.#random.normal(),
      certified: this.#certifies(line, age),
    };
  }

  #certifies(line: UsedLine, age: number): boolean {
    return line.certifiable && age <= 5 && this.#random.chance(0.5);
  }

  #recall(day: number): Unit | undefined {
    const index = this.#random.integer(0, this.#remembered.length - 1);
    const entry = this.#remembered[index];
    if (entry === undefined || day - entry.soldDay < TRADE_BACK_AFTER_DAYS) return undefined;
    const last = this.#remembered.pop();
    if (last !== undefined && last !== entry) this.#remembered[index] = last;
    return entry.unit;
  }

  /** The same car again, as a new stay in stock: own id and numbers, the old VIN. */
  #welcomeBack(unit: Unit, day: number): Unit {
    const certified = NEW_EXTERIORS.includes(unit.exterior) && this.#random.chance(0.6);
    return {
      ...unit,
      id: this.#nextId(),
      condition: 'used',
      inDay: day,
      appeal: this.#random.normal(),
      frontGrossDollars: 2_150,
      costShare: 0.83 + 0.03 * this.#random.normal(),
      certified,
    };
  }
}

/** The trade-in of unit H2500325 is H2500325A, whose own trade-in is H2500325B, and so on. */
export function tradeStockNumber(soldStockNumber: string): string {
  const match = /^(.*\d)([A-Y])$/.exec(soldStockNumber);
  if (!match) return `${soldStockNumber}A`;
  return `${match[1]}${String.fromCharCode((match[2] ?? 'A').charCodeAt(0) + 1)}`;
}
