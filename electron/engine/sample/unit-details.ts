/**
 * What follows from a unit's identity: VIN, prices, mileage, options. Pure, and cheap enough to be computed
 * when a row is written instead of being kept.
 */
import { modelYearCode, vinCheckDigit } from '@shared/domain/vin';
import { derivedSeed, RandomSource } from './random-source';
import type { Unit } from './unit';
import { REFERENCE_MODEL_YEAR } from './vehicle-spec';

const SERIALS = 1_000_000;
/** Odd and not divisible by 5, so that multiplying spreads ids over all serials without a collision. */
const SERIAL_STEP = 387_421;
const YEARLY_PRICE_RISE = 0.022;
/** Share of its value that a used car loses in a year. */
const YEARLY_DEPRECIATION = 0.13;
/** What a used car is first priced above its cost, before a share of its value; room for pack and haggling. */
const USED_ASKING_MARGIN = 3_300;
const USED_ASKING_SHARE = 0.025;
const USED_VALUE_AT_ONCE = 0.97;
/** Dollars below which no running car falls. */
const LEAST_VALUE = 4_500;
const MILES_PER_YEAR = 12_500;
const MOST_MILES = 165_000;
/** Share of value lost with a year's miles beyond those of its age. */
const YEARLY_WEAR = 0.025;
const MS_PER_DAY = 86_400_000;

const OPTIONS: readonly (readonly [code: string, dollars: number, chance: number])[] = [
  ['PCM', 1_095, 0.35],
  ['PDY', 2_195, 0.2],
  ['Z82', 425, 0.4],
  ['C3U', 1_500, 0.12],
  ['VAV', 235, 0.5],
  ['SB7', 600, 0.1],
  ['BTV', 300, 0.3],
];

export type UnitDetails = {
  vin: string;
  /** New: sticker. Used: what the car cost when it was new; not printed. */
  msrpDollars: number;
  invoiceDollars: number;
  /** Cost in the books: invoice of a new car, purchase with reconditioning of a used one. */
  costDollars: number;
  askingDollars: number;
  odometer: number;
  optionCodes: readonly string[];
};

/** Unique for ids below plants x 1,000,000: the plant's letter changes with each full round of serials. */
export function vinOf(unit: Unit): string {
  const { spec } = unit;
  const plant = spec.plants.charAt(Math.floor(unit.vinId / SERIALS) % spec.plants.length);
  const serial = String((unit.vinId * SERIAL_STEP) % SERIALS).padStart(6, '0');
  const head = `${spec.wmi}${spec.vinModel}${spec.engine.vinCode}`;
  const tail = `${modelYearCode(unit.modelYear)}${plant}${serial}`;
  return `${head}${vinCheckDigit(`${head}0${tail}`)}${tail}`;
}

/** The same unit and seed always give the same details. */
export function unitDetails(unit: Unit, seed: number): UnitDetails {
  const random = new RandomSource(derivedSeed(seed, unit.id));
  return unit.condition === 'new' ? newUnitDetails(unit, random) : usedUnitDetails(unit, random);
}

function newUnitDetails(unit: Unit, random: RandomSource): UnitDetails {
  const { spec } = unit;
  const options = OPTIONS.filter(([, , chance]) => random.chance(chance));
  const optionDollars = options.reduce((sum, [, dollars]) => sum + dollars, 0);
  const msrp = roundTo(yearPrice(unit) + optionDollars, 5);
  const invoice = Math.round(msrp * unit.costShare * 100) / 100;
  return {
    vin: vinOf(unit),
    msrpDollars: msrp,
    invoiceDollars: invoice,
    costDollars: invoice,
    askingDollars: msrp,
    odometer: random.integer(2, 28),
    optionCodes: [
      ...spec.engine.optionCodes,
      ...(spec.package === null ? [] : [spec.package]),
      unit.exterior.code,
      unit.interior.code,
      ...options.map(([code]) => code),
    ],
  };
}

/** A used car is worth less by age and by miles beyond the usual; cost is what was paid plus reconditioning. */
function usedUnitDetails(unit: Unit, random: RandomSource): UnitDetails {
  const years = yearsOld(unit);
  const odometer = Math.round(Math.min(MOST_MILES, years * MILES_PER_YEAR * random.shock(0.35)) + 40);
  const extraYears = odometer / MILES_PER_YEAR - years;
  const wear = Math.exp(-YEARLY_DEPRECIATION * years - YEARLY_WEAR * extraYears);
  const value = Math.max(LEAST_VALUE, yearPrice(unit) * USED_VALUE_AT_ONCE * wear * random.shock(0.04));
  const cost = roundTo(value * unit.costShare, 25) + Math.round(random.between(300, 1_700));
  return {
    vin: vinOf(unit),
    msrpDollars: roundTo(yearPrice(unit), 5),
    invoiceDollars: cost,
    costDollars: cost,
    askingDollars: roundTo(cost + USED_ASKING_MARGIN + USED_ASKING_SHARE * value, 100) - 5,
    odometer,
    optionCodes: [],
  };
}

/** A model year is sold from about September of the year before. */
function yearsOld(unit: Unit): number {
  const bought = new Date(unit.inDay * MS_PER_DAY);
  return Math.max(0.4, bought.getUTCFullYear() + bought.getUTCMonth() / 12 - unit.modelYear + 0.3);
}

function yearPrice(unit: Unit): number {
  return unit.spec.priceDollars * (1 + YEARLY_PRICE_RISE * (unit.modelYear - REFERENCE_MODEL_YEAR));
}

function roundTo(value: number, step: number): number {
  return Math.round(value / step) * step;
}
