/**
 * Which units cost money by standing, and why: aged beyond the store's limit, too many of their kind (the oldest, as
 * many as the gap says, once they are halfway to aged), or with a repayment of the floor plan due within 30 days.
 * Kinds are trims of new units and models of used ones, of which no two are alike. Pure.
 */
import type { AgedUnit, UnitOption } from '@shared/contract/aged-units';
import type { Gap } from '@shared/contract/plan-gaps';
import type { Condition } from '@shared/contract/primitives';
import type { StoreSettings } from '@shared/contract/stores';
import type { Build } from '@shared/domain/build';
import type { CalendarDay } from '@shared/domain/calendar-day';
import { engineTexts } from '@shared/texts/engine-texts';
import { writeDay } from '../figures/write-day';
import { writeDollars } from '../figures/write-dollars';
import { modelKey, trimKey } from './configuration-tree';
import { type DueCurtailment, nextCurtailment } from './curtailments';
import type { Economics } from './economics';
import { costOfDays, interestPerDayCents } from './holding-cost';
import { chanceOfSale } from './sell-chance';
import type { UnitEconomics } from './types';
import { bestOption, SALES_PER_PERCENT, unitOptions } from './unit-options';

const texts = engineTexts.planning.agedUnits;

const MONTH_DAYS = 30;
/** Fewest wholesale deals for the store's own figure. */
const WHOLESALE_MINIMUM_DEALS = 5;
/** Assumed until then: at an auction a new unit is a used one, a fifth below cost; a used one brings 6 % below. */
const ASSUMED_WHOLESALE: Record<Condition, number> = { new: -0.2, used: -0.06 };

export type StockUnitRow = {
  id: number;
  stockNumber: string | null;
  vin: string | null;
  build: Build;
  receivedOn: CalendarDay;
  ageDays: number;
  costCents: number | null;
  priceCents: number | null;
};

/** Total gross over total cost of the wholesale deals of a year; null without any. */
export type WholesaleFacts = { deals: number; share: number | null };

type UnitsToJudge = {
  condition: Condition;
  stock: readonly StockUnitRow[];
  today: CalendarDay;
  settings: StoreSettings;
  /** Gaps of this condition: of new units by trim, of used ones by model (trim null). */
  gaps: readonly Gap[];
  economics: Economics;
  wholesale: WholesaleFacts;
};

export function judgeUnits(request: UnitsToJudge): { units: AgedUnit[]; notes: string[] } {
  const { condition, stock, today, settings } = request;
  const agedDays = condition === 'new' ? settings.agedDaysNew : settings.agedDaysUsed;
  const schedule = condition === 'new' ? settings.curtailmentsNew : settings.curtailmentsUsed;
  const tooMany = oldestTooMany(stock, request.gaps, agedDays / 2);
  const wholesaleShare = wholesaleShareOf(request);
  const units = stock.flatMap((unit): AgedUnit[] => {
    const causes = {
      isAged: unit.ageDays > agedDays,
      isTooMany: tooMany.has(unit.id),
      curtailment: nextCurtailment(unit, schedule, today, MONTH_DAYS),
    };
    if (!causes.isAged && !causes.isTooMany && causes.curtailment === null) return [];
    return [judgeUnit(unit, causes, request, wholesaleShare)];
  });
  return { units, notes: notesOn(request, wholesaleShare) };
}

/** The oldest units of each kind that has too many, as many as are too many. */
function oldestTooMany(stock: readonly StockUnitRow[], gaps: readonly Gap[], fromDays: number): Set<number> {
  const kinds = new Map<string, StockUnitRow[]>();
  for (const unit of stock.filter(({ ageDays }) => ageDays > fromDays)) {
    const { make, model, trim } = unit.build;
    for (const key of [modelKey(make, model), trimKey(make, model, trim)]) {
      const kind = kinds.get(key);
      if (kind) kind.push(unit);
      else kinds.set(key, [unit]);
    }
  }
  const ids = gaps.flatMap(({ gap, make, model, trim }) => {
    if (gap >= 0) return [];
    const kind = kinds.get(trim === null ? modelKey(make, model) : trimKey(make, model, trim)) ?? [];
    return [...kind]
      .sort((a, b) => b.ageDays - a.ageDays)
      .slice(0, -gap)
      .map(({ id }) => id);
  });
  return new Set(ids);
}

type Causes = { isAged: boolean; isTooMany: boolean; curtailment: DueCurtailment | null };

