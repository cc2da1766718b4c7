import { describe, expect, it } from 'vitest';
import { driftingLevel } from './drifting-level';

const repeat = (count: number, value: number) => Array<number>(count).fill(value);

describe('driftingLevel', () => {
  it('stays at 1 for a model that sells as its long rates say', () => {
    const { at, dispersion } = driftingLevel(repeat(48, 2), repeat(48, 2));
    expect(at(0)).toBeCloseTo(1, 2);
    expect(at(300)).toBeCloseTo(1, 1);
    // 99 units known: 1 / 99 and what the forgetful levels add.
    expect(dispersion).toBeLessThan(0.05);
  });

  it('follows a model that fell to half, carefully at first, and goes on down but not for ever', () => {
    const fallen = (bins: number) =>
      driftingLevel([...repeat(40, 2), ...repeat(bins, 1)], repeat(40 + bins, 2));
    const { at, path } = fallen(16);
    expect(fallen(8).at(30)).toBeLessThan(0.95);
    expect(path[39]).toBeCloseTo(1, 1);
    expect(at(30)).toBeLessThan(0.85);
    expect(at(30)).toBeGreaterThan(0.35);
    // Falling by 12 % a month, damped by a quarter from month to month, comes to at most 0.88^4 = 0.60 of today.
    expect(at(360) / at(0)).toBeGreaterThan(0.6);
    expect(at(360) / at(0)).toBeLessThan(1);
  });

  it('does not run after one good half month', () => {
    const { at } = driftingLevel([...repeat(40, 2), 5], repeat(41, 2));
    expect(at(30)).toBeLessThan(1.15);
  });

  it('knows nothing from half months without stock', () => {
    const silent = driftingLevel([...repeat(20, 2), ...repeat(6, 0)], [...repeat(20, 2), ...repeat(6, 0)]);
    expect(silent.at(0)).toBeCloseTo(1, 1);
  });
});
