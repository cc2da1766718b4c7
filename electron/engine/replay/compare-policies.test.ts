import { describe, expect, it } from 'vitest';
import { comparePolicies, intervalOf, learningNote, type Replicate } from './compare-policies';
import type { RunMeasures } from './measure-run';

function run(netGrossCents: number, soldUnits = 0): RunMeasures {
  return {
    netGrossCents,
    grossCents: 0,
    interestCents: 0,
    otherHoldingCents: 0,
    soldUnits,
    lostSales: 0,
    orderedUnits: 0,
    meanStock: 0,
    turn: null,
    agedUnits: 0,
    weightChanges: 0,
  };
}

describe('comparing policies', () => {
  it('gives the mean of replays with its t interval', () => {
    // 1, 2, 3: standard deviation 1, standard error 1 / sqrt(3) = 0.57735; t(0.95, 2) = 4.3027: half 2.4841.
    const { mean, low, high } = intervalOf([1, 2, 3]);
    expect(mean).toBe(2);
    expect(low).toBeCloseTo(2 - 2.4841, 4);
    expect(high).toBeCloseTo(2 + 2.4841, 4);
  });

  it('tests differences replay by replay, not means', () => {
    // The replays differ by 100 times what the policies differ by, which always is 10.
    const replicates: Replicate[] = [1000, 5000, 9000].map((luck) => ({
      doso_fixed: run(luck + 10),
      replace_what_sold: run(luck),
    }));
    const [doso, rule] = comparePolicies(replicates, ['doso_fixed', 'replace_what_sold']);
    expect(doso?.measures.netGrossCents.mean).toBe(5010);
    expect(doso?.against).toEqual([
      {
        policy: 'replace_what_sold',
        differenceCents: { mean: 10, low: 10, high: 10 },
        pValue: 0,
        betterReplays: 3,
      },
    ]);
    expect(rule?.against[0]).toMatchObject({ differenceCents: { mean: -10 }, betterReplays: 0 });
  });

  it('calls a coin a coin', () => {
    const replicates: Replicate[] = [1, -1, 1, -1].map((difference) => ({
      doso_fixed: run(difference),
      replace_what_sold: run(0),
    }));
    expect(comparePolicies(replicates, ['doso_fixed', 'replace_what_sold'])[0]?.against[0]?.pValue).toBe(1);
  });

  it('leaves out a policy that was not replayed', () => {
    expect(comparePolicies([{ doso_fixed: run(1) }], ['doso_fixed', 'oracle'])).toHaveLength(1);
  });

  it('says whether learning did anything', () => {
    const learned = (weightChanges: number): Replicate => ({ doso_learning: { ...run(0), weightChanges } });
    expect(learningNote([learned(0), learned(2), learned(1)])).toContain('in 2 of 3 replays');
    expect(learningNote([learned(0), learned(0)])).toContain('never had evidence enough');
    expect(learningNote([{ doso_fixed: run(0) }])).toBeNull();
  });
});
