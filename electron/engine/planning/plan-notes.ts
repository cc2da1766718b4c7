/** What a reader should know of a plan as a whole: its time, what it leaves of the allocation, limits not set. */
import { addDays } from '@shared/domain/calendar-day';
import { engineTexts } from '@shared/texts/engine-texts';
import { writeDay } from '../figures/write-day';
import { writeDollars } from '../figures/write-dollars';
import { modelKey, trimKey } from './configuration-tree';
import { isUnderLimit } from './constraints';
import type { Draw } from './explore-order';
import { fixedAttributes } from './ordering-profile';
import type { DraftLine } from './plan-draft';
import { isLeadMeasured, leadTimesOf, windowOfModel } from './plan-window';
import type { Candidate, PlanInputs, PlanLimit } from './types';

const { limits: limitTexts, notes: texts } = engineTexts.planning;

/** `windowDays` is the longest window of any candidate, which is what the note's dates span. */
export function windowNotes(
  inputs: PlanInputs,
  candidates: readonly Candidate[],
): { windowDays: number; windowNote: string } {
  const leadTimes = leadTimesOf(inputs);
  const models = [...new Set(candidates.map(({ build }) => modelKey(build.make, build.model)))].sort();
  const leads = models.map((model) => windowOfModel(model, leadTimes).leadDays);
  const shortest = leads.length === 0 ? leadTimes.defaultLeadDays : Math.min(...leads);
  const longest = leads.length === 0 ? leadTimes.defaultLeadDays : Math.max(...leads);
  const reviews = models.map((model) => windowOfModel(model, leadTimes).reviewDays);
  const reviewDays = reviews.length === 0 ? leadTimes.reviewDays : Math.max(...reviews);
  const windowDays = longest + reviewDays;
  return {
    windowDays,
    windowNote: texts.window({
      from: inputs.today,
      to: addDays(inputs.today, windowDays),
      shortest,
      longest,
      isMeasured: models.some((model) => isLeadMeasured(model, leadTimes)),
      isAllocated: inputs.allocation !== null,
      reviewDays,
    }),
  };
}

/** Forecasts that the user changed by hand and the plan goes by. */
export function adjustedNotes(forecasts: PlanInputs['forecasts']): string[] {
  const adjusted = forecasts.flatMap(({ model, trim, total, unadjustedMean }) =>
    unadjustedMean === null || unadjustedMean === undefined
      ? []
      : [
          texts.adjustedForecast(
            [model, trim].filter(Boolean).join(' '),
            total.mean.toFixed(1),
            unadjustedMean.toFixed(1),
          ),
        ],
  );
  if (adjusted.length === 0) return [];
  return [texts.adjusted(adjusted.join(', '))];
}

/** Below these the two numbers are as good as one. */
const DIFFERENT_UNITS = 1;
const DIFFERENT_SHARE = 0.1;

/** That the plan counts demand in another way than the Forecast screen, with both numbers. */
export function demandNotes(candidates: readonly Pick<Candidate, 'build' | 'demandOfTrim'>[]): string[] {
  const trims = new Map(
    candidates.flatMap(({ build: { make, model, trim }, demandOfTrim }) =>
      demandOfTrim && demandOfTrim.basis === 'days_in_stock' && demandOfTrim.forecastUnits !== null
        ? [[trimKey(make, model, trim), { ...demandOfTrim, forecastUnits: demandOfTrim.forecastUnits }]]
        : [],
    ),
  );
  const total = (unitsOf: (trim: { planUnits: number; forecastUnits: number }) => number) =>
    [...trims.values()].reduce((sum, trim) => sum + unitsOf(trim), 0);
  const [plan, forecast] = [total((trim) => trim.planUnits), total((trim) => trim.forecastUnits)];
  const difference = Math.abs(plan - forecast);
  if (difference < DIFFERENT_UNITS || difference < DIFFERENT_SHARE * forecast) return [];
  return [texts.demandBesideForecast(plan.toFixed(0), forecast.toFixed(0))];
}

