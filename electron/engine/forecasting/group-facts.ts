/**
 * What series that are forecast together tell of each other: which models do well on such series, how wide intervals must
 * be, and at what rate sparse ones sell. Learned from the back-tests of up to MOST_SERIES of them, evenly spaced, so that time and memory do
 * not grow with the group; the same for the same series in the same order.
 */
import { originErrors, spreadOf } from './accuracy';
import {
  combineAsKin,
  type KinEvidence,
  learnWeights,
  type MemberFacts,
  type MemberWeights,
  typicalLoss,
} from './kin-weights';
import type { PooledCounts } from './pooled-counts';
import { prepareSeries } from './prepare-series';
import type { ForecastTask } from './run-forecasts';
import { type Contender, rankContenders } from './select-model';
import { learnSparse } from './sparse-facts';
import { learnSpreadFactors, type PastInterval, type SpreadFactors } from './spread-factors';
import type { SeriesEvidence } from './types';

export type SmoothFacts = MemberFacts & { seriesCount: number; spread: SpreadFactors };

export type GroupFacts = { smooth: SmoothFacts | null; counts: PooledCounts | null };

/** With fewer series than this each stands for itself. */
export const FEWEST_SERIES = 20;
const MOST_SERIES = 300;
/** Places in the horizon at which intervals are checked. */
const CHECKED_PLACES = [0, 0.25, 0.5, 0.75, 1];
/** Origins before one that its interval is made from. */
const FEWEST_BEFORE = 2;

/**
 * Null where nothing can be learned: few series, or a model that was asked for by name.
 * @param counted tasks whose histories alone are read, for rates of sparse series
 */
export function learnGroup(
  tasks: readonly ForecastTask[],
  evidence: readonly SeriesEvidence[],
  counted: readonly ForecastTask[],
): GroupFacts | null {
  const kin = tasks.flatMap(({ series, options }, index): KinEvidence[] => {
    const own = evidence[index];
    const prepared = options.model === 'auto' ? prepareSeries(series, options.completeThrough) : null;
    return prepared && own && own.backtests.length > 0 ? [{ series: prepared, evidence: own }] : [];
  });
  const smooth = learnSmooth(kin.filter(({ series }) => !series.isIntermittent));
  const counts = learnSparse(counted);
  return smooth || counts ? { smooth, counts } : null;
}

/** Up to `most` of them, evenly spaced. */
export function evenlySpaced<T>(items: readonly T[], most: number = MOST_SERIES): T[] {
  if (items.length <= most) return [...items];
  return Array.from({ length: most }, (_, index) => items[Math.floor((index * items.length) / most)] as T);
}

function learnSmooth(kin: readonly KinEvidence[]): SmoothFacts | null {
  const tested = kin.filter(({ evidence }) =>
    evidence.backtests.some(({ forecasts }) => forecasts.length > 2),
  );
  const weights = tested.length >= FEWEST_SERIES ? learnWeights(tested) : null;
  if (!weights) return null;
  const ranked = tested.map(({ series, evidence }) => ({
    series,
    contenders: rankContenders(series, evidence.backtests),
  }));
  const memberLosses = lossesByModel(ranked.flatMap(({ contenders }) => contenders));
  const combined = ranked.flatMap(({ series, contenders }) => {
    const naive = contenders.find(({ method }) => method === 'seasonal_naive')?.forecasts ?? [];
    const facts = { weights, memberLosses, relativeLoss: 1 };
    const combination = combineAsKin(series, contenders, naive, facts);
    return combination ? [{ series, combination }] : [];
  });
  return {
    seriesCount: tested.length,
    weights,
    memberLosses,
    relativeLoss: typicalLoss(combined.map(({ combination }) => combination.relativeLoss)),
    spread: learnSpreadFactors(
      combined.flatMap(({ series, combination }, index) => pastIntervals(series, combination, `${index}`)),
    ),
  };
}

function lossesByModel(contenders: readonly Contender[]): MemberWeights {
  const names = [...new Set(contenders.flatMap(({ members }) => members))];
  return Object.fromEntries(
    names.map((name) => [
      name,
      typicalLoss(contenders.flatMap(({ method, relativeLoss }) => (method === name ? [relativeLoss] : []))),
    ]),
  );
}

/** What intervals made from earlier origins alone were held against: errors grow with what a series sells. */
function pastIntervals(
  series: KinEvidence['series'],
  { forecasts, method }: Contender,
  of: string,
): PastInterval[] {
  const errors = originErrors(series, forecasts);
  return forecasts.flatMap(({ origin, means }, index): PastInterval[] => {
    const path = errors[index] ?? [];
    const others = errors.slice(index + 1);
    if (others.length < FEWEST_BEFORE) return [];
    const spread = spreadOf(series, method, series.demand.slice(0, origin), means, others);
    const steps = [...new Set(CHECKED_PLACES.map((place) => Math.round(place * (means.length - 1))))];
    const single = steps.flatMap((step): PastInterval[] => {
      const mean = means[step] ?? 0;
      const error = path[step] ?? null;
      const deviation = spread.deviations[step] ?? 0;
      return error === null
        ? []
        : [{ of, origin, covered: step + 1, step, mean, deviation, spread, actual: mean + error }];
    });
    if (path.some((error) => error === null)) return single;
    const mean = means.reduce((sum, value) => sum + value, 0);
    const actual = mean + path.reduce<number>((sum, error) => sum + (error ?? 0), 0);
    const sum = { step: null, covered: means.length, deviation: spread.totalDeviation };
    return [...single, { of, origin, mean, spread, actual, ...sum }];
  });
}
