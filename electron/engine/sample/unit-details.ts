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

function usedUnitDetails(unit: Unit, random: RandomSource): UnitDetails {
  const bought = new Date(unit.inDay * 86_400_000);
  const years = Math.max(0.4, bought.getUTCFullYear() + bought.getUTCMonth() / 12 - unit.modelYear + 0.3);
  const milesPerYear = 12_500 * random.shock(0.35);
  const odometer = Math.round(Math.min(165_000, years * milesPerYear) + 40);
  const wear = Math.exp(-YEARLY_DEPRECIATION * years - (odometer / 12_500 - years) * 0.025);
  const value = Math.max(4_500, yearPrice(unit) * 0.97 * wear * random.shock(0.04));
  const cost = roundTo(value * unit.costShare, 25) + roundTo(300 + 1_400 * random.uniform(), 1);
  return {
    vin: vinOf(unit),
    msrpDollars: roundTo(yearPrice(unit), 5),
    invoiceDollars: cost,
    costDollars: cost,
    askingDollars: roundTo(cost + USED_ASKING_MARGIN + 0.025 * value, 100) - 5,
    odometer,
    optionCodes: [],
  };
}

function yearPrice(unit: Unit): number {
  return unit.spec.priceDollars * (1 + YEARLY_PRICE_RISE * (unit.modelYear - REFERENCE_MODEL_YEAR));
}

function roundTo(value: number, step: number): number {
  return Math.round(value / step) * step;
}
