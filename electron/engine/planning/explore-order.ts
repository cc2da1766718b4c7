/**
 * Draws among near-equal builds. At stake is the last unit of an ordered build: where the next unit of a sibling (same
 * make and model) is worth nearly as much, within a twentieth of what a unit earns, and may take its place under every limit, one of them is drawn, with the
 * chances of near-equal-choice.ts. The draw is kept with its chance, swapped or not. A build takes part in one draw, and
 * draws end once a fifth of the units were swapped: an order is for selling first and for learning second.
 */
import { chooseNearEqual, type Experience } from '../learning/near-equal-choice';
import { SCORE_PARTS } from '../learning/types';
import { isWithin, type LimitRow } from './order-problem';
import type { Candidate } from './types';

/** What is known so far, and the seed of the draws. */
export type ExplorationInputs = { experience: readonly Experience[]; seed: number };

/** A build that could have been drawn; positions are those of the candidates. */
export type DrawChoice = {
  candidate: number;
  valueCents: number;
  probability: number;
  parts: readonly number[];
};

export type Draw = {
  /** The build whose last unit was at stake, and the one that was drawn: the same where nothing is swapped. */
  planned: number;
  drawn: number;
  propensity: number;
  givenUpCents: number;
  /** The planned build first. */
  choices: DrawChoice[];
};

const MOST_SWAPPED_SHARE = 0.2;
/** Of a unit's gross: what a swap may give up. */
const NEAR_SHARE_OF_GROSS = 0.05;

type Explorable = Pick<Candidate, 'build' | 'marginalValuesCents' | 'score'> & {
  economics: Pick<Candidate['economics'], 'grossCents'>;
};

/** The same candidates, order and inputs give the same draws. */
export function exploreOrder(
  candidates: readonly Explorable[],
  rows: readonly LimitRow[],
  planned: readonly number[],
  { experience, seed }: ExplorationInputs,
): { quantities: number[]; draws: Draw[] } {
  const quantities = [...planned];
  const mostSwaps = MOST_SWAPPED_SHARE * planned.reduce((sum, units) => sum + units, 0);
  const taken = new Set<number>();
  const draws: Draw[] = [];
  let swaps = 0;
  candidates.forEach(({ economics }, at) => {
    if ((quantities[at] ?? 0) === 0 || taken.has(at) || swaps + 1 > mostSwaps) return;
    const arms = armsOf(candidates, rows, quantities, at, taken);
    const toleranceCents = NEAR_SHARE_OF_GROSS * Math.max(0, economics.grossCents);
    const draw = drawAmong(arms, at, { experience, seed: seed + 2 * at }, toleranceCents);
    if (!draw) return;
    draws.push(draw);
    taken.add(at).add(draw.drawn);
    if (draw.drawn === at) return;
    swaps += 1;
    quantities[at] = (quantities[at] ?? 0) - 1;
    quantities[draw.drawn] = (quantities[draw.drawn] ?? 0) + 1;
  });
  return { quantities, draws };
}

type Arm = Omit<DrawChoice, 'probability'>;

/** The planned build with its last unit, and each sibling with its next, where the limits allow the swap. */
function armsOf(
  candidates: readonly Explorable[],
  rows: readonly LimitRow[],
  quantities: readonly number[],
  at: number,
  taken: ReadonlySet<number>,
): Arm[] {
  const own = candidates[at];
  if (!own) return [];
  const arms = candidates.flatMap((candidate, index): Arm[] => {
    const { make, model } = candidate.build;
    if (make !== own.build.make || model !== own.build.model || taken.has(index)) return [];
    const parts = partsOf(candidate);
    const units = quantities[index] ?? 0;
    const valueCents = candidate.marginalValuesCents[index === at ? units - 1 : units];
    if (parts === null || valueCents === undefined) return [];
    const swapped = quantities.map((count, other) => count + Number(other === index) - Number(other === at));
    return index === at || rows.every((row) => isWithin(row, swapped))
      ? [{ candidate: index, valueCents, parts }]
      : [];
  });
  // First comes the planned build, which keeps its unit where the model cannot tell them apart.
  return arms.sort((a, b) => Number(b.candidate === at) - Number(a.candidate === at));
}

/** Null where the planned build has no near equal, or is not among the near-equal best. */
function drawAmong(
  arms: readonly Arm[],
  planned: number,
  { experience, seed }: ExplorationInputs,
  toleranceCents: number,
): Draw | null {
  const keyed = arms.map((arm) => ({ ...arm, key: String(arm.candidate) }));
  const choice = chooseNearEqual(keyed, experience, seed, toleranceCents);
  const choices = (choice?.chances ?? []).flatMap(({ key, probability }): DrawChoice[] => {
    const arm = arms.find(({ candidate }) => String(candidate) === key);
    return arm ? [{ ...arm, probability }] : [];
  });
  const own = choices.find(({ candidate }) => candidate === planned);
  const drawn = choices.find(({ candidate }) => String(candidate) === choice?.drawn.key);
  if (!own || !drawn || choices.length < 2) return null;
  return {
    planned,
    drawn: drawn.candidate,
    propensity: drawn.probability,
    givenUpCents: own.valueCents - drawn.valueCents,
    choices: [own, ...choices.filter((one) => one !== own)],
  };
}

function partsOf({ score: { parts } }: Explorable): number[] | null {
  const values = SCORE_PARTS.map((part) => parts[part]);
  return values.every((value) => value !== null) ? values : null;
}
