import { describe, expect, it } from 'vitest';
import { minimise } from './minimise';

const search = { tolerance: 1e-12, mostSteps: 500 };

describe('minimise', () => {
  it('follows the bent valley of Rosenbrock 1960', () => {
    const found = minimise(
      (point, derivatives) => {
        const [x = 0, y = 0] = point;
        derivatives[0] = -400 * x * (y - x * x) - 2 * (1 - x);
        derivatives[1] = 200 * (y - x * x);
        return 100 * (y - x * x) ** 2 + (1 - x) ** 2;
      },
      Float64Array.from([-1.2, 1]),
      search,
    );
    expect(found.point[0]).toBeCloseTo(1, 5);
    expect(found.point[1]).toBeCloseTo(1, 5);
  });

  it('steps back from where the function is infinite', () => {
    // x - log x for x > 0 has its minimum at 1.
    const found = minimise(
      (point, derivatives) => {
        const [x = 0] = point;
        if (x <= 0) return Number.POSITIVE_INFINITY;
        derivatives[0] = 1 - 1 / x;
        return x - Math.log(x);
      },
      Float64Array.from([40]),
      search,
    );
    expect(found.point[0]).toBeCloseTo(1, 5);
  });

  it('stays where it began when that is infinite', () => {
    const found = minimise(() => Number.POSITIVE_INFINITY, Float64Array.from([3]), search);
    expect([...found.point]).toEqual([3]);
  });
});
