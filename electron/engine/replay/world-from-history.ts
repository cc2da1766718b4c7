/**
 * A store's last months as a world to live through again. The months before are its history, seen by every policy; the
 * replayed ones give the customers (draw-chance.ts) and what the store itself did. All policies begin with the stock of
 * the opening day and with what came in the order-to-delivery time after it, which was on its way by then. Of a build
 * that the store had never had, every policy also gets the first two units when they came: nobody orders what nobody
 * has heard of.
 */

import { AppError } from '@shared/contract/errors';
import type { StoreSettings } from '@shared/contract/stores';
import type { Build } from '@shared/domain/build';
import { type CalendarDay, daysBetween } from '@shared/domain/calendar-day';
import { engineTexts } from '@shared/texts/engine-texts';
import { economicsOf } from '../planning/economics';
import type { ConfigurationKey, SoldUnit } from '../planning/types';
import { demandOfHistory, type HistoricDemand } from './demand-of-history';
import type { HistoricUnit, StoreHistory } from './store-history';
import type { LotUnit, OrderedUnit, ReplayWorld, WorldBuild } from './types';

const texts = engineTexts.planning.replays;

/** Fewest months before the opening: a year shows every season once. */
const LEAST_HISTORY_DAYS = 365;
const LEAST_REPLAY_CYCLES = 3;
const FIRST_UNITS = 2;
const DAYS_PER_MONTH = 365.25 / 12;

export type HistoricWorld = {
  world: ReplayWorld;
  demand: HistoricDemand;
  past: LotUnit[];
  leadDays: number[];
  notes: string[];
};

/** Throws NO_DATA when fewer than three ordering cycles follow a first year of sales. */
export function worldFromHistory(history: StoreHistory, months: number): HistoricWorld {
  const epoch = firstSaleOf(history);
  const dayNumber = (day: CalendarDay) => daysBetween(epoch, day);
  const end = dayNumber(history.asOf) + 1;
  const days = replayedDays(history, end, months);
  const openingDay = end - days;
  const medianStay = medianStayOf(history.units);
  const { builds, erosionPerDayCents } = worthOfBuilds(history);
  const indexOf = new Map(builds.map(({ key }, index) => [key, index]));
  const past = history.units.flatMap((unit): LotUnit[] => {
    const build = indexOf.get(unit.configuration);
    if (build === undefined) return [];
    const soldDay = unit.soldOn === null ? null : dayNumber(unit.soldOn);
    const receivedDay = unit.receivedOn === null ? (soldDay ?? end) - medianStay : dayNumber(unit.receivedOn);
    return [{ build, orderedDay: null, receivedDay, soldDay, grossCents: unit.grossCents }];
  });
  past.sort((a, b) => a.receivedDay - b.receivedDay);
  const lead = history.settings.orderToDeliveryDays;
  const arrivals = past.filter(({ receivedDay }) => receivedDay >= openingDay);
  const isCommon = commonArrivals(past, openingDay, lead);
  const asOrder = ({ build, receivedDay }: LotUnit): OrderedUnit => ({
    build,
    orderedDay: receivedDay - lead,
    arrivesDay: receivedDay,
  });
  return {
    world: {
      epoch,
      openingDay,
      days,
      builds,
      history: past
        .filter(({ receivedDay }) => receivedDay < openingDay)
        .map((unit) =>
          unit.soldDay !== null && unit.soldDay >= openingDay
            ? { ...unit, soldDay: null, grossCents: null }
            : unit,
        ),
      pipeline: arrivals.filter(isCommon).map(asOrder),
      actual: arrivals.filter((unit) => !isCommon(unit)).map(asOrder),
      settings: withPlacesForNew(history),
      erosionPerDayCents,
      allocation: history.allocation,
      constraints: history.constraints,
      marketFacts: history.marketFacts,
      weights: history.weights,
      tilt: history.tilt,
    },
    demand: demandOfHistory(builds, past, end),
    past,
    leadDays: history.leadDays,
    notes: notesOn(history, { days, openingDay, medianStay }),
  };
}

/** Used units are not replayed: they keep the places that they have now. */
function withPlacesForNew({ settings, usedOnLot }: StoreHistory): StoreSettings {
  const { lotPlaces } = settings;
  return { ...settings, lotPlaces: lotPlaces === null ? null : Math.max(0, lotPlaces - usedOnLot) };
}

function firstSaleOf({ units, asOf }: StoreHistory): CalendarDay {
  return units.reduce((least, { soldOn }) => (soldOn !== null && soldOn < least ? soldOn : least), asOf);
}

