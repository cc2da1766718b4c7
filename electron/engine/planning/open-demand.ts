/**
 * Demand of builds from what they sold on days in stock. Counts of a build are 0 or 1 a month, so nothing is read from
 * a single month; a build's long rate while in stock is gamma-Poisson,
 *
 *     rate(build) = (k + sum w sold) / (k / m + sum w days in stock x season x level)
 *
 * with w halving every HALF_LIFE_DAYS, m the mean rate of the model's builds (itself drawn toward the store's) and k
 * units that its word is worth. Season is the store's; the level is how the model stands against its long mean now
 * (drifting-level.ts). Builds of a model that came less than a year ago follow new-build-demand.ts. Rates are of days
 * in stock, so what was lost on days without is in them. Empirical Bayes for Poisson rates: Robbins 1956.
 */
import { addDays, type CalendarDay } from '@shared/domain/calendar-day';
import { type DriftingLevel, driftingLevel } from './drifting-level';
import { newBuildDemand } from './new-build-demand';
import { BIN_DAYS, type BuildEvidence, type OpenEvidence } from './open-evidence';
import type { ConfigurationKey } from './types';

const HALF_LIFE_DAYS = 1000;
/** Units that the model's word is worth for a build; builds that the store's is worth for a model. */
const PRIOR_UNITS = 1.2;
const PRIOR_BUILDS = 3;
/** Demand of a build jumps about its mean by so much (variance over squared mean) that no model foresees. */
const UNFORESEEN = 0.05;
const NEW_MODEL_DAYS = 360;
/** What was there when the store's history began was no launch. */
const LAUNCH_AFTER_DAYS = 200;
/** Before anything was sold: one a month. */
const UNKNOWN_PER_DAY = 1 / 30;
const ROUNDS = 3;
/** Evidence of a model's turn counts for at least half. */
const MOST_DOUBT = 0.5;
/** An allocation moves the mean of a new model's builds by no more than this factor. */
const HIGHEST_VOLUME = 2;

export type OpenDemand = {
  /** `cumulative[t]` is the mean demand of the first t days. */
  cumulative: readonly number[];
  /** Variance of the rate over its squared mean. */
  dispersion: number;
};

export type OpenDemandRequest = {
  evidence: OpenEvidence;
  /** Keys of each model's builds. */
  models: readonly (readonly ConfigurationKey[])[];
  /** Units that the maker allots in a cycle for each build of a model, in the order of `models`; null where unknown. */
  allotted: readonly (number | null)[];
  /** Twelve factors about 1, January first; null for none. */
  season: readonly number[] | null;
  today: CalendarDay;
  /** Days ahead. */
  days: number;
};

export function openDemand(request: OpenDemandRequest): Map<ConfigurationKey, OpenDemand> {
  const seasonIn = (days: number) => seasonOf(request.season, addDays(request.today, days));
  const models = request.models.map((keys) => toModel(keys, request.evidence, seasonIn));
  const trust = 1 - Math.min(MOST_DOUBT, swingOf(request.season));
  const usual = fitRates(
    models.filter(({ isNew }) => !isNew),
    trust,
  );
  const seasons = Array.from({ length: request.days }, (_, day) => seasonIn(day));
  const volumes = volumesOf(models, request.allotted);
  return new Map(
    models.flatMap((model, index) => {
      const demand = model.isNew ? newDemand(model, usual * (volumes[index] ?? 1)) : knownDemand(model);
      return model.builds.map((build, index): [ConfigurationKey, OpenDemand] => {
        const { perDay, dispersion } = demand[index] ?? { perDay: () => 0, dispersion: 1 };
        return [
          build.key,
          { cumulative: runningTotal(seasons, perDay), dispersion: withUnforeseen(dispersion) },
        ];
      });
    }),
  );
}

type Model = {
  builds: (Pick<BuildEvidence, 'sold' | 'open'> & { key: ConfigurationKey; rate: number; units: number })[];
  isNew: boolean;
  ageDays: number;
  level: DriftingLevel;
  meanRate: number;
};

function toModel(
  keys: readonly ConfigurationKey[],
  { builds, bins, historyDays }: OpenEvidence,
  seasonIn: (days: number) => number,
): Model {
  const seasons = Array.from({ length: bins }, (_, bin) =>
    seasonIn(-Math.round((bins - 1 - bin + 0.5) * BIN_DAYS)),
  );
  const ages = keys.flatMap((key) => builds.get(key)?.ageDays ?? []);
  const ageDays = Math.max(0, ...ages);
  return {
    builds: keys.map((key) => {
      const { sold, open } = builds.get(key) ?? { sold: seasons.map(() => 0), open: seasons.map(() => 0) };
      const weighed = open.map((days, bin) => days * (seasons[bin] ?? 1));
      return { key, sold, open: weighed, rate: UNKNOWN_PER_DAY, units: PRIOR_UNITS };
    }),
    isNew: ageDays <= NEW_MODEL_DAYS && historyDays - ageDays > LAUNCH_AFTER_DAYS,
    ageDays,
    level: { path: seasons.map(() => 1), at: () => 1, dispersion: 0 },
    meanRate: UNKNOWN_PER_DAY,
  };
}

