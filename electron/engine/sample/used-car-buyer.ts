/** Where used cars come from: the auction and customers' trade-ins, some of them cars that were sold here before. */
import { USED_EXTERIORS, USED_INTERIORS } from './colors';
import type { DayKind } from './demand';
import { itemAt, type RandomSource } from './random-source';
import type { Unit } from './unit';
import { USED_LINES } from './used-car-lines';

const FRONT_GROSS_DOLLARS = 2_150;
/** What is paid as a share of retail value; trades are taken in below what the auction costs. */
const COST_SHARES = { auction: 0.875, trade: 0.82, knownCar: 0.83 };
const COST_SPREAD = { market: 0.035, knownCar: 0.03 };
const AGES = { auction: [1, 6], trade: [2, 10] } as const;
const OLDEST_CERTIFIED = 5;
const CERTIFIED_SHARE = { market: 0.5, knownCar: 0.6 };
const LINE_WEIGHTS = USED_LINES.map((line) => line.weight);
const LINE_TOTAL = LINE_WEIGHTS.reduce((sum, weight) => sum + weight, 0);

export class UsedCarBuyer {
  readonly #stockPrefix: string;
  readonly #random: RandomSource;
  readonly #nextId: () => number;

  constructor(stockPrefix: string, random: RandomSource, nextId: () => number) {
    this.#stockPrefix = stockPrefix;
    this.#random = random;
    this.#nextId = nextId;
  }

  buyAtAuction(kind: DayKind): Unit {
    const unit = this.#appraise(kind, this.#random.integer(...AGES.auction), COST_SHARES.auction);
    return { ...unit, stockNumber: `${this.#stockPrefix}P${String(unit.id).padStart(5, '0')}` };
  }

  /** `known` is a car sold here before that comes back; otherwise the market decides what is traded. */
  takeInTrade(soldStockNumber: string, known: Unit | undefined, kind: DayKind): Unit {
    const age = this.#random.integer(...AGES.trade);
    const unit = known ? this.#welcomeBack(known, kind.day) : this.#appraise(kind, age, COST_SHARES.trade);
    return { ...unit, stockNumber: tradeStockNumber(soldStockNumber) };
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
      frontGrossDollars: FRONT_GROSS_DOLLARS,
      costShare: costShare + COST_SPREAD.market * this.#random.normal(),
      certified: line.certifiable && age <= OLDEST_CERTIFIED && this.#random.chance(CERTIFIED_SHARE.market),
    };
  }

  /** The same car again, as a new stay in stock: own id and numbers, the old VIN. */
  #welcomeBack(unit: Unit, day: number): Unit {
    const soldNewHere = unit.spec.package !== null;
    const certified = soldNewHere && this.#random.chance(CERTIFIED_SHARE.knownCar);
    return {
      ...unit,
      id: this.#nextId(),
      condition: 'used',
      inDay: day,
      appeal: this.#random.normal(),
      frontGrossDollars: FRONT_GROSS_DOLLARS,
      costShare: COST_SHARES.knownCar + COST_SPREAD.knownCar * this.#random.normal(),
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
