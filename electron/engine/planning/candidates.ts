/**
 * The builds that can be ordered and what their next units are worth. A build is a candidate while the store
 * still deals in it: sold, in stock or on order within the last half year. Discontinued ones fall away by that,
 * and their demand goes to their trim's other builds.
 */
import type { Build } from '@shared/domain/build';
import { daysBetween } from '@shared/domain/calendar-day';
import { modelKey, trimKey } from './configuration-tree';
import { type DemandCurve, demandCurve, flatDemandCurve } from './demand-curve';
import { type BuildShare, buildShares, splitEvidence } from './demand-split';
import { type Economics, economicsOf } from './economics';
import { extraUnits, FOLLOW_UP_DAYS, type MarginalValueInput } from './marginal-values';
import { type LeadTimes, windowOfModel } from './plan-window';
import { scoreBuilds } from './score';
import type { Candidate, ConfigurationKey, DaysToSell, PlanInputs } from './types';

export const CANDIDATE_SEEN_WITHIN_DAYS = 180;
/** A trim without a forecast: its rate of the last half year, taken as known to within its own size. */
const RECENT_RATE_DAYS = 180;
const RECENT_RATE_DISPERSION = 0.5;
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
  const rows = recentBuilds(inputs).sort((a, b) => (a.key < b.key ? -1 : 1));
  const economics = economicsOf({
    builds: new Map(inputs.builds.map(({ key, build }) => [key, build])),
    sales: inputs.sales,
    stays: inputs.stays,
    invoices: inputs.invoices,
    today: inputs.today,
    terms: {
      floorPlanAnnualRate: inputs.settings.floorPlanAnnualRate,
      daysInYear: inputs.settings.daysInYear,
      freeDays: inputs.settings.floorPlanFreeDays,
      otherPerDayCents: inputs.settings.otherHoldingCostPerDayCents,
      targetDays: inputs.settings.targetDaysSupplyNew,
    },
  });
  const demand = demandByBuild(rows, inputs);
  const unscored = rows.flatMap((row) => {
    const candidate = valueBuild(row, inputs, economics, demand.get(row.key), minimumUnitsOf(row.build));
    return candidate ? [candidate] : [];
  });
  const scores = scoresOf(unscored, inputs);
  return {
    candidates: unscored.map((candidate, index) => ({
      ...candidate,
      score: scores[index] ?? {
        score: null,
        parts: { gross: null, daysToTurn: null, market: null, forecast: null },
        notScoredBecause: null,
      },
    })),
    storeDaysToSell: economics.storeDaysToSell,
    notes: notesOn(rows, unscored, demand),
  };
}

export function leadTimesOf(inputs: PlanInputs): LeadTimes {
  const daysByModel = new Map<string, number[]>();
  for (const { model, days } of inputs.leadTimes) {
    const known = daysByModel.get(model);
    if (known) known.push(days);
    else daysByModel.set(model, [days]);
  }
  return {
    daysByModel,
    defaultLeadDays: inputs.settings.orderToDeliveryDays,
    reviewDays: inputs.allocation?.cycleDays ?? inputs.settings.reviewPeriodDays,
  };
}

function recentBuilds(inputs: PlanInputs): BuildRow[] {
  const isRecent = (day: string) => daysBetween(day, inputs.today) <= CANDIDATE_SEEN_WITHIN_DAYS;
  const seen = new Set<ConfigurationKey>([
    ...inputs.sales.filter((sale) => isRecent(sale.soldOn)).map((sale) => sale.configuration),
    ...inputs.stays
      .filter((stay) => stay.closedOn === null || isRecent(stay.closedOn))
      .map((s) => s.configuration),
    ...inputs.pipeline.map((unit) => unit.configuration),
  ]);
  return inputs.builds.filter(({ key }) => seen.has(key));
}

type BuildDemand = { curve: DemandCurve; share: BuildShare; hasForecast: boolean };