/** Rates, means and levels of the models, each given the others, a few times over; returns the mean rate of builds. */
function fitRates(models: readonly Model[], trust: number): number {
  for (let round = 0; round < ROUNDS; round++) {
    for (let pass = 0; pass < 2 * ROUNDS; pass++) drawMeans(models);
    for (const model of models) model.level = levelOf(model, trust);
  }
  const rates = models.flatMap(({ builds }) => builds.map(({ rate }) => rate));
  return rates.length > 0 ? rates.reduce((sum, rate) => sum + rate, 0) / rates.length : UNKNOWN_PER_DAY;
}

function drawMeans(models: readonly Model[]): void {
  for (const model of models) for (const build of model.builds) Object.assign(build, rateOf(build, model));
  const own = models.map(({ builds }) => builds.reduce((sum, { rate }) => sum + rate, 0));
  const means = models.map(({ builds }, index) => (own[index] ?? 0) / Math.max(1, builds.length));
  const store = means.reduce((sum, mean) => sum + mean, 0) / Math.max(1, means.length);
  models.forEach((model, index) => {
    model.meanRate = (PRIOR_BUILDS * store + (own[index] ?? 0)) / (PRIOR_BUILDS + model.builds.length);
  });
}

function rateOf(
  { sold, open }: Model['builds'][number],
  { level, meanRate }: Model,
): { rate: number; units: number } {
  let units = PRIOR_UNITS;
  let exposure = PRIOR_UNITS / meanRate;
  sold.forEach((count, bin) => {
    const weight = 0.5 ** (((sold.length - 1 - bin) * BIN_DAYS) / HALF_LIFE_DAYS);
    units += weight * count;
    exposure += weight * (open[bin] ?? 0) * (level.path[bin] ?? 1);
  });
  return { rate: units / exposure, units };
}

function levelOf({ builds, level }: Model, trust: number): DriftingLevel {
  const sumOver = (figureOf: (build: Model['builds'][number], bin: number) => number) =>
    level.path.map((_, bin) => builds.reduce((sum, build) => sum + figureOf(build, bin), 0));
  return driftingLevel(
    sumOver(({ sold }, bin) => sold[bin] ?? 0),
    sumOver(({ open, rate }, bin) => rate * (open[bin] ?? 0)),
    trust,
  );
}

/**
 * The maker's word on what a new model will sell: what it allots for one of its builds over what it allots for one of
 * an established model. Makers allot by the volume they plan, so it moves the mean that sales then move on.
 */
function volumesOf(models: readonly Model[], allotted: readonly (number | null)[]): number[] {
  const known = models.flatMap(({ isNew, builds }, index) => {
    const units = allotted[index] ?? null;
    return isNew || units === null ? [] : [{ units: units * builds.length, builds: builds.length }];
  });
  const builds = known.reduce((sum, model) => sum + model.builds, 0);
  const usual = builds > 0 ? known.reduce((sum, model) => sum + model.units, 0) / builds : 0;
  return models.map((_, index) => {
    const units = allotted[index] ?? null;
    return units === null || usual === 0
      ? 1
      : Math.min(HIGHEST_VOLUME, Math.max(1 / HIGHEST_VOLUME, units / usual));
  });
}

/**
 * Standard deviation of the season's factors. Models swing more or less than their store, which looks like a turn and is
 * none: the more the store swings, the less a half year above or below it says.
 */
function swingOf(season: readonly number[] | null): number {
  if (!season || season.length === 0) return 0;
  const squares = season.reduce((sum, factor) => sum + (factor - 1) ** 2, 0);
  return Math.sqrt(squares / season.length);
}

type Daily = { perDay: (days: number) => number; dispersion: number };

function knownDemand({ builds, level }: Model): Daily[] {
  return builds.map(({ rate, units }) => ({
    perDay: (days) => rate * level.at(days),
    dispersion: (1 + 1 / units) * (1 + level.dispersion) - 1,
  }));
}

function newDemand({ builds, ageDays }: Model, usualPerDay: number): Daily[] {
  return newBuildDemand(builds, usualPerDay, ageDays);
}

function withUnforeseen(dispersion: number): number {
  return (1 + dispersion) * (1 + UNFORESEEN) - 1;
}

/** Means are worked out for each week, which is as fine as anything here moves. */
function runningTotal(seasons: readonly number[], perDay: (days: number) => number): number[] {
  const totals = [0];
  let rate = 0;
  seasons.forEach((season, day) => {
    if (day % 7 === 0) rate = perDay(day);
    totals.push((totals[day] ?? 0) + rate * season);
  });
  return totals;
}

function seasonOf(season: readonly number[] | null, day: CalendarDay): number {
  return season?.[Number(day.slice(5, 7)) - 1] ?? 1;
}
