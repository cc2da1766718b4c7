/**
 * Makes the order plan from its inputs: candidates and their worth, limits, the exact order with and without
 * limits, and why. Pure: the same inputs give the same plan.
 */
import { planTotals, valueOfFirst } from '@shared/domain/plan-totals';
import { engineTexts } from '@shared/texts/engine-texts';
import type { Highs } from 'highs';
import { askOrder } from './best-order';
import type { CandidateSet } from './candidates';
import { colorMix } from './color-mix';
import { type BuildSupply, usedOf } from './constraints';
import { explainLine } from './explain';
import { type Draw, exploreOrder } from './explore-order';
import { candidateTitle, type KeptQuestion } from './kept-question';
import { lineOrderings } from './line-ordering';
import { type SolveOptions, solveOrder } from './optimise';
import { isWithin, type LimitRow, uncappedQuantities } from './order-problem';
import type { DraftExploration, DraftLine, PlanDraft } from './plan-draft';
import {
  adjustedNotes,
  demandNotes,
  explorationNotes,
  orderingNotes,
  turnedDownNotes,
  unlimitedNotes,
  windowNotes,
} from './plan-notes';
import type { Candidate, PlanInputs } from './types';

const { progress } = engineTexts.planning.notes;

const DAYS_A_MONTH = 30;

type PlanProgress = (progress: number, message: string) => void;

/** Throws AppError INFEASIBLE when the limits cannot hold together. */
export function planOrder(
  inputs: PlanInputs,
  solver: Highs,
  options: SolveOptions,
  onProgress: PlanProgress = () => {},
): PlanDraft {
  onProgress(0.1, progress.valuing);
  const { set, limits, supply, problem } = askOrder(inputs);
  const { rows } = problem;
  onProgress(0.3, progress.solving);
  const best = solveOrder(problem, solver, options);
  const explored = inputs.exploration
    ? exploreOrder(set.candidates, rows, best.quantities, inputs.exploration)
    : { quantities: best.quantities, draws: [] };
  const lines = withOrdering(withColors(linesOf(set, rows, explored), inputs), inputs);
  const ordered = set.candidates.map(({ build, economics }, index) => ({
    build,
    unitCostCents: economics.unitCostCents,
    quantity: explored.quantities[index] ?? 0,
  }));
  const usedLimits = limits.map((limit) => ({ ...limit, used: usedOf(limit, ordered, supply) }));
  return {
    ...windowNotes(inputs, set.candidates),
    orderDates: inputs.orderDates ?? [],
    limits: usedLimits,
    lines,
    totals: planTotals(lines, (line) => line.quantity),
    uncappedTotals: planTotals(lines, (line) => line.uncappedQuantity),
    solver: { status: best.status, gap: best.gap, candidates: problem.builds.length },
    notes: [
      ...adjustedNotes(inputs.forecasts),
      ...demandNotes(set.candidates),
      ...turnedDownNotes(usedLimits, lines),
      ...unlimitedNotes(limits, set.candidates),
      ...orderingNotes(inputs, set.candidates),
      ...explorationNotes(explored.draws, inputs.explorationPaused ?? null),
      ...set.notes,
    ],
    question: keptQuestion(set, supply, inputs.tilt, explored.quantities),
  };
}

function keptQuestion(
  { candidates }: CandidateSet,
  supply: readonly BuildSupply[],
  tilt: number,
  quantities: readonly number[],
): KeptQuestion {
  return {
    candidates: candidates.map((candidate, index) => ({
      key: candidate.key,
      build: candidate.build,
      score: candidate.score.score,
      unitCostCents: candidate.economics.unitCostCents,
      valuesCents: candidate.marginalValuesCents,
      medianDays: candidate.daysToSell?.medianDays ?? null,
      quantity: quantities[index] ?? 0,
      monthlyDemand: (DAYS_A_MONTH * candidate.demandAfterArrival) / candidate.window.reviewDays,
    })),
    supply: supply.filter(({ units }) => units > 0),
    tilt,
  };
}

