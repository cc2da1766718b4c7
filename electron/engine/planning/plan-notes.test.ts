import { describe, expect, it } from 'vitest';
import { adjustedNotes } from './plan-notes';

const forecast = (trim: string, mean: number, unadjustedMean: number | null) => ({
  make: 'Chevrolet',
  model: 'Tahoe',
  trim,
  points: [],
  total: { mean, quantiles: {} },
  unadjustedMean,
});

describe('notes of a plan', () => {
  it('name the forecasts that were changed by hand', () => {
    expect(adjustedNotes([forecast('LT', 7.2, 6), forecast('LS', 3, null)])).toEqual([
      "Goes by forecasts adjusted by hand, units over the forecast's months: Tahoe LT 7.2 instead of 6.0.",
    ]);
    expect(adjustedNotes([forecast('LS', 3, null)])).toEqual([]);
  });
});
