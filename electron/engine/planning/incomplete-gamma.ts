/**
 * Regularised lower incomplete gamma function P(a, x): the distribution function of a gamma variable with shape
 * a and scale 1. Series below x = a + 1 and Lentz's continued fraction above it (Abramowitz & Stegun 6.5.29 and
 * 6.5.31); accurate to about 1e-12.
 */
const TINY = 1e-300;
const PRECISION = 1e-14;

const HALF_LOG_TWO_PI = 0.9189385332046727;
const STIRLING_FROM = 12;

/** ln of the gamma function for x > 0: Stirling's series, reached by ln G(x) = ln G(x + 1) - ln x. */
export function logGamma(x: number): number {
  let large = x;
  let offset = 0;
  while (large < STIRLING_FROM) {
    offset += Math.log(large);
    large += 1;
  }
  const inverse = 1 / large;
  const square = inverse * inverse;
  const correction = inverse * (1 / 12 - square * (1 / 360 - square * (1 / 1260 - square / 1680)));
  return (large - 0.5) * Math.log(large) - large + HALF_LOG_TWO_PI + correction - offset;
}

export function gammaCdf(shape: number, x: number): number {
  if (x <= 0) return 0;
  const factor = Math.exp(shape * Math.log(x) - x - logGamma(shape));
  return x < shape + 1 ? factor * lowerSeries(shape, x) : 1 - factor * upperFraction(shape, x);
}

/** x with gammaCdf(shape, x) = probability, by bisection; probability is inside 0..1. */
export function gammaQuantile(shape: number, probability: number): number {
  let low = 0;
  let high = Math.max(1, shape);
  while (gammaCdf(shape, high) < probability) high *= 2;
  for (let step = 0; step < 80; step++) {
    const middle = (low + high) / 2;
    if (gammaCdf(shape, middle) < probability) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

function lowerSeries(shape: number, x: number): number {
  let term = 1 / shape;
  let sum = term;
  for (let n = 1; n < 10_000 && term > sum * PRECISION; n++) {
    term *= x / (shape + n);
    sum += term;
  }
  return sum;
}

function upperFraction(shape: number, x: number): number {
  let b = x + 1 - shape;
  let c = 1 / TINY;
  let d = 1 / b;
  let fraction = d;
  for (let n = 1; n < 10_000; n++) {
    const a = -n * (n - shape);
    b += 2;
    d = 1 / nonZero(a * d + b);
    c = nonZero(b + a / c);
    fraction *= c * d;
    if (Math.abs(c * d - 1) < PRECISION) break;
  }
  return fraction;
}

function nonZero(value: number): number {
  return Math.abs(value) < TINY ? TINY : value;
}