/** Lines for the builds that are ordered or would be without limits, dearest first, then by key. */
function linesOf(
  set: CandidateSet,
  rows: readonly LimitRow[],
  { quantities, draws }: { quantities: readonly number[]; draws: readonly Draw[] },
): DraftLine[] {
  const uncapped = uncappedQuantities(
    set.candidates.map(({ key, score, marginalValuesCents }) => ({
      key,
      score: score.score,
      valuesCents: marginalValuesCents,
    })),
  );
  const lines = set.candidates.flatMap((candidate, index): DraftLine[] => {
    const quantity = quantities[index] ?? 0;
    const uncappedQuantity = uncapped[index] ?? 0;
    if (quantity === 0 && uncappedQuantity === 0) return [];
    const oneMore = quantities.map((units, other) => (other === index ? units + 1 : units));
    const brokenByOneMore = rows
      .filter((row) => (row.coefficients[index] ?? 0) > 0 && !isWithin(row, oneMore))
      .map((row) => row.label);
    const { exploration, givenTo } = drawOf(set, draws, index);
    return [
      {
        build: candidate.build,
        quantity,
        uncappedQuantity,
        score: candidate.score.score,
        parts: candidate.score.parts,
        expectedValueCents: valueOfFirst(candidate.marginalValuesCents, quantity),
        unitCostCents: candidate.economics.unitCostCents,
        onHand: candidate.onHand,
        pipeline: candidate.pipeline,
        demand: candidate.demand,
        marginalValuesCents: candidate.marginalValuesCents,
        reasons: explainLine(
          { candidate, quantity, uncappedQuantity, brokenByOneMore, exploration, givenTo },
          set.storeDaysToSell,
        ),
        notScoredBecause: candidate.score.notScoredBecause,
        facts: factsOf(candidate),
        colors: [],
        exploration,
      },
    ];
  });
  // The sort is stable and candidates come in the order of their keys.
  return lines.sort((a, b) => b.expectedValueCents - a.expectedValueCents);
}

/** The draw that a line won, and the build that its last unit went to. */
function drawOf(
  { candidates }: CandidateSet,
  draws: readonly Draw[],
  index: number,
): { exploration: DraftExploration | null; givenTo: string | null } {
  const titleOf = (at: number) => {
    const candidate = candidates[at];
    return candidate ? candidateTitle(candidate.build) : '';
  };
  const lost = draws.find(({ planned, drawn }) => planned === index && drawn !== index);
  const won = draws.find(({ drawn }) => drawn === index);
  return {
    givenTo: lost ? titleOf(lost.drawn) : null,
    exploration: won
      ? {
          insteadOf: won.planned === index ? null : titleOf(won.planned),
          propensity: won.propensity,
          givenUpCents: won.givenUpCents,
          choices: won.choices.map(({ candidate, ...choice }) => ({ title: titleOf(candidate), ...choice })),
        }
      : null,
  };
}

/** A make that fixes the colour chooses it, too. */
function withColors(
  lines: readonly DraftLine[],
  { colors = [], orderingProfiles = [] }: PlanInputs,
): DraftLine[] {
  const fixed = orderingProfiles.filter(({ free }) => !free.includes('color')).map(({ make }) => make);
  const mix = colorMix(lines, colors);
  return lines.map((line, index) => ({
    ...line,
    colors: fixed.includes(line.build.make) ? [] : (mix[index] ?? []),
  }));
}

function withOrdering(
  lines: readonly DraftLine[],
  { orderingProfiles = [], orderDates = [] }: PlanInputs,
): DraftLine[] {
  const orderings = lineOrderings(lines, orderingProfiles, orderDates);
  return lines.map((line, index) => ({
    ...line,
    facts: { ...line.facts, ordering: orderings[index] ?? null },
  }));
}

function factsOf(candidate: Candidate): DraftLine['facts'] {
  const { economics, daysToSell, turnChance, demandOfTrim, saleWorthCents, lostSales, isCore, market } =
    candidate;
  return {
    grossCents: economics.grossCents,
    frontGrossCents: economics.frontGrossCents,
    backGrossCents: economics.backGrossCents,
    grossSales: economics.grossSampleSize,
    medianDays: daysToSell?.medianDays ?? null,
    daysLevel: daysToSell?.level ?? null,
    turnChance,
    interestPerDayCents: economics.interestPerDayCents,
    otherPerDayCents: economics.otherPerDayCents,
    erosionPerDayCents: economics.erosionPerDayCents,
    saleWorthCents,
    lostSales,
    isCore,
    ordering: null,
    demandOfTrim,
    market: market && {
      share: market.share,
      trend: market.trend,
      supplyToRivals: market.supplyToRivals ?? null,
      priceToRivals: market.priceToRivals ?? null,
    },
  };
}
