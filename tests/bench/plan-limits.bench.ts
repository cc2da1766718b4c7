/**
 * Orders of 100 builds under random limits: none is ever broken, the same twice. And a plan of 600 builds under moved
 * limits: how long the estimate takes, and how far it is from the exact order. Seeded.
 */
import { loadHighs } from '@engine/planning/load-highs';
import { solveOrder } from '@engine/planning/optimise';
import { isWithin, type LimitRow, type OrderProblem } from '@engine/planning/order-problem';
import { estimateOrder, solveWhatIf, type WhatIfQuestion } from '@engine/planning/what-if';
import { RandomSource } from '@engine/sample/random-source';
import { EMPTY_BUILD } from '@shared/domain/build';
import { describe, it } from 'vitest';
import { isFullSize, median, recordFigure } from '../helpers/record-figure';

const INSTANCES = isFullSize ? 1000 : 100;
const BUILDS = 100;
const MOVES = isFullSize ? 20 : 5;

describe('the order under limits', () => {
  it(`${INSTANCES} random problems of ${BUILDS} builds`, async () => {
    const highs = await loadHighs();
    let broken = 0;
    let unlike = 0;
    for (let seed = 1; seed <= INSTANCES; seed++) {
      const problem = randomProblem(new RandomSource(seed));
      const { quantities } = solveOrder(problem, highs);
      broken += problem.rows.filter((row) => !isWithin(row, quantities)).length;
      if (seed % 10 === 0) {
        const again = solveOrder(problem, highs).quantities;
        unlike += again.some((units, index) => units !== quantities[index]) ? 1 : 0;
      }
    }
    const of = `${INSTANCES} random problems of ${BUILDS} builds, 8 limits`;
    recordFigure({ area: 'plan', name: `limits broken in ${of}`, value: broken, unit: '', most: 0 });
    recordFigure({
      area: 'plan',
      name: `orders unlike when solved again, every tenth of ${of}`,
      value: unlike,
      unit: '',
      most: 0,
    });
  });

  it(`${MOVES} moved limits of a plan of 600 builds x 8 units`, async () => {
    const highs = await loadHighs();
    const seconds: number[] = [];
    const distances: number[] = [];
    for (let seed = 1; seed <= MOVES; seed++) {
      const question = randomQuestion(new RandomSource(seed));
      const started = performance.now();
      const estimate = estimateOrder(question, highs);
      seconds.push((performance.now() - started) / 1000);
      const exact = solveWhatIf(question, highs);
      distances.push(
        Math.abs(estimate.expectedValueCents - exact.expectedValueCents) / exact.expectedValueCents,
      );
    }
    const of = `${MOVES} moved limits of 600 builds x 8 units`;
    recordFigure({
      area: 'plan',
      name: `what-if estimate, median of ${of}`,
      value: median(seconds),
      unit: 's',
      most: 1,
    });
    recordFigure({
      area: 'plan',
      name: `what-if estimate, slowest of ${of}`,
      value: Math.max(...seconds),
      unit: 's',
      most: 1,
    });
    recordFigure({
      area: 'plan',
      name: `what-if estimate off the exact worth, largest of ${of}`,
      value: Math.max(...distances),
      unit: '',
      most: 0.05,
    });
  });
});

/** A budget, places, three groups, a blocked group, a minimum and a share; feasible, for they leave room. */
function randomProblem(random: RandomSource): OrderProblem {
  const builds = Array.from({ length: BUILDS }, (_, index) => ({
    key: `build-${String(index).padStart(3, '0')}`,
    score: random.uniform(),
    valuesCents: fallingValues(random, 6),
  }));
  const costs = builds.map(() => Math.round(2_000_000 + random.uniform() * 5_000_000));
  const inGroup = (group: number, take = 1) => builds.map((_, index) => (index % 5 === group ? take : 0));
  const row = (id: string, bounds: Partial<LimitRow>, coefficients: number[]): LimitRow => ({
    id,
    label: id,
    lower: null,
    upper: null,
    step: 1,
    ...bounds,
    coefficients,
  });
  const share = 20 + Math.floor(random.uniform() * 60);
  return {
    builds,
    tilt: 0.25,
    rows: [
      row('budget', { upper: Math.round(3e8 + random.uniform() * 6e8) }, costs),
      row(
        'places',
        { upper: 30 + Math.floor(random.uniform() * 200) },
        builds.map(() => 1),
      ),
      row('group 0', { upper: Math.floor(random.uniform() * 60) }, inGroup(0)),
      row('group 1', { upper: Math.floor(random.uniform() * 60) }, inGroup(1)),
      row('group 2', { upper: Math.floor(random.uniform() * 60) }, inGroup(2)),
      row('blocked', { upper: 0 }, inGroup(3)),
      row('least of group 4', { lower: Math.floor(random.uniform() * 10) }, inGroup(4)),
      row(
        'share of group 0',
        { upper: 0 },
        builds.map((_, index) => (index % 5 === 0 ? 100 : 0) - share),
      ),
    ],
  };
}

function randomQuestion(random: RandomSource): WhatIfQuestion {
  const candidates = Array.from({ length: 600 }, (_, index) => ({
    key: `build-${String(index).padStart(3, '0')}`,
    build: { ...EMPTY_BUILD, make: 'Make', model: `Model ${index % 9}`, trim: `Trim ${index}` },
    score: random.uniform(),
    unitCostCents: Math.round(2_000_000 + random.uniform() * 5_000_000),
    valuesCents: fallingValues(random, 8),
    medianDays: null,
    quantity: 0,
  }));
  const limits = [
    { id: 'budget', kind: 'budget' as const, bound: 3_000_000_000 },
    { id: 'places', kind: 'places' as const, bound: 700 },
    ...Array.from({ length: 9 }, (_, group) => ({
      id: `group ${group}`,
      kind: 'allocation' as const,
      models: [`Model ${group}`],
      bound: 60 + group * 5,
    })),
    { id: 'least', kind: 'minimum_mix' as const, models: ['Model 0'], bound: 20 },
  ].map((limit) => ({ ...limit, label: limit.id, source: 'given' }));
  return {
    question: { candidates, supply: [], tilt: 0.25 },
    limits,
    moved: [{ id: 'places', bound: 200 + Math.floor(random.uniform() * 400) }],
  };
}

function fallingValues(random: RandomSource, units: number): number[] {
  const first = random.uniform() * 400_000;
  return Array.from({ length: units }, (_, k) => Math.round(first - k * (20_000 + random.uniform() * 1_000)));
}