/** When the makes take orders, and what of a unit is theirs to choose. */
export function orderingNotes(
  { today, orderDates = [], orderingProfiles = [] }: PlanInputs,
  candidates: readonly Candidate[],
): string[] {
  const makes = new Set(candidates.map(({ build }) => build.make));
  const dates = orderDates
    .filter(({ make, isScheduled }) => isScheduled && makes.has(make))
    .map(({ make, orderOn, nextOrderOn }) => {
      const next = writeDay(nextOrderOn);
      return orderOn === today
        ? texts.ordersToday(make, next)
        : texts.ordersOn(make, writeDay(orderOn), next);
    });
  const fixed = orderingProfiles.flatMap((profile) => {
    const names = fixedAttributes(profile).map((name) => texts.attributes[name]);
    return names.length === 0 || !makes.has(profile.make)
      ? []
      : [texts.makerChooses(profile.make, names.join(', '))];
  });
  return [...dates, ...fixed];
}

/** What exploration did to the order, or why it did nothing though the store wants it. */
export function explorationNotes(draws: readonly Draw[], paused: string | null): string[] {
  if (paused !== null) return [paused];
  const swaps = draws.filter(({ planned, drawn }) => planned !== drawn);
  if (swaps.length === 0) return [];
  const givenUpCents = swaps.reduce((sum, swap) => sum + swap.givenUpCents, 0);
  return [texts.tried(swaps.length, writeDollars(givenUpCents))];
}

/** Limits that are not set, and models of an allocated make that no allocation group names. */
export function unlimitedNotes(limits: readonly PlanLimit[], candidates: readonly Candidate[]): string[] {
  const unset = limits.filter((limit) => limit.bound === null && limit.kind !== 'blocked');
  const notes = unset.map((limit) => limitTexts.notSet(limit.label));
  const allocations = limits.filter((limit) => limit.kind === 'allocation');
  if (allocations.length === 0) {
    return [...notes, limitTexts.noAllocation];
  }
  const unnamed = candidates.filter(({ build }) => !allocations.some((limit) => isUnderLimit(limit, build)));
  const models = [...new Set(unnamed.map(({ build }) => build.model))].sort();
  if (models.length === 0) return notes;
  return [...notes, limitTexts.notAllocated(models.join(', '))];
}

/**
 * How much of the allocation is not ordered, and why; nothing when all of it is. A unit that would be ordered
 * without limits is one that other limits leave no room for.
 */
export function turnedDownNotes(
  limits: readonly (PlanLimit & { used: number })[],
  lines: readonly Pick<DraftLine, 'build' | 'uncappedQuantity'>[],
): string[] {
  const groups = limits.flatMap((limit) => {
    if (limit.kind !== 'allocation' || limit.bound === null) return [];
    const wanted = lines.reduce(
      (sum, line) => sum + (isUnderLimit(limit, line.build) ? line.uncappedQuantity : 0),
      0,
    );
    const left = limit.bound - limit.used;
    const crowdedOut = Math.max(0, Math.min(limit.bound, wanted) - limit.used);
    const name = limit.models?.length ? limitTexts.modelsTogether(limit.models) : limit.label;
    return [{ name, bound: limit.bound, left, crowdedOut }];
  });
  const total = (key: 'bound' | 'left' | 'crowdedOut') => groups.reduce((sum, group) => sum + group[key], 0);
  const left = total('left');
  if (left === 0) return [];
  const models = groups
    .filter((group) => group.left > 0)
    .sort((a, b) => b.left - a.left || (a.name < b.name ? -1 : 1))
    .map((group) => limitTexts.leftOf(group.name, group.left));
  return [
    limitTexts.turnedDown({
      left,
      bound: total('bound'),
      models: models.join(', '),
      crowdedOut: total('crowdedOut'),
    }),
  ];
}
