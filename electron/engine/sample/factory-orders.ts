/**
 * The store's own ordering habit and the factory's pipeline. The store orders by a smoothed rate of what it
 * sold, bent by a standing bias for each build, so that some builds run out and others age: the room for
 * improvement that the product is there to find.
 */
import { dayFromNumber } from '@shared/domain/calendar-day';
import { NEW_EXTERIORS, NEW_INTERIORS } from './colors';
import type { DayKind } from './demand';
import { isOrderable, plannedRate, type Shelf } from './new-car-shelf';
import { itemAt, type RandomSource } from './random-source';
import type { StorePlan } from './store-plan';
import type { Order, Unit } from './unit';

const TARGET_DAYS_SUPPLY = 64;
const REVIEW_DAYS = 7;
/** How far the store orders for the season in which a car arrives rather than for today's. */
const SEASON_FORESIGHT = 0.5;
const RATE_SMOOTHING = 0.06;
/** A shelf in need is ordered for in this share of the weeks: orders bunch into lots. */
const WEEKLY_ORDER_CHANCE = 0.6;
const WEEK_LEAD_SIGMA = 0.16;
const ORDERED_TO_BUILT_DAYS = 20;
const TRUCK_DAYS = [2, 5];
const EXTERIOR_WEIGHTS = NEW_EXTERIORS.map((color) => color.weight);
const INTERIOR_WEIGHTS = NEW_INTERIORS.map((color) => color.weight);
const EXTERIOR_TOTAL = EXTERIOR_WEIGHTS.reduce((sum, weight) => sum + weight, 0);
const INTERIOR_TOTAL = INTERIOR_WEIGHTS.reduce((sum, weight) => sum + weight, 0);

export type Delivery = { order: Order; shelf: Shelf };

export class FactoryOrders {
  readonly #plan: StorePlan;
  readonly #random: RandomSource;
  readonly #nextId: () => number;
  readonly #deliveries = new Map<number, Delivery[]>();

  constructor(plan: StorePlan, random: RandomSource, nextId: () => number) {
    this.#plan = plan;
    this.#random = random;
    this.#nextId = nextId;
  }

  /** The weekly order: each shelf is filled up to what its believed rate needs until the next one arrives. */
  orderWeek(shelves: readonly Shelf[], kind: DayKind): void {
    const leads = new Map<number, number>();
    for (const shelf of shelves) {
      shelf.believedRate += RATE_SMOOTHING * (shelf.soldThisWeek / REVIEW_DAYS - shelf.believedRate);
      shelf.soldThisWeek = 0;
      if (!isOrderable(shelf, this.#plan, kind.day)) continue;
      const wanted = this.#wanted(shelf, kind) - shelf.stock.length - shelf.onOrder;
      if (wanted < 1 || !this.#random.chance(WEEKLY_ORDER_CHANCE)) continue;
      const lead = leads.get(shelf.lineIndex) ?? shelf.line.leadDays * this.#random.shock(WEEK_LEAD_SIGMA);
      leads.set(shelf.lineIndex, lead);
      for (let unit = 0; unit < wanted; unit++) this.place(shelf, kind.day, lead, false);
    }
  }

  place(shelf: Shelf, day: number, leadDays: number, sold: boolean): void {
    const arrivalDay = nextTruckDay(day + Math.max(9, Math.round(leadDays)) + this.#random.integer(0, 6));
    const unit = this.build(shelf, arrivalDay, modelYearOrdered(day, shelf.line.changeoverMonth));
    const order: Order = {
      unit,
      allocationGroup: shelf.line.allocationGroup,
      orderedDay: day,
      arrivalDay,
      sold,
    };
    shelf.onOrder++;
    const sameDay = this.#deliveries.get(arrivalDay);
    if (sameDay) sameDay.push({ order, shelf });
    else this.#deliveries.set(arrivalDay, [{ order, shelf }]);
  }

  /** What the trucks bring on `day`; each is handed out once. */
  deliver(day: number): readonly Delivery[] {
    const arrived = this.#deliveries.get(day) ?? [];
    this.#deliveries.delete(day);
    for (const { shelf } of arrived) shelf.onOrder--;
    return arrived;
  }

  /** The order bank: everything not yet delivered, oldest order first. */
  open(): Order[] {
    return [...this.#deliveries.values()]
      .flatMap((deliveries) => deliveries.map((delivery) => delivery.order))
      .sort((a, b) => a.orderedDay - b.orderedDay || a.unit.id - b.unit.id);
  }

  build(shelf: Shelf, inDay: number, modelYear: number): Unit {
    const id = this.#nextId();
    const exterior = itemAt(NEW_EXTERIORS, this.#random.weightedIndex(EXTERIOR_WEIGHTS, EXTERIOR_TOTAL));
    const interior = itemAt(NEW_INTERIORS, this.#random.weightedIndex(INTERIOR_WEIGHTS, INTERIOR_TOTAL));
    return {
      id,
      vinId: id,
      condition: 'new',
      spec: shelf.variant.spec,
      modelYear,
      exterior,
      interior,
      stockNumber: `${this.#plan.profile.stockPrefix}${modelYear % 100}${String(id).padStart(5, '0')}`,
      inDay,
      appeal: exterior.pull + interior.pull + this.#random.normal(),
      frontGrossDollars: shelf.line.frontGross,
      costShare: shelf.line.invoiceShare,
      certified: false,
    };
  }

  #wanted(shelf: Shelf, kind: DayKind): number {
    const { line } = shelf;
    const now = plannedRate(shelf, this.#plan, kind);
    const planned = now + SEASON_FORESIGHT * (plannedRate(shelf, this.#plan, kind, line.leadDays) - now);
    if (shelf.believedRate === 0) shelf.believedRate = planned;
    const rate = 0.5 * planned + 0.5 * shelf.believedRate;
    const days = line.leadDays + TARGET_DAYS_SUPPLY + REVIEW_DAYS / 2;
    return Math.floor(rate * shelf.habit * days + shelf.rounding);
  }
}

/** A car ordered on `day` is built some weeks later, and from the changeover month on as next year's model. */
export function modelYearOrdered(day: number, changeoverMonth: number): number {
  let built = builtMonths.get(day);
  if (built === undefined) {
    const [year, month] = dayFromNumber(day + ORDERED_TO_BUILT_DAYS)
      .split('-')
      .map(Number);
    built = { year: year ?? 0, month: month ?? 0 };
    builtMonths.set(day, built);
  }
  return built.year + (built.month >= changeoverMonth ? 1 : 0);
}

/** Every order of a day is built in the same month; a large store orders hundreds of thousands of times. */
const builtMonths = new Map<number, { year: number; month: number }>();

function nextTruckDay(day: number): number {
  let truckDay = day;
  while (!TRUCK_DAYS.includes((truckDay + 4) % 7)) truckDay++;
  return truckDay;
}
