/** The builds that can be ordered, what their next units are worth, and their scores. */
import type { Build } from '@shared/domain/build';
import { type BuildDemand, demandByBuild } from './build-demand';
import { modelKey } from './configuration-tree';
import { type Economics, economicsOf } from './economics';
import { extraUnits, type MarginalValueInput } from './marginal-values';
import { findOrderableBuilds, SUPPLIED_WITHIN_DAYS } from './orderable-builds';
import { type LeadTimes, leadTimesOf, windowOfModel } from './plan-window';
import { scoreBuilds } from './score';
import type { Candidate, ConfigurationKey, DaysToSell, PlanInputs } from './types';

/** Values are worked out for so many units, and twice as many while they are all above 0. */
const FIRST_UNITS = 6;
const MOST_UNITS = 96;

type BuildRow = PlanInputs['builds'][number];
type UnscoredCandidate = Omit<Candidate, 'score'>;

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
  const supply = supplyByBuild(inputs);
  const unscored = builds.flatMap((row): UnscoredCandidate[] => {
    const wanted = demand.get(row.key);
    if (!wanted) return [];
    const facts = { demand: wanted, supply: supply.get(row.key), leadTimes, economics };
    const candidate = valueBuild(row, facts, minimumUnitsOf(row.build));
    return candidate ? [candidate] : [];
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

type BuildFacts = {
  demand: BuildDemand;
  supply: Supply | undefined;
  leadTimes: LeadTimes;
  economics: Economics;
};

/** Null when the store knows no gross or no cost for anything like the build. */
function valueBuild(
  { key, build }: BuildRow,
  { demand: { curve, share }, supply, leadTimes, economics }: BuildFacts,
  minimumUnits: number,
): UnscoredCandidate | null {
  const unit = economics.unitOf(build);
  if (!unit) return null;
  const window = windowOfModel(modelKey(build.make, build.model), leadTimes);
  const windowDays = window.leadDays + window.reviewDays;
  const onHand = supply?.onHand ?? 0;
  const arrivalsInDays = (supply?.arrivalsInDays ?? []).filter((days) => days <= windowDays);
  const demandBy = (days: number) => share.share * (curve.cumulative[days] ?? curve.cumulative.at(-1) ?? 0);
  return {
    key,
    build,
    window,
    onHand,
    pipeline: arrivalsInDays.length,
    demand: demandBy(windowDays),
    demandAfterArrival: demandBy(windowDays) - demandBy(window.leadDays),
    economics: unit,
    daysToSell: economics.daysToSellOf(build),
    marginalValuesCents: valuesUntilNothing(
      {
        position: { onHand, arrivalsInDays },
        window,
        demandBy,
        // Uncertainty of the trim's rate and of the build's share multiply as independent factors do.
        dispersion: (1 + curve.dispersion) * (1 + share.rateDispersion) - 1,
        economics: unit,
      },
      minimumUnits,
    ),
  };
}

/** Values up to and with the first that is not above 0, and no fewer than `minimumUnits`. */
function valuesUntilNothing(input: MarginalValueInput, minimumUnits: number): number[] {
  let count = Math.max(FIRST_UNITS, minimumUnits);
  let values = extraUnits(input, count).map((unit) => unit.valueCents);
  while ((values.at(-1) ?? 0) > 0 && count < MOST_UNITS) {
    count *= 2;
    values = extraUnits(input, count).map((unit) => unit.valueCents);
  }
  const nothing = values.findIndex((value) => value <= 0);
  return nothing < 0 ? values : values.slice(0, Math.max(nothing + 1, minimumUnits));
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
        demand,
      };
    }),
    inputs.weights,
  );
  return candidates.flatMap((candidate, index) => {
    const score = scores[index];
    return score ? [{ ...candidate, score }] : [];
  });
}

function notesOn(
  builds: readonly BuildRow[],
  valued: readonly UnscoredCandidate[],
  demand: ReadonlyMap<ConfigurationKey, BuildDemand>,
  discontinuedModels: readonly string[],
): string[] {
  const unvalued = builds.length - valued.length;
  const unforecast = valued.filter((one) => !demand.get(one.key)?.hasForecast).length;
  return [
    ...(unvalued > 0 ? [`Left out for want of a known gross or cost: ${countOf(unvalued, 'build')}.`] : []),
    ...(unforecast > 0
      ? [`No forecast of the trim, its recent rate of sale is used: ${countOf(unforecast, 'build')}.`]
      : []),
    ...(discontinuedModels.length > 0
      ? [
          `Nothing received or on order for ${SUPPLIED_WITHIN_DAYS} days, so taken as discontinued: ` +
            `${discontinuedModels.join(', ')}.`,
        ]
      : []),
  ];
}

function countOf(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
