import { describe, expect, it } from 'vitest';
import { armaDeviance, createArmaWorkspace, forecastArma } from './arma-likelihood';

const none = new Float64Array(0);

/** n (log(2 pi s / n) + 1) + log det, for the sum of squares s. */
function devianceOf(length: number, square: number, logDeterminant: number): number {
  return length * (Math.log((2 * Math.PI * square) / length) + 1) + logDeterminant;
}

describe('the likelihood of an ARMA process', () => {
  it('is that of a first-order autoregression by hand', () => {
    // a = 0.5: var w = 1 / (1 - 0.25) = 4 / 3. Values 1, 2: 1 / (4 / 3) + (2 - 0.5)^2 = 3, determinant 4 / 3.
    const work = createArmaWorkspace(Float64Array.of(1, 2), 1);
    const value = armaDeviance(work, Float64Array.of(0.5), none, false);
    expect(value).toBeCloseTo(devianceOf(2, 3, Math.log(4 / 3)), 12);
    // Next 0.5 * 2, then 0.5 of that.
    expect(forecastArma(work, Float64Array.of(0.5), none, 2)).toEqual([1, 0.5]);
  });

  it('is that of a first-order moving average by hand', () => {
    // b = 0.5: variances 1.25, covariance 0.5, determinant 1.25^2 - 0.25 = 1.3125. Values 1, 2:
    // (1.25 - 2 * 0.5 * 2 + 1.25 * 4) / 1.3125 = 4.25 / 1.3125.
    const work = createArmaWorkspace(Float64Array.of(1, 2), 1);
    const value = armaDeviance(work, none, Float64Array.of(0.5), false);
    expect(value).toBeCloseTo(devianceOf(2, 4.25 / 1.3125, Math.log(1.3125)), 12);
    // 0.5 of the expected second innovation given both: 0.5 (1.25 * 2 - 0.5 * 1) / 1.3125, then nothing.
    const [first, second] = forecastArma(work, none, Float64Array.of(0.5), 2);
    expect(first).toBeCloseTo((0.5 * (1.25 * 2 - 0.5)) / 1.3125, 12);
    expect(second).toBe(0);
  });

  it('takes the mean of generalised least squares', () => {
    // White noise: the plain mean of 1, 2, 6 is 3, the squares about it 4 + 1 + 9 = 14.
    const work = createArmaWorkspace(Float64Array.of(1, 2, 6), 1);
    expect(armaDeviance(work, none, none, true)).toBeCloseTo(devianceOf(3, 14, 0), 12);
    expect(work.mean).toBeCloseTo(3, 12);
  });

  it('is infinite where the process is not stationary', () => {
    const work = createArmaWorkspace(Float64Array.of(1, 2, 3), 1);
    expect(armaDeviance(work, Float64Array.of(1.01), none, false)).toBe(Number.POSITIVE_INFINITY);
  });

  it('goes on with a settled factor as with a new row each time', () => {
    // Long enough for the factor to settle: a first part by itself has the same innovations.
    const values = Float64Array.from({ length: 200 }, (_, t) => Math.sin(t * 1.3) + Math.cos(t * t));
    const long = createArmaWorkspace(values, 2);
    const short = createArmaWorkspace(values.slice(0, 12), 2);
    armaDeviance(long, Float64Array.of(0.4), Float64Array.of(0.3, 0.1), false);
    armaDeviance(short, Float64Array.of(0.4), Float64Array.of(0.3, 0.1), false);
    expect([...long.innovations.slice(0, 12)]).toEqual([...short.innovations]);
    // And settled at the moving average itself.
    const row = 199 * 3;
    expect([...long.factor.slice(row, row + 3)]).toEqual(
      [1, 0.3, 0.1].map((value) => expect.closeTo(value, 8)),
    );
  });
});