/** Whole ordering cycles, as many as were asked for or as the history leaves. */
function replayedDays({ settings, asOf }: StoreHistory, end: number, months: number): number {
  const cycle = settings.reviewPeriodDays;
  const wanted = Math.floor((months * DAYS_PER_MONTH) / cycle);
  const possible = Math.floor((end - LEAST_HISTORY_DAYS) / cycle);
  const cycles = Math.min(wanted, possible);
  if (cycles >= LEAST_REPLAY_CYCLES) return cycles * cycle;
  throw new AppError('NO_DATA', texts.tooShort.message(asOf), {
    details: { daysOfSales: end, daysNeeded: LEAST_HISTORY_DAYS + LEAST_REPLAY_CYCLES * cycle },
    nextStep: texts.tooShort.nextStep,
  });
}

function medianStayOf(units: readonly HistoricUnit[]): number {
  const stays = units
    .flatMap(({ receivedOn, soldOn }) =>
      receivedOn && soldOn ? [Math.max(0, daysBetween(receivedOn, soldOn))] : [],
    )
    .sort((a, b) => a - b);
  return stays[Math.floor(stays.length / 2)] ?? 60;
}

/**
 * Gross and cost of each build as a plan works them out, from all the sales: a replay is told what was, not what could
 * be known then. Gross is taken as it was before age took its part, since the replay takes that part anew.
 */
function worthOfBuilds({ builds, units, settings, asOf }: StoreHistory): {
  builds: WorldBuild[];
  erosionPerDayCents: number;
} {
  const byKey = new Map<ConfigurationKey, Build>(builds.map(({ key, build }) => [key, build]));
  const sales = units.flatMap(toSale);
  const terms = {
    floorPlanAnnualRate: settings.floorPlanAnnualRate,
    daysInYear: settings.daysInYear,
    freeDays: settings.floorPlanFreeDays,
    otherPerDayCents: settings.otherHoldingCostPerDayCents,
    targetDays: settings.targetDaysSupplyNew,
  };
  const inputs = { builds: byKey, stays: [], invoices: [], today: asOf, terms };
  const measured = economicsOf({ ...inputs, sales });
  const first = builds.map(({ build }) => measured.unitOf(build)).find((unit) => unit !== null);
  const erosionPerDayCents = first?.erosionPerDayCents ?? 0;
  const unaged = sales.map((sale) => ({
    ...sale,
    grossCents:
      sale.grossCents === null
        ? null
        : sale.grossCents + erosionPerDayCents * Math.max(0, (sale.daysInStock ?? 0) - terms.targetDays),
  }));
  const economics = economicsOf({ ...inputs, sales: unaged });
  return {
    builds: builds.flatMap(({ key, build }) => {
      const unit = economics.unitOf(build);
      return unit ? [{ key, build, grossCents: unit.grossCents, unitCostCents: unit.unitCostCents }] : [];
    }),
    erosionPerDayCents,
  };
}

function toSale({ configuration, receivedOn, soldOn, grossCents, costCents }: HistoricUnit): SoldUnit[] {
  if (soldOn === null) return [];
  const daysInStock = receivedOn === null ? null : Math.max(0, daysBetween(receivedOn, soldOn));
  return [{ configuration, soldOn, grossCents, costCents, daysInStock }];
}

/** What was on its way at the opening, and the first units of builds that were new to the store. */
function commonArrivals(
  past: readonly LotUnit[],
  openingDay: number,
  lead: number,
): (unit: LotUnit) => boolean {
  const known = new Set(past.filter(({ receivedDay }) => receivedDay < openingDay).map(({ build }) => build));
  const common = new Set<LotUnit>();
  const first = new Map<number, number>();
  for (const unit of past) {
    if (unit.receivedDay < openingDay) continue;
    const count = first.get(unit.build) ?? 0;
    const isFirst = !known.has(unit.build) && count < FIRST_UNITS;
    if (isFirst) first.set(unit.build, count + 1);
    if (isFirst || unit.receivedDay < openingDay + lead) common.add(unit);
  }
  return (unit) => common.has(unit);
}

function notesOn(
  { settings, asOf, leadDays, units }: StoreHistory,
  { days, openingDay, medianStay }: { days: number; openingDay: number; medianStay: number },
): string[] {
  const unknown = units.filter(({ receivedOn, soldOn }) => receivedOn === null && soldOn !== null).length;
  return [
    texts.notes.period(days, asOf, settings.reviewPeriodDays, openingDay),
    texts.notes.customers,
    leadDays.length > 0
      ? texts.notes.measuredDeliveries(leadDays.length)
      : texts.notes.assumedDeliveries(settings.orderToDeliveryDays),
    texts.notes.limits,
    texts.notes.stockAtEnd,
    ...(unknown > 0 ? [texts.notes.noInDate(unknown, medianStay)] : []),
  ];
}
