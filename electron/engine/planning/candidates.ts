/** The builds that can be ordered, what their next units are worth, and their scores. */
import type { Build } from '@shared/domain/build';
import { engineTexts } from '@shared/texts/engine-texts';
import { type BuildDemand, demandByBuild } from './build-demand';
import { modelKey, trimKey } from './configuration-tree';
import { demandBesideForecast } from './demand-beside-forecast';
import { type Economics, economicsOf } from './economics';
import { extraUnits, type MarginalValueInput } from './marginal-values';
import { findOrderableBuilds, SUPPLIED_WITHIN_DAYS } from './orderable-builds';
import { type LeadTimes, leadTimesOf, windowOfModel } from './plan-window';
import { scoreBuilds } from './score';
import { chanceOfSale } from './sell-chance';
import { leftoverDistribution, type StockPosition } from './stock-run-down';
import { type Sibling, saleWorthCents } from './substitution';
import type { Candidate, ConfigurationKey, DaysToSell, PlanInputs, PlanWindow, UnitEconomics } from './types';

const texts = engineTexts.planning.notes;

/** Values are worked out for so many units, and twice as many while they are all above 0. */
const FIRST_UNITS = 6;
const MOST_UNITS = 96;

type BuildRow = PlanInputs['builds'][number];
type UnscoredCandidate = Omit<Candidate, 'score' | 'market'>;

export type CandidateSet = {
  candidates: Candidate[];
  storeDaysToSell: DaysToSell | null;
  /** In words: builds left out and forecasts that were missing. */
  notes: string[];
};

/** Candidates in the order of their keys. A build's values are worked out for at least `minimumUnitsOf` it. */
export function findCandidates(
  inputs: PlanInputs,
  minimumUnitsOf: (build: Build) => number = () => 0,
): CandidateSet {
  const { builds, discontinuedModels } = findOrderableBuilds(inputs);
  const leadTimes = leadTimesOf(inputs);
  const economics = storeEconomics(inputs);
  const demand = demandByBuild(builds, inputs, leadTimes);
  const ofTrims = demandBesideForecast(inputs, builds, demand, leadTimes);
  const supply = supplyByBuild(inputs);
  const positions = builds.flatMap((row): BuildPosition[] => {
    const wanted = demand.get(row.key);
    const position = wanted && positionOf(row, wanted, supply.get(row.key), leadTimes, economics);
    return position ? [position] : [];
  });
  const siblings = siblingsByModel(positions);
  const unscored = positions.map((position) => {
    const others = (siblings.get(modelOf(position.build)) ?? []).filter(({ key }) => key !== position.key);
    const worth = saleWorthCents(position.unit.grossCents, others, inputs.settings);
    const { make, model, trim } = position.build;
    return {
      ...valueBuild(position, worth, economics, minimumUnitsOf(position.build)),
      demandOfTrim: ofTrims.get(trimKey(make, model, trim)) ?? null,
    };
  });
  return {
    candidates: withScores(unscored, inputs),
    storeDaysToSell: economics.storeDaysToSell,
    notes: notesOn(builds, unscored, demand, discontinuedModels),
  };
}

function storeEconomics(inputs: PlanInputs): Economics {
  const { settings } = inputs;
  return economicsOf({
    builds: new Map(inputs.builds.map(({ key, build }) => [key, build])),
    sales: inputs.sales,
    stays: inputs.stays,
    invoices: inputs.invoices,
    today: inputs.today,
    terms: {
      floorPlanAnnualRate: settings.floorPlanAnnualRate,
      daysInYear: settings.daysInYear,
      freeDays: settings.floorPlanFreeDays,
      otherPerDayCents: settings.otherHoldingCostPerDayCents,
      targetDays: settings.targetDaysSupplyNew,
    },
  });
}

type Supply = { onHand: number; arrivalsInDays: number[] };

/** Available units and all that is on its way. */
function supplyByBuild(inputs: PlanInputs): Map<ConfigurationKey, Supply> {
  const supply = new Map<ConfigurationKey, Supply>(
    inputs.builds.map(({ key }) => [key, { onHand: 0, arrivalsInDays: [] }]),
  );
  for (const stay of inputs.stays) {
    const there = supply.get(stay.configuration);
    if (there && stay.closedOn === null && stay.isAvailable) there.onHand += 1;
  }
  for (const unit of inputs.pipeline) supply.get(unit.configuration)?.arrivalsInDays.push(unit.arrivesInDays);
  return supply;
}

/** A build with what bears on its next unit: stock, arrivals, demand and what a unit earns and costs. */
type BuildPosition = {
  key: ConfigurationKey;
  build: Build;
  window: PlanWindow;
  stock: StockPosition;
  demandBy: (days: number) => number;
  dispersion: number;
  unit: UnitEconomics;
};

/** Null when the store knows no gross or no cost for anything like the build. */
function positionOf(
  { key, build }: BuildRow,
  { cumulative, dispersion }: BuildDemand,
  supply: Supply | undefined,
  leadTimes: LeadTimes,
  economics: Economics,
): BuildPosition | null {
  const unit = economics.unitOf(build);
  if (!unit) return null;
  const window = windowOfModel(modelOf(build), leadTimes);
  const windowDays = window.leadDays + window.reviewDays;
  return {
    key,
    build,
    window,
    stock: {
      onHand: supply?.onHand ?? 0,
      arrivalsInDays: (supply?.arrivalsInDays ?? []).filter((days) => days <= windowDays),
    },
    demandBy: (days) => cumulative[days] ?? cumulative.at(-1) ?? 0,
    dispersion,
    unit,
  };
}

