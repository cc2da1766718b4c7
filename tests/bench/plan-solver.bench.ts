/** The exact solver at 600 builds with 8 candidate units each under 12 limits (seeded): time and gap. */
import { loadHighs } from '@engine/planning/load-highs';
import { solveOrder } from '@engine/planning/optimise';
import type { OrderProblem } from '@engine/planning/order-problem';
import { RandomSource } from '@engine/sample/random-source';
import { describe, it } from 'vitest';
import { isFullSize, median, recordFigure } from '../helpers/record-figure';

const BUILDS = 600;
const UNITS = 8;
const GROUPS = 9;
const INSTANCES = isFullSize ? 40 : 8;

describe('the order solver', () => {
  it(`${INSTANCES} instances of ${BUILDS} builds x ${UNITS} units`, async () => {
    const highs = await loadHighs();
    const seconds: number[] = [];
    const gaps: number[] = [];
    for (let seed = 1; seed <= INSTANCES; seed++) {
      const problem = randomProblem(new RandomSource(seed));
      const started = performance.now();
      gaps.push(solveOrder(problem, highs).gap);
      seconds.push((performance.now() - started) / 1000);
    }
    const of = `${INSTANCES} instances of ${BUILDS} builds x ${UNITS} units, ${GROUPS + 3} limits`;
    recordFigure({
      area: 'plan',
      name: `solve, median of ${of}`,
      value: median(seconds),
      unit: 's',
      most: 2,
    });
    recordFigure({
      area: 'plan',
      name: `solve, slowest of ${of}`,
      value: Math.max(...seconds),
      unit: 's',
      most: 10,
    });
    recordFigure({
      area: 'plan',
      name: `relative gap, largest of ${of}`,
      value: Math.max(...gaps),
      unit: '',
      most: 1e-4,
    });
  });
});

/** Nine allocation groups, a budget, places and a minimum mix; all of them bind or nearly do. */
function randomProblem(random: RandomSource): OrderProblem {
  const builds = Array.from({ length: BUILDS }, (_, index) => {
    const first = random.uniform() * 400_000;
    return {
      key: `build-${String(index).padStart(3, '0')}`,
      score: random.uniform(),
      valuesCents: Array.from({ length: UNITS }, (_unit, k) =>
        Math.round(first - k * (20_000 + random.uniform() * 1_000)),
      ),
    };
  });
  const costs = builds.map(() => Math.round(2_000_000 + random.uniform() * 5_000_000));
  const inGroup = (group: number) => builds.map((_, index) => (index % GROUPS === group ? 1 : 0));
  const all = builds.map(() => 1);
  const row = (
    id: string,
    lower: number | null,
    upper: number | null,
    coefficients: number[],
    step: number,
  ) => ({ id, label: id, lower, upper, coefficients, step });
  return {
    builds,
    tilt: 0.25,
    rows: [
      row('budget', null, 2_500_000_000, costs, 1_000_000),
      row('places', null, 600, all, 1),
      row('least of group 0', 20, null, inGroup(0), 1),
      ...Array.from({ length: GROUPS }, (_, group) =>
        row(`group ${group}`, null, 60 + group * 5, inGroup(group), 1),
      ),
    ],
  };
}