function demandByBuild(rows: readonly BuildRow[], inputs: PlanInputs): Map<ConfigurationKey, BuildDemand> {
  const evidence = splitEvidence(
    rows.map((row) => row.key),
    inputs.sales,
    inputs.stays,
    inputs.today,
  );
  const leadTimes = leadTimesOf(inputs);
  const trims = new Map<string, BuildRow[]>();
  for (const row of rows) {
    const key = trimKey(row.build.make, row.build.model, row.build.trim);
    trims.set(key, [...(trims.get(key) ?? []), row]);
  }
  const forecasts = new Map(inputs.forecasts.map((one) => [trimKey(one.make, one.model, one.trim), one]));
  const demand = new Map<ConfigurationKey, BuildDemand>();
  for (const [key, members] of trims) {
    const { leadDays, reviewDays } = windowOfModel(modelOf(members[0]), leadTimes);
    const days = leadDays + reviewDays + FOLLOW_UP_DAYS;
    const forecast = forecasts.get(key);
    const curve = forecast
      ? demandCurve(forecast, inputs.today, days)
      : flatDemandCurve(recentRate(members, inputs), RECENT_RATE_DISPERSION, days);
    const shares = buildShares(
      members.map((row) => evidence.get(row.key) ?? { decayedUnits: 0, presence: 0 }),
    );
    members.forEach((row, index) => {
      const share = shares[index];
      if (share) demand.set(row.key, { curve, share, hasForecast: forecast !== undefined });
    });
  }
  return demand;
}

function modelOf(row: BuildRow | undefined): string {
  return row ? modelKey(row.build.make, row.build.model) : '';
}

/** Units a day that the members sold of late. */
function recentRate(members: readonly BuildRow[], inputs: PlanInputs): number {
  const keys = new Set(members.map((row) => row.key));
  const sold = inputs.sales.filter(
    (sale) => keys.has(sale.configuration) && daysBetween(sale.soldOn, inputs.today) < RECENT_RATE_DAYS,
  );
  return sold.length / RECENT_RATE_DAYS;
}

function valueBuild(
  { key, build }: BuildRow,
  inputs: PlanInputs,
  economics: Economics,
  demand: BuildDemand | undefined,
  minimumUnits: number,
): UnscoredCandidate | null {
  const unit = economics.unitOf(build);
  if (!unit || !demand) return null;
  const window = windowOfModel(modelKey(build.make, build.model), leadTimesOf(inputs));
  const windowDays = window.leadDays + window.reviewDays;
  const arrivals = inputs.pipeline.filter(
    (one) => one.configuration === key && one.arrivesInDays <= windowDays,
  );
  const onHand = inputs.stays.filter(
    (stay) => stay.configuration === key && stay.closedOn === null && stay.isAvailable,
  ).length;
  const { curve, share } = demand;
  const demandBy = (days: number) => share.share * (curve.cumulative[days] ?? curve.cumulative.at(-1) ?? 0);
  const marginalValuesCents = valuesUntilNothing(
    {
      position: { onHand, arrivalsInDays: arrivals.map((one) => one.arrivesInDays) },
      window,
      demandBy,
      // Uncertainty of the trim's rate and of the build's share multiply as independent factors do.
      dispersion: (1 + curve.dispersion) * (1 + share.rateDispersion) - 1,
      economics: unit,
    },
    minimumUnits,
  );
  return {
    key,
    build,
    window,
    onHand,
    pipeline: arrivals.length,
    demand: demandBy(windowDays),
    demandAfterArrival: demandBy(windowDays) - demandBy(window.leadDays),
    economics: unit,
    daysToSell: economics.daysToSellOf(build),
    marginalValuesCents,
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

function scoresOf(candidates: readonly UnscoredCandidate[], inputs: PlanInputs) {
  const market = new Map(inputs.marketFacts.map((fact) => [modelKey(fact.make, fact.model), fact]));
  return scoreBuilds(
    candidates.map((candidate) => {
      const fact = market.get(modelKey(candidate.build.make, candidate.build.model));
      return {
        grossCents: candidate.economics.grossCents,
        daysToTurn: candidate.daysToSell?.medianDays ?? null,
        marketShare: fact?.share ?? null,
        marketTrend: fact?.trend ?? null,
        demand: candidate.demand,
      };
    }),
    inputs.weights,
  );
}

function notesOn(
  rows: readonly BuildRow[],
  valued: readonly UnscoredCandidate[],
  demand: ReadonlyMap<ConfigurationKey, BuildDemand>,
): string[] {
  const unvalued = rows.length - valued.length;
  const unforecast = valued.filter((one) => !demand.get(one.key)?.hasForecast).length;
  return [
    ...(unvalued > 0 ? [`Left out for want of a known gross or cost: ${countOf(unvalued, 'build')}.`] : []),
    ...(unforecast > 0
      ? [`No forecast of the trim, its recent rate of sale is used: ${countOf(unforecast, 'build')}.`]
      : []),
  ];
}

function countOf(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
