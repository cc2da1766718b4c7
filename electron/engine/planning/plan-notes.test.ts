import { EMPTY_BUILD } from '@shared/domain/build';
import { describe, expect, it } from 'vitest';
import { adjustedNotes, demandNotes } from './plan-notes';

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

  it('say that the plan counts another demand than the Forecast screen, each trim once', () => {
    const candidate = (trim: string, planUnits: number, forecastUnits: number | null) => ({
      build: { ...EMPTY_BUILD, make: 'Chevrolet', model: 'Tahoe', trim },
      demandOfTrim: { days: 90, basis: 'days_in_stock' as const, planUnits, forecastUnits },
    });
    const apart = [candidate('LT', 8.2, 5.5), candidate('LT', 8.2, 5.5), candidate('LS', 4, 3.5)];
    // 8.2 + 4 = 12.2 beside 5.5 + 3.5 = 9.
    expect(demandNotes(apart)[0]).toContain('Expects 12 sales');
    expect(demandNotes(apart)[0]).toContain('their forecast says 9.');
    expect(demandNotes([candidate('LT', 8.2, 7.9), candidate('LS', 4, null)])).toEqual([]);
    expect(demandNotes([])).toEqual([]);
  });
});
