import type { PolicyComparison } from '@shared/contract/replay';
import { rivalOf } from '@shared/domain/ordering-policy';
import { describe, expect, it } from 'vitest';
import { describeDifference, verdictOf } from './policy-words';

function comparison(low: number, mean: number, high: number): PolicyComparison {
  return {
    policy: 'what_the_store_did',
    differenceCents: { mean, low, high },
    pValue: 0.01,
    betterReplays: 9,
  };
}

describe('the words of a replay', () => {
  it('calls a difference sure only when its interval leaves zero out', () => {
    expect(verdictOf(comparison(100, 200, 300))).toBe('better');
    expect(verdictOf(comparison(-300, -200, -100))).toBe('worse');
    expect(verdictOf(comparison(-100, 200, 500))).toBe('open');
  });

  it('writes the mean with its interval', () => {
    expect(describeDifference(comparison(8_000_000, 12_000_000, 16_000_000))).toBe('+$120K ($80K to $160K)');
  });

  it('compares with what the store did, else with the plainest rule', () => {
    const rule = { ...comparison(1, 2, 3), policy: 'replace_what_sold' as const };
    const result = { policy: 'doso_fixed' as const };
    expect(rivalOf({ ...result, against: [rule, comparison(1, 2, 3)] })?.policy).toBe('what_the_store_did');
    expect(rivalOf({ ...result, against: [rule] })?.policy).toBe('replace_what_sold');
    expect(rivalOf({ ...result, against: [] })).toBeNull();
  });
});
