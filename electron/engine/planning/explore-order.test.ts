import { EMPTY_BUILD } from '@shared/domain/build';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exploreOrder } from './explore-order';
import { isWithin, type LimitRow } from './order-problem';
import type { Candidate } from './types';

type Explorable = Parameters<typeof exploreOrder>[0][number] & Pick<Candidate, 'score'>;

const candidate = (trim: string, values: number[], pace = 0.5, model = 'Trax'): Explorable => ({
  build: { ...EMPTY_BUILD, make: 'Chevrolet', model, trim },
  marginalValuesCents: values,
  // Near is a twentieth of it: 15 cents.
  economics: { grossCents: 300 },
  score: {
    score: 0.5,
    parts: { gross: 0.5, daysToTurn: pace, market: 0.5, forecast: 0.5 },
    notScoredBecause: null,
  },
});
const places = (upper: number, count: number): LimitRow => ({
  id: 'places',
  label: 'Lot places',
  lower: null,
  upper,
  coefficients: Array<number>(count).fill(1),
  step: 1,
});
const nothingKnown = (seed: number) => ({ experience: [], seed });
const sum = (units: readonly number[]) => units.reduce((total, one) => total + one, 0);

/** Five units of one build and five of another; the first of the third is worth five cents less than their last. */
const candidates = [
  candidate('LS', [900, 800, 700, 600, 500, 400]),
  candidate('LT', [900, 800, 700, 600, 500, 400]),
  candidate('RS', [495, 300], 0.9),
];
const order = [5, 5, 0];

describe('exploreOrder', () => {
  it('swaps at most a fifth of the units, one for one, and keeps every chance', () => {
    const results = Array.from({ length: 40 }, (_, seed) =>
      exploreOrder(candidates, [places(10, 3)], order, nothingKnown(seed)),
    );
    for (const { quantities, draws } of results) {
      expect(sum(quantities)).toBe(10);
      expect(draws.length).toBeGreaterThan(0);
      for (const draw of draws) {
        expect(sum(draw.choices.map(({ probability }) => probability))).toBeCloseTo(1, 12);
        expect(draw.choices[0]?.candidate).toBe(draw.planned);
        const drawn = draw.choices.find((choice) => choice.candidate === draw.drawn);
        expect(draw.propensity).toBe(drawn?.probability);
        // The last unit of LS or LT is worth 500, the first of RS 495.
        expect(draw.givenUpCents).toBe(draw.drawn === draw.planned ? 0 : 5);
      }
    }
    // Of two builds worth nearly the same and of which nothing is known, either is drawn about as often.
    const swapped = results.filter(({ quantities }) => quantities[2] === 1).length;
    expect(swapped).toBeGreaterThan(8);
    expect(swapped).toBeLessThan(40);
  });

  it('makes the same draws for the same seed', () => {
    const explore = () => exploreOrder(candidates, [], order, nothingKnown(3));
    expect(explore()).toEqual(explore());
  });

  it('draws nothing where no sibling comes near, the limits forbid it, or parts are missing', () => {
    const drawsOf = (others: Explorable[], rows: LimitRow[] = []) =>
      exploreOrder([candidate('LS', [900, 800, 500]), ...others], rows, [3, 0], nothingKnown(1)).draws;
    expect(drawsOf([candidate('RS', [480])])).toEqual([]);
    expect(drawsOf([candidate('LS', [499], 0.5, 'Tahoe')])).toEqual([]);
    const only = { ...places(0, 2), id: 'blocked', coefficients: [0, 1] };
    expect(drawsOf([candidate('RS', [499])], [only])).toEqual([]);
    const unscored = candidate('RS', [499]);
    unscored.score.parts.market = null;
    expect(drawsOf([unscored])).toEqual([]);
  });

  it('leaves an order of fewer than five units alone', () => {
    expect(exploreOrder(candidates, [], [2, 2, 0], nothingKnown(1)).draws).toEqual([]);
  });

  it('never breaks a limit, and gives up no more than a twentieth of the gross with each swap', () => {
    const values = fc
      .array(fc.integer({ min: -200, max: 1000 }), { minLength: 1, maxLength: 6 })
      .map((cents) => cents.sort((a, b) => b - a));
    const instance = fc.record({
      lists: fc.array(values, { minLength: 2, maxLength: 6 }),
      cap: fc.integer({ min: 0, max: 4 }),
      seed: fc.nat(1000),
    });
    fc.assert(
      fc.property(instance, ({ lists, cap, seed }) => {
        const all = lists.map((list, index) => candidate(`T${index}`, list));
        const planned = lists.map((list) => Math.min(cap + 2, list.filter((cents) => cents > 0).length));
        const rows = [
          places(sum(planned), lists.length),
          ...lists.map((_, at) => ({
            ...places(cap + 2, lists.length),
            coefficients: lists.map((__, index) => Number(index === at)),
          })),
        ];
        const { quantities, draws } = exploreOrder(all, rows, planned, nothingKnown(seed));
        expect(rows.every((row) => isWithin(row, quantities))).toBe(true);
        expect(sum(quantities)).toBe(sum(planned));
        quantities.forEach((units, at) => {
          if (units > (planned[at] ?? 0)) expect(lists[at]?.[units - 1]).toBeGreaterThanOrEqual(-15);
        });
        for (const { choices } of draws) {
          const best = Math.max(...choices.map(({ valueCents }) => valueCents));
          for (const { valueCents } of choices) expect(valueCents).toBeGreaterThanOrEqual(best - 15);
        }
      }),
      { numRuns: 200 },
    );
  });
});