/** Builds of each model as substitutes of each other. */
function siblingsByModel(
  positions: readonly BuildPosition[],
): Map<string, (Sibling & { key: ConfigurationKey })[]> {
  const siblings = new Map<string, (Sibling & { key: ConfigurationKey })[]>();
  for (const { key, build, window, stock, demandBy, unit } of positions) {
    const halfway = window.leadDays + Math.round(window.reviewDays / 2);
    const chanceInStock = 1 - (leftoverDistribution(stock, halfway, demandBy)[0] ?? 1);
    const sibling = { key, grossCents: unit.grossCents, chanceInStock };
    const ofModel = siblings.get(modelOf(build));
    if (ofModel) ofModel.push(sibling);
    else siblings.set(modelOf(build), [sibling]);
  }
  return siblings;
}

function valueBuild(
  { key, build, window, stock, demandBy, dispersion, unit }: BuildPosition,
  saleWorth: number,
  economics: Economics,
  minimumUnits: number,
): Omit<UnscoredCandidate, 'demandOfTrim'> {
  const demand = demandBy(window.leadDays + window.reviewDays);
  const daysToSell = economics.daysToSellOf(build);
  const input = {
    position: stock,
    window,
    demandBy,
    dispersion,
    economics: unit,
    saleWorthCents: saleWorth,
  };
  return {
    key,
    build,
    window,
    onHand: stock.onHand,
    pipeline: stock.arrivalsInDays.length,
    demand,
    demandAfterArrival: demand - demandBy(window.leadDays),
    economics: unit,
    daysToSell,
    isCore: isCore(unit, daysToSell, economics),
    turnChance: chanceOfSale(economics.ratesOfSale(build), 0, unit.targetDays),
    saleWorthCents: saleWorth,
    ...worthOfUnits(input, minimumUnits),
  };
}

function isCore(unit: UnitEconomics, pace: DaysToSell | null, store: Economics): boolean {
  const { storeGrossCents, storeDaysToSell } = store;
  if (!pace || pace.isLowerBound || storeGrossCents === null || !storeDaysToSell) return false;
  return unit.grossCents > storeGrossCents && pace.medianDays < storeDaysToSell.medianDays;
}

function modelOf({ make, model }: Build): string {
  return modelKey(make, model);
}

/**
 * Values up to and with the first that is not above 0, and no fewer than `minimumUnits`. Each unit worked out serves
 * the buyers that the units before it could not, so their chances of selling add up to the buyers lost without any.
 */
function worthOfUnits(
  input: MarginalValueInput,
  minimumUnits: number,
): Pick<Candidate, 'marginalValuesCents' | 'lostSales'> {
  let count = Math.max(FIRST_UNITS, minimumUnits);
  let units = extraUnits(input, count);
  while ((units.at(-1)?.valueCents ?? 0) > 0 && count < MOST_UNITS) {
    count *= 2;
    units = extraUnits(input, count);
  }
  const values = units.map((unit) => unit.valueCents);
  const nothing = values.findIndex((value) => value <= 0);
  return {
    marginalValuesCents: nothing < 0 ? values : values.slice(0, Math.max(nothing + 1, minimumUnits)),
    lostSales: units.reduce((sum, unit) => sum + unit.sellProbability, 0),
  };
}

function withScores(candidates: readonly UnscoredCandidate[], inputs: PlanInputs): Candidate[] {
  const market = new Map(inputs.marketFacts.map((fact) => [modelKey(fact.make, fact.model), fact]));
  const scores = scoreBuilds(
    candidates.map(({ build, economics, daysToSell, demand }) => {
      const fact = market.get(modelKey(build.make, build.model));
      return {
        grossCents: economics.grossCents,
        daysToTurn: daysToSell?.medianDays ?? null,
        marketShare: fact?.share ?? null,
        marketTrend: fact?.trend ?? null,
        supplyToRivals: fact?.supplyToRivals ?? null,
        priceToRivals: fact?.priceToRivals ?? null,
        demand,
      };
    }),
    inputs.weights,
  );
  return candidates.flatMap((candidate, index) => {
    const score = scores[index];
    const { make, model } = candidate.build;
    return score ? [{ ...candidate, score, market: market.get(modelKey(make, model)) ?? null }] : [];
  });
}

function notesOn(
  builds: readonly BuildRow[],
  valued: readonly UnscoredCandidate[],
  demand: ReadonlyMap<ConfigurationKey, BuildDemand>,
  discontinuedModels: readonly string[],
): string[] {
  const unvalued = builds.length - valued.length;
  const unforecast = valued.filter((one) => demand.get(one.key)?.basis === 'recent_rate').length;
  return [
    ...(unvalued > 0 ? [texts.unvalued(unvalued)] : []),
    ...(unforecast > 0 ? [texts.unforecast(unforecast)] : []),
    ...(discontinuedModels.length > 0
      ? [texts.discontinued(SUPPLIED_WITHIN_DAYS, discontinuedModels.join(', '))]
      : []),
  ];
}
