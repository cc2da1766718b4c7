/**
 * The sample's only source of chance: one seeded stream, so that a seed names a store for ever.
 * Trigonometric functions are avoided on purpose: their last bit differs between JavaScript engines.
 */
import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';

/** Above this mean a Poisson count is drawn from its normal approximation. */
const LARGE_MEAN = 40;
/** The generator's first outputs mirror its seed; these many are thrown away. */
const WARM_UP_DRAWS = 8;

export class RandomSource {
  readonly #generator: ReturnType<typeof xoroshiro128plus>;

  constructor(seed: number) {
    this.#generator = xoroshiro128plus(scramble(seed));
    for (let draw = 0; draw < WARM_UP_DRAWS; draw++) this.#generator.next();
  }

  /** 0 (included) to 1 (excluded). */
  uniform(): number {
    return uniformFloat64(this.#generator);
  }

  chance(probability: number): boolean {
    return this.uniform() < probability;
  }

  between(low: number, high: number): number {
    return low + (high - low) * this.uniform();
  }

  /** A whole number from `low` to `high`, both included. */
  integer(low: number, high: number): number {
    return low + Math.floor(this.uniform() * (high - low + 1));
  }

  pick<T>(items: readonly T[]): T {
    return itemAt(items, Math.floor(this.uniform() * items.length));
  }

  /** An index drawn in proportion to `weights`, whose sum is `total`. */
  weightedIndex(weights: readonly number[], total: number): number {
    let rest = this.uniform() * total;
    for (let index = 0; index < weights.length; index++) {
      rest -= weights[index] ?? 0;
      if (rest < 0) return index;
    }
    return weights.length - 1;
  }

  /** Standard normal, by Marsaglia's polar method. */
  normal(): number {
    for (;;) {
      const x = 2 * this.uniform() - 1;
      const y = 2 * this.uniform() - 1;
      const square = x * x + y * y;
      if (square > 0 && square < 1) return x * Math.sqrt((-2 * Math.log(square)) / square);
    }
  }

  /** A factor with mean 1 whose logarithm has the given standard deviation. */
  shock(sigma: number): number {
    return Math.exp(sigma * this.normal() - (sigma * sigma) / 2);
  }

  exponential(): number {
    return -Math.log(1 - this.uniform());
  }

  poisson(mean: number): number {
    if (mean > LARGE_MEAN) return Math.max(0, Math.round(mean + Math.sqrt(mean) * this.normal()));
    const limit = Math.exp(-mean);
    let product = this.uniform();
    let count = 0;
    while (product > limit) {
      product *= this.uniform();
      count++;
    }
    return count;
  }
}

/** Throws RangeError outside the list, where plain indexing would hand on `undefined`. */
export function itemAt<T>(items: readonly T[], index: number): T {
  const item = items[index];
  if (item === undefined) throw new RangeError(`no item ${index} in a list of ${items.length}`);
  return item;
}

/** A seed for a part of the whole (a unit, a deal), unrelated to the seeds of its neighbours. */
export function derivedSeed(seed: number, part: number): number {
  return scramble(Math.imul(scramble(seed), 31) + part);
}

function scramble(value: number): number {
  let mixed = value | 0;
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x45d9f3b);
  mixed = Math.imul(mixed ^ (mixed >>> 15), 0x2c1b3c6d);
  return mixed ^ (mixed >>> 16);
}
