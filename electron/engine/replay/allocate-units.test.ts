import { describe, expect, it } from 'vitest';
import { loadHighs } from '../planning/load-highs';
import { solveOrder } from '../planning/optimise';
import { type OrderProblem, objectiveCents } from '../planning/order-problem';
import { RandomSource } from '../sample/random-source';
import { allocateUnits } from './allocate-units';

/** Builds in four allocation groups under lot places, some limits tight. */
function randomProblem(seed: number): OrderProblem {
  const source = new RandomSource(seed);
  const builds = Array.from({ length: 24 }, (_, index) => {
    let value = source.integer(20_000, 400_000);
    const valuesCents = Array.from({ length: 6 }, () => {
      value -= source.integer(0, 90_000);
      return value;
    });
    return { key: `build ${index}`, score: source.uniform(), valuesCents };
  });
  const groups = [0, 1, 2, 3].map((group) => ({
    id: `group ${group}`,
    label: '',
    lower: null,
    upper: source.integer(0, 14),
    step: 1,
    coefficients: builds.map((_, index) => (index % 4 === group ? 1 : 0)),
  }));
  const places = {
    id: 'places',
    label: '',
    lower: null,
    upper: source.integer(5, 50),
    step: 1,
    coefficients: builds.map(() => 1),
  };
  return { builds, rows: [places, ...groups], tilt: 0.25 };
}

describe('allocating unit by unit', () => {
  it('is worth as much as the exact solver’s order on 40 random problems', async () => {
    const highs = await loadHighs();
    for (let seed = 1; seed <= 40; seed++) {
      const problem = randomProblem(seed);
      const quantities = allocateUnits(problem);
      expect(quantities).not.toBeNull();
      expect(objectiveCents(problem, quantities ?? [])).toBe(solveOrder(problem, highs).objectiveCents);
    }
  });

  it('leaves to the solver what counts dollars, forces units in or crosses', () => {
    const problem = randomProblem(1);
    const [row] = problem.rows;
    if (!row) throw new Error('the problem has rows');
    const withRow = (changes: object) => ({ ...problem, rows: [...problem.rows, { ...row, ...changes }] });
    expect(allocateUnits(withRow({ coefficients: row.coefficients.map(() => 3_000_000) }))).toBeNull();
    expect(allocateUnits(withRow({ lower: 1 }))).toBeNull();
    expect(
      allocateUnits(withRow({ coefficients: row.coefficients.map((_, at) => (at < 6 ? 1 : 0)) })),
    ).toBeNull();
  });
});
