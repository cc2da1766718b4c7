/**
 * The money of a deal, in cents. Front gross = sales price - (cost + pack); back gross = finance reserve +
 * products; total = front + back. Gross falls with age, differs by line, and may be negative.
 */
import { type Cents, centsFromDollars } from '@shared/domain/money';
import type { RandomSource } from './random-source';
import { FAIR_COST_SHARE, type Sale } from './unit';
import type { UnitDetails } from './unit-details';

const FRESH_DAYS = { new: 25, used: 18 };
const GROSS_LOST_PER_DAY = { new: 10, used: 24 };
const MOST_LOST = { new: 2_600, used: 3_800 };
const FRONT_SPREAD = { new: 780, used: 900 };
const PACK = { new: 150, used: 595 };
const HOLDBACK_SHARE = 0.03;
/** Dollars of gross that follow from each whole share of retail value paid above the fair one. */
const OVERPAID_EFFECT = 12_000;
/** Share of a wished gross above the list price that is still paid. */
const PAID_ABOVE_LIST = 0.15;
const FINANCED_SHARE = 0.7;
const PRODUCT_CHANCE = { new: 0.44, used: 0.5 };

export type DealTerms = {
  dealType: 'F' | 'L' | 'C' | 'P';
  salesPriceCents: Cents;
  listPriceCents: Cents;
  costCents: Cents;
  packCents: Cents;
  frontGrossCents: Cents;
  financeReserveCents: Cents;
  backGrossCents: Cents;
  rebateCents: Cents;
  holdbackCents: Cents;
};

export function dealTerms(sale: Sale, details: UnitDetails, random: RandomSource): DealTerms {
  const { unit, type } = sale;
  const retail = type === 'R' || type === 'L';
  const costCents = centsFromDollars(details.costDollars);
  const listPriceCents = centsFromDollars(details.askingDollars);
  const packCents = retail ? centsFromDollars(PACK[unit.condition]) : 0;
  const wishedFrontCents = centsFromDollars(retail ? retailFront(sale, random) : tradeFront(sale, random));
  const frontGrossCents = haggled(wishedFrontCents, listPriceCents - costCents - packCents);
  const dealType = !retail ? 'P' : type === 'L' ? 'L' : random.chance(FINANCED_SHARE) ? 'F' : 'C';
  const reserve =
    dealType === 'F' ? random.between(150, 1_300) : dealType === 'L' ? random.between(200, 800) : 0;
  const products = retail && random.chance(PRODUCT_CHANCE[unit.condition]) ? random.between(500, 2_600) : 0;
  const financeReserveCents = centsFromDollars(reserve);
  return {
    dealType,
    salesPriceCents: costCents + packCents + frontGrossCents,
    listPriceCents,
    costCents,
    packCents,
    frontGrossCents,
    financeReserveCents,
    backGrossCents: financeReserveCents + centsFromDollars(products),
    rebateCents: retail && unit.condition === 'new' ? centsFromDollars(rebate(sale, random)) : 0,
    holdbackCents:
      unit.condition === 'new' && type !== 'D' ? centsFromDollars(details.msrpDollars * HOLDBACK_SHARE) : 0,
  };
}

/** Few buyers pay more than the list price: what a wished gross has above it mostly goes. */
function haggled(wishedCents: Cents, atListPriceCents: Cents): Cents {
  if (wishedCents <= atListPriceCents) return wishedCents;
  return atListPriceCents + Math.round((wishedCents - atListPriceCents) * PAID_ABOVE_LIST);
}

function retailFront(sale: Sale, random: RandomSource): number {
  const { unit } = sale;
  const stale = Math.max(0, sale.contractDay - unit.inDay - FRESH_DAYS[unit.condition]);
  const lost = Math.min(MOST_LOST[unit.condition], stale * GROSS_LOST_PER_DAY[unit.condition]);
  const overpaid = unit.condition === 'used' ? (unit.costShare - FAIR_COST_SHARE) * OVERPAID_EFFECT : 0;
  const wanted = 130 * unit.appeal;
  return (
    unit.frontGrossDollars + 300 + wanted - lost - overpaid + FRONT_SPREAD[unit.condition] * random.normal()
  );
}

/** Fleet earns a little, dealer trades nothing, and wholesale mostly loses, more so the older the car. */
function tradeFront(sale: Sale, random: RandomSource): number {
  if (sale.type === 'F') return 350 + 250 * random.normal();
  if (sale.type === 'D') return 0;
  return 150 - 9 * (sale.contractDay - sale.unit.inDay) + 450 * random.normal();
}

function rebate(sale: Sale, random: RandomSource): number {
  const old = sale.contractDay - sale.unit.inDay > 120 ? 1_500 : 0;
  return random.chance(0.7) ? 250 * random.integer(1, 9) + old : old;
}