function judgeUnit(
  unit: StockUnitRow,
  causes: Causes,
  { condition, economics, settings }: UnitsToJudge,
  wholesaleShare: number,
): AgedUnit {
  const { ageDays, costCents, priceCents, build } = unit;
  const known = economics.unitOf(build);
  const cost = costCents ?? known?.unitCostCents ?? 0;
  const costs = {
    otherPerDayCents: settings.otherHoldingCostPerDayCents,
    interestPerDayCents: interestPerDayCents(cost, settings),
    freeDays: settings.floorPlanFreeDays,
    erosionPerDayCents: known?.erosionPerDayCents ?? 0,
    targetDays: condition === 'new' ? settings.targetDaysSupplyNew : settings.targetDaysSupplyUsed,
  };
  const rates = economics.ratesOfSale(build);
  const options = unitOptions({
    condition,
    ageDays,
    costCents: cost,
    priceCents,
    grossCents: expectedGross(unit, known),
    rates,
    wholesaleShare,
    trade: { takenShare: settings.tradeTakenShare, costCents: settings.tradeCostCents },
    costs,
  });
  const chanceInMonth = chanceOfSale(rates, ageDays, MONTH_DAYS);
  const choice = bestOption(options);
  const holdingCosts = { ...costs, erosionPerDayCents: 0 };
  return {
    unitId: String(unit.id),
    stockNumber: unit.stockNumber,
    vin: unit.vin,
    condition,
    build,
    ageDays,
    costCents,
    priceCents,
    holdingNextMonthCents: Math.round(costOfDays(ageDays, ageDays + MONTH_DAYS, holdingCosts)),
    ...causes,
    chanceInMonth,
    options,
    ...choice,
    reasons: reasonsFor(unit, causes, chanceInMonth, options, choice.best, economics),
  };
}

/** The family's mean gross less what ageing took of it; of the front no more than the asking price leaves. */
function expectedGross(
  { ageDays, costCents, priceCents }: StockUnitRow,
  known: UnitEconomics | null,
): number {
  if (!known) return 0;
  const eroded = known.erosionPerDayCents * Math.max(0, ageDays - known.targetDays);
  const { frontGrossCents, backGrossCents } = known;
  if (frontGrossCents === null || backGrossCents === null || costCents === null || priceCents === null)
    return Math.round(known.grossCents - eroded);
  return Math.round(Math.min(frontGrossCents - eroded, priceCents - costCents) + backGrossCents);
}

function wholesaleShareOf({ condition, wholesale: { deals, share } }: UnitsToJudge): number {
  return deals >= WHOLESALE_MINIMUM_DEALS && share !== null ? share : ASSUMED_WHOLESALE[condition];
}

function reasonsFor(
  { ageDays, build }: StockUnitRow,
  { isTooMany, curtailment }: Causes,
  chanceInMonth: number,
  options: readonly UnitOption[],
  best: AgedUnit['best'],
  economics: Economics,
): string[] {
  const pace = economics.daysToSellOf(build);
  const stood = texts.stood({
    days: ageDays,
    usual: pace && { level: texts.levels[pace.level], days: pace.medianDays },
    chance: Math.round(chanceInMonth * 100),
    chanceDays: MONTH_DAYS,
    isTooMany,
  });
  const nets = new Map(options.map(({ action, netCents }) => [action, netCents]));
  const hold = nets.get('hold') ?? 0;
  const gain = (nets.get(best) ?? 0) - hold;
  const money =
    best === 'hold'
      ? texts.holdingIsBest(writeDollars(hold))
      : texts.anotherIsBest[best](writeDollars(hold), writeDollars(gain));
  const due = curtailment
    ? [texts.curtailmentDue(writeDollars(curtailment.amountCents), writeDay(curtailment.dueOn))]
    : [];
  return [stood, money, ...due];
}

function notesOn({ condition, wholesale, settings }: UnitsToJudge, wholesaleShare: number): string[] {
  const percent = (-wholesaleShare * 100).toFixed(1);
  const isMeasured = wholesale.deals >= WHOLESALE_MINIMUM_DEALS;
  const wholesaleNote = isMeasured ? texts.wholesaleMeasured : texts.wholesaleAssumed;
  const words = texts.conditions[condition];
  const schedule = condition === 'new' ? settings.curtailmentsNew : settings.curtailmentsUsed;
  return [
    wholesaleNote(words, percent, wholesale.deals),
    texts.repricingAssumes(SALES_PER_PERCENT * 100),
    ...(condition === 'new'
      ? [
          texts.tradesAssume(
            Math.round(settings.tradeTakenShare * 100),
            writeDollars(settings.tradeCostCents),
          ),
        ]
      : []),
    ...(schedule.length === 0 ? [texts.noCurtailments(words)] : []),
  ];
}
