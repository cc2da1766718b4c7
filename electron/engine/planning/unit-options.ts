/**
 * What can be done with a unit that stands: hold it, cut its price, trade it to another dealer, send it to auction.
 * Each in dollars from today on (what it has cost so far is gone either way):
 *
 *   net = sum over days of P(sold that day) x gross then - P(still there) x cost of the day
 *         + P(never sold in 120 days) x what the auction brings
 *
 * The chance of a sale by age counts unsold units and borrows from the family (sell-chance.ts); days cost interest,
 * other cost and, beyond the target, the erosion of gross, as in the order plan. A price cut is taken off the gross
 * and raises the chance of a sale by `SALES_PER_PERCENT` for each percent, which is assumed: a store changes too few
 * prices to measure it. A trade brings the cost, or the asking price where that is lower, less the cost of the trade, if a
 * dealer takes the unit; else it is held on. Dealers want what sells: of units offered the store's share is taken, times
 * the chance that a fresh one of the kind sells within a month. An auction brings the share of cost that the store's
 * own wholesale deals lost.
 */
import type { UnitAction, UnitOption } from '@shared/contract/aged-units';
import { engineTexts } from '@shared/texts/engine-texts';
import { costOfDays } from './holding-cost';
import { chanceOfSale, type SaleRates, salesBetween } from './sell-chance';

const texts = engineTexts.planning.agedUnits.options;

const LOOK_AHEAD_DAYS = 120;
const TRADE_DAYS = 10;
/** A dealer who takes a unit counts on selling it in so many days. */
const TAKERS_DAYS = 30;
const AUCTION_DAYS = 7;
const CUTS_PERCENT = [1, 2, 3, 4, 5, 6, 8, 10, 12, 15];
/** Each percent off the price raises the chance of a sale by a tenth of what it is. */
export const SALES_PER_PERCENT = 0.1;

export type StandingUnit = {
  condition: 'new' | 'used';
  ageDays: number;
  costCents: number;
  /** Asking price; null when the export has none. */
  priceCents: number | null;
  /** Expected gross of a sale at this age. */
  grossCents: number;
  rates: SaleRates;
  /** What a wholesale deal earns as a share of cost; mostly below 0. */
  wholesaleShare: number;
  trade: { takenShare: number; costCents: number };
  costs: Parameters<typeof costOfDays>[2];
};

/** All four options, in the order of their names' meaning: hold, reprice, trade, wholesale. */
export function unitOptions(unit: StandingUnit): UnitOption[] {
  const ahead = lookAhead(unit);
  return [holding(unit, ahead), repricing(unit, ahead), trading(unit, ahead), auction(unit)];
}

/** What every option looks at, worked out once: by day from today, the sales expected until it and what it costs. */
type Ahead = { sales: readonly number[]; costsCents: readonly number[] };

function lookAhead({ ageDays, rates, costs }: StandingUnit): Ahead {
  const days = Array.from({ length: LOOK_AHEAD_DAYS }, (_, index) => ageDays + index);
  return {
    sales: days.map((age) => salesBetween(rates, ageDays, age + 1)),
    costsCents: days.map((age) => costOfDays(age, age + 1, costs)),
  };
}

/** The option with the most dollars; a tie goes to the first, which is to hold. */
export function bestOption(options: readonly UnitOption[]): { best: UnitAction; stakeCents: number } {
  const hold = options.find(({ action }) => action === 'hold')?.netCents ?? 0;
  const best = options.reduce<{ best: UnitAction; net: number }>(
    (most, { action, netCents }) =>
      netCents !== null && netCents > most.net ? { best: action, net: netCents } : most,
    { best: 'hold', net: hold },
  );
  return { best: best.best, stakeCents: best.net - hold };
}

function holding(unit: StandingUnit, ahead: Ahead): UnitOption {
  const { netCents, days } = standingFor(unit, ahead, 0);
  return { action: 'hold', netCents, days, newPriceCents: null, note: texts.hold };
}

function repricing(unit: StandingUnit, ahead: Ahead): UnitOption {
  const { priceCents } = unit;
  if (priceCents === null) return impossible('reprice', texts.noPrice);
  const cuts = CUTS_PERCENT.map((percent) => ({ percent, ...standingFor(unit, ahead, percent) }));
  const best = cuts.reduce((most, cut) => (cut.netCents > most.netCents ? cut : most));
  return {
    action: 'reprice',
    netCents: best.netCents,
    days: best.days,
    newPriceCents: priceCents - cutCents(priceCents, best.percent),
    note: texts.reprice(best.percent),
  };
}

function trading(unit: StandingUnit, ahead: Ahead): UnitOption {
  if (unit.condition === 'used') return impossible('trade', texts.usedNotTraded);
  const held = standingFor(unit, ahead, 0);
  const { costCents, priceCents, rates, trade } = unit;
  const chance = trade.takenShare * chanceOfSale(rates, 0, TAKERS_DAYS);
  const isBelowCost = priceCents !== null && priceCents < costCents;
  const taken = (isBelowCost ? priceCents - costCents : 0) - trade.costCents - costUntil(unit, TRADE_DAYS);
  return {
    action: 'trade',
    netCents: Math.round(chance * taken + (1 - chance) * held.netCents),
    days: chance * TRADE_DAYS + (1 - chance) * held.days,
    newPriceCents: null,
    note: (isBelowCost ? texts.tradeAtPrice : texts.tradeAtCost)(Math.round(100 * chance)),
  };
}

function auction(unit: StandingUnit): UnitOption {
  const percent = Math.abs(unit.wholesaleShare * 100).toFixed(1);
  return {
    action: 'wholesale',
    netCents: auctionCents(unit) - costUntil(unit, AUCTION_DAYS),
    days: AUCTION_DAYS,
    newPriceCents: null,
    note: unit.wholesaleShare < 0 ? texts.belowCost(percent) : texts.aboveCost(percent),
  };
}

function impossible(action: UnitAction, note: string): UnitOption {
  return { action, netCents: null, days: null, newPriceCents: null, note };
}

function standingFor(
  unit: StandingUnit,
  ahead: Ahead,
  cutPercent: number,
): { netCents: number; days: number } {
  const quicker = (1 + SALES_PER_PERCENT) ** cutPercent;
  const gross = unit.grossCents - cutCents(unit.priceCents ?? 0, cutPercent);
  let net = 0;
  let days = 0;
  let there = 1;
  ahead.sales.forEach((sales, index) => {
    const left = Math.exp(-quicker * sales);
    const standing = (there + left) / 2;
    net += (there - left) * gross - standing * (ahead.costsCents[index] ?? 0);
    days += standing;
    there = left;
  });
  return { netCents: Math.round(net + there * auctionCents(unit)), days };
}

function cutCents(priceCents: number, percent: number): number {
  return Math.round((priceCents * percent) / 100);
}

function auctionCents({ costCents, wholesaleShare }: StandingUnit): number {
  return Math.round(costCents * wholesaleShare);
}

function costUntil({ ageDays, costs }: StandingUnit, days: number): number {
  return Math.round(costOfDays(ageDays, ageDays + days, costs));
}
