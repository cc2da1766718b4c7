/**
 * What all replays together say: for each policy the mean of every measure with its 95 % interval, and the difference
 * of net gross to another policy, replay by replay. Policies meet the same customers in each replay, so that the
 * paired test sees the policy and not the luck.
 */

import type { Interval, PolicyComparison, PolicyResult, ReplayMeasures } from '@shared/contract/replay';
import { engineTexts } from '@shared/texts/engine-texts';
import type { RunMeasures } from './measure-run';
import { twoSidedQuantile, twoSidedTail } from './student-t';
import type { PolicyName } from './types';

const texts = engineTexts.planning.replays;

const COVERAGE = 0.95;

/** One replay of all policies. */
export type Replicate = Partial<Record<PolicyName, RunMeasures>>;

/** Results in the order of `policies`; those without a replay are left out. */
export function comparePolicies(
  replicates: readonly Replicate[],
  policies: readonly PolicyName[],
): PolicyResult[] {
  return policies.flatMap((policy) => {
    const runs = replicates.flatMap((replicate) => replicate[policy] ?? []);
    if (runs.length === 0) return [];
    const others = policies.filter((other) => other !== policy);
    return [
      {
        policy,
        measures: measuresOf(runs),
        against: others.flatMap((other) => compareNet(replicates, policy, other) ?? []),
      },
    ];
  });
}

function measuresOf(runs: readonly RunMeasures[]): ReplayMeasures {
  const of = (figureOf: (run: RunMeasures) => number | null) =>
    intervalOf(runs.map((run) => figureOf(run) ?? 0));
  return {
    netGrossCents: inWholeCents(of((run) => run.netGrossCents)),
    grossCents: inWholeCents(of((run) => run.grossCents)),
    interestCents: inWholeCents(of((run) => run.interestCents)),
    otherHoldingCents: inWholeCents(of((run) => run.otherHoldingCents)),
    soldUnits: of((run) => run.soldUnits),
    lostSales: of((run) => run.lostSales),
    orderedUnits: of((run) => run.orderedUnits),
    meanStock: of((run) => run.meanStock),
    turn: of((run) => run.turn),
    agedUnits: of((run) => run.agedUnits),
  };
}

/** Net gross of `policy` less that of `other`; null when they share no replay. */
export function compareNet(
  replicates: readonly Replicate[],
  policy: PolicyName,
  other: PolicyName,
): PolicyComparison | null {
  const differences = replicates.flatMap((replicate) => {
    const own = replicate[policy];
    const rival = replicate[other];
    return own && rival ? [own.netGrossCents - rival.netGrossCents] : [];
  });
  if (differences.length === 0) return null;
  return {
    policy: other,
    differenceCents: inWholeCents(intervalOf(differences)),
    pValue: pairedTest(differences),
    betterReplays: differences.filter((difference) => difference > 0).length,
  };
}

/** Mean and its interval by Student's t; with one value both ends are the value. */
export function intervalOf(values: readonly number[]): Interval {
  const mean = meanOf(values);
  if (values.length < 2) return { mean, low: mean, high: mean };
  const half = twoSidedQuantile(COVERAGE, values.length - 1) * standardError(values, mean);
  return { mean, low: mean - half, high: mean + half };
}

/** Two-sided paired t test against no difference; null with fewer than two replays. */
function pairedTest(differences: readonly number[]): number | null {
  if (differences.length < 2) return null;
  const mean = meanOf(differences);
  const error = standardError(differences, mean);
  if (error === 0) return mean === 0 ? 1 : 0;
  return twoSidedTail(mean / error, differences.length - 1);
}

function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function standardError(values: readonly number[], mean: number): number {
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  return Math.sqrt(squares / (values.length - 1) / values.length);
}

/** Whether DOSO that learns did anything that DOSO with fixed weights did not, in words; null where it was not replayed. */
export function learningNote(replicates: readonly Replicate[]): string | null {
  const changes = replicates.flatMap(({ doso_learning: run }) => (run ? [run.weightChanges] : []));
  if (changes.length === 0) return null;
  const acted = changes.filter((count) => count > 0).length;
  return acted === 0 ? texts.neverLearned : texts.learned(acted, changes.length);
}

function inWholeCents({ mean, low, high }: Interval): Interval {
  return { mean: Math.round(mean), low: Math.round(low), high: Math.round(high) };
}
