import { describe, expect, it } from 'vitest';
import { findUnknownNumbers } from './find-unknown-numbers';

const SOURCE =
  'Order 3 of the 2026 F-150 XLT for $147,000; 4.5 expected to sell in 90 days, two of them late.';

describe('numbers of a wording that its source does not state', () => {
  it('are none where each is one of the source, however it is written', () => {
    for (const wording of [
      'You order 3 F-150 for $147000, and 4.50 should sell in 90 days.',
      'Of the 2026 models, two come late. F-150s lead.',
      'Order one after the other.',
    ])
      expect(findUnknownNumbers(wording, SOURCE), wording).toEqual([]);
  });

  it('are told when they are made up, rounded, summed or scaled', () => {
    expect(findUnknownNumbers('Order 5, at $49,000 each.', SOURCE)).toEqual(['5', '49,000']);
    expect(findUnknownNumbers('About 4 sell.', SOURCE)).toEqual(['4']);
    expect(findUnknownNumbers('Three units for $3M.', SOURCE)).toEqual(['Three', '3M']);
    expect(findUnknownNumbers('Sales will double.', SOURCE)).toEqual(['double']);
  });
});
