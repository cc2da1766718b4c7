/**
 * DOSO that learns as it goes: what it ordered becomes outcomes as units sell, and every few cycles the score's
 * weights are learned from those known by then, by the same rules and tests as the store's own.
 */
import { learnWeights } from '../../learning/learn-weights';
import type { LearningTarget, LearningTask, Outcome, ScoreWeights } from '../../learning/types';
import { askOrder } from '../../planning/best-order';
import type { ScoreParts } from '../../planning/types';
import { planInputsOf } from '../plan-inputs-of';
import { dayOf } from '../simulate';
import type { LotUnit, LotView, Policy, ReplayWorld } from '../types';
import { type DosoParts, quantitiesByBuild } from './doso';

const LEARNING_CYCLES = 3;
const SEED = 1974;

type Advice = { build: number; day: number; quantity: number; parts: ScoreParts };

export function dosoLearning(
  world: ReplayWorld,
  { solver }: DosoParts,
  target: LearningTarget = 'balanced',
): Policy {
  const indexOf = new Map(world.builds.map(({ key }, index) => [key, index]));
  const advice: Advice[] = [];
  let weights = world.weights;
  let changes = 0;
  return {
    name: 'doso_learning',
    weightChanges: () => changes,
    order: (view) => {
      if (view.cycle > 0 && view.cycle % LEARNING_CYCLES === 0) {
        const learned = learnAt(world, view, advice, { active: weights, target });
        if (learned !== weights) changes += 1;
        weights = learned;
      }
      const inputs = planInputsOf(world, view, weights);
      const { set, problem } = askOrder(inputs);
      const order = quantitiesByBuild(world, problem, solver);
      for (const { key, score } of set.candidates) {
        const build = indexOf.get(key) ?? -1;
        const quantity = order[build] ?? 0;
        if (quantity > 0) advice.push({ build, day: view.day, quantity, parts: score.parts });
      }
      return order;
    },
  };
}

function learnAt(
  world: ReplayWorld,
  view: LotView,
  advice: readonly Advice[],
  { active, target }: Pick<LearningTask, 'active' | 'target'>,
): ScoreWeights {
  const arrived = new Map<string, LotUnit[]>();
  for (const unit of view.units) {
    const key = `${unit.orderedDay}:${unit.build}`;
    const found = arrived.get(key);
    if (found) found.push(unit);
    else arrived.set(key, [unit]);
  }
  const outcomes = advice.map((line) =>
    outcomeOf(world, line, arrived.get(`${line.day}:${line.build}`) ?? []),
  );
  const { decision } = learnWeights({
    outcomes,
    asOf: dayOf(world, view.day),
    target,
    model: 'least_squares',
    active,
    seed: SEED,
  });
  return decision.activate ? decision.weights : active;
}

function outcomeOf(world: ReplayWorld, { day, quantity, parts }: Advice, units: readonly LotUnit[]): Outcome {
  const sold = units.filter(({ soldDay }) => soldDay !== null);
  const total = (figureOf: (unit: LotUnit) => number) => sold.reduce((sum, unit) => sum + figureOf(unit), 0);
  const received = units.reduce((least, unit) => Math.min(least, unit.receivedDay), Number.POSITIVE_INFINITY);
  return {
    recommendedOn: dayOf(world, day),
    decision: 'accepted',
    orderedQuantity: quantity,
    arrivedOn: Number.isFinite(received) ? dayOf(world, received) : null,
    unitsSold: units.length > 0 ? sold.length : null,
    daysToTurn:
      sold.length > 0 ? total((unit) => (unit.soldDay ?? 0) - unit.receivedDay) / sold.length : null,
    grossCents: sold.length > 0 ? total((unit) => unit.grossCents ?? 0) : null,
    parts,
  };
}
