/** Fits against scikit-learn's on the same data; tests/fixtures/learning/make-expected.py made the expected values. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { fitPenalised } from './coordinate-descent';
import { growForest } from './random-forest';

type LinearFit = {
  model: 'ridge' | 'lasso' | 'elasticnet';
  alpha: number;
  positive?: boolean;
  coefficients: number[];
  intercept: number;
};
type Expected = {
  scikitLearn: string;
  linear: { x: number[][]; y: number[]; fits: LinearFit[] };
  forest: { x: number[][]; y: number[]; trained: number; r2: number };
};

const file = path.resolve(import.meta.dirname, '../../../tests/fixtures/learning/expected.json');
const expected = JSON.parse(readFileSync(file, 'utf8')) as Expected;

const MIXING = { ridge: 0, lasso: 1, elasticnet: 0.5 };
const meanOf = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

function meanProducts(x: readonly number[][], y: readonly number[]) {
  const means = [0, 1, 2, 3].map((column) => meanOf(x.map((row) => row[column] ?? 0)));
  const centred = x.map((row) => row.map((value, column) => value - (means[column] ?? 0)));
  const target = y.map((value) => value - meanOf(y));
  const product = (left: number, right: (row: number) => number) =>
    meanOf(centred.map((row, index) => (row[left] ?? 0) * right(index)));
  return {
    means,
    gram: means.map((_, left) =>
      means.map((__, right) => product(left, (row) => centred[row]?.[right] ?? 0)),
    ),
    moment: means.map((_, column) => product(column, (row) => target[row] ?? 0)),
  };
}

describe(`agreement with scikit-learn ${expected.scikitLearn}`, () => {
  const { x, y, fits } = expected.linear;
  const { means, gram, moment } = meanProducts(x, y);

  it.each(fits)('$model, alpha $alpha, positive $positive: coefficients to 1e-4', (fit) => {
    const alpha = fit.model === 'ridge' ? fit.alpha / y.length : fit.alpha;
    const terms = { alpha, mixing: MIXING[fit.model], isNonNegative: fit.positive ?? false };
    const coefficients = fitPenalised({ gram, moment }, terms);
    coefficients.forEach((value, column) => {
      expect(Math.abs(value - (fit.coefficients[column] ?? Number.NaN))).toBeLessThan(1e-4);
    });
    const intercept = meanOf(y) - coefficients.reduce((sum, value, at) => sum + value * (means[at] ?? 0), 0);
    expect(Math.abs(intercept - fit.intercept)).toBeLessThan(1e-4);
  });

  it('random forest: R2 on later samples within 0.02', () => {
    const { x: features, y: targets, trained, r2 } = expected.forest;
    const options = { trees: 200, leafSize: 5, splitFeatures: 2, seed: 1 };
    const forest = growForest(features.slice(0, trained), targets.slice(0, trained), options);
    const later = targets.slice(trained);
    const mean = meanOf(later);
    const squares = (of: (index: number) => number) =>
      meanOf(later.map((value, at) => (value - of(at)) ** 2));
    const own = 1 - squares((at) => forest.predict(features[trained + at] ?? [])) / squares(() => mean);
    expect(Math.abs(own - r2)).toBeLessThan(0.02);
  });
});
