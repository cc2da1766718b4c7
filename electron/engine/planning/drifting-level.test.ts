import { describe, expect, it } from 'vitest';
import { driftingLevel } from './drifting-level';

const repeat = (count: number, value: number) => Array<number>(count).fill(value);

describe('driftingLevel', () => {
  it('stays near 1 for a model that sells as its long rates say, a little below for a turn that has just begun', () => {
    const { at, path, dispersion } = driftingLevel(repeat(48, 2), repeat(48, 2));
    expect(path[20]).toBeCloseTo(1, 1);
    expect(at(0)).toBeGreaterThan(0.95);
    expect(at(0)).toBeLessThan(1);
    expect(at(300)).toBeGreaterThan(0.9);
    expect(dispersion).toBeLessThan(0.06);
  });

  it('follows a model that fell to half within months, carefully at first', () => {
    const fallen = (months: number) =>
      driftingLevel([...repeat(40, 2), ...repeat(2 * months, 1)], repeat(40 + 2 * months, 2));
    expect(fallen(2).at(30)).toBeGreaterThan(0.75);
    expect(fallen(4).at(30)).toBeLessThan(0.8);
    expect(fallen(8).at(30)).toBeCloseTo(0.55, 1);
    // What is most likely has come to its end: it does not go on down for ever.
    expect(fallen(8).at(360) / fallen(8).at(0)).toBeGreaterThan(0.95);
  });

  it('takes a slow fade from all of its months together', () => {
    // 2 a half month, then less by 7 % of it from month to month: 1.93, 1.86, 1.79 ... 1.3 after five months.
    const sold = [...repeat(40, 2), ...Array.from({ length: 10 }, (_, bin) => 2 * (1 - 0.035 * (bin + 0.5)))];
    const { at } = driftingLevel(sold, repeat(50, 2));
    const lastMonthAlone = driftingLevel([...repeat(48, 2), 1.4, 1.3], repeat(50, 2));
    expect(at(0)).toBeLessThan(0.9);
    expect(at(0)).toBeLessThan(lastMonthAlone.at(0) - 0.03);
    expect(at(90)).toBeLessThan(at(0));
  });

  it('believes in growth later than in a fall', () => {
    const turned = (units: number) =>
      driftingLevel([...repeat(40, 2), ...repeat(8, units)], repeat(48, 2)).at(30);
    expect(turned(3)).toBeGreaterThan(1.05);
    expect(turned(3) - 1).toBeLessThan(1 - turned(1));
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
