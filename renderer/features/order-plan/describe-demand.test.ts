import type { DemandOfTrim } from '@shared/contract/plan';
import { describe, expect, it } from 'vitest';
import { describeDemand } from './describe-demand';

const demand = (part: Partial<DemandOfTrim>): DemandOfTrim => ({
  days: 90,
  basis: 'days_in_stock',
  planUnits: 5.62,
  forecastUnits: 4.2,
  ...part,
});

describe('describeDemand', () => {
  it('says both numbers and why they differ', () => {
    expect(describeDemand(demand({}), 'LT')).toBe(
      'All LT builds: 5.6 expected to sell in 90 days, by what sold on days in stock. The Forecast screen says 4.2: what will sell, with the days without stock and the levels above taken into account.',
    );
  });

  it('says that they agree, or that there is one alone', () => {
    expect(describeDemand(demand({ forecastUnits: 5.58 }), 'LT')).toContain('says the same');
    expect(describeDemand(demand({ forecastUnits: null }), null)).toBe(
      'All its builds: 5.6 expected to sell in 90 days, by what sold on days in stock; the Forecast screen has none.',
    );
    expect(describeDemand(demand({ basis: 'forecast' }), 'LT')).toContain('as the Forecast screen says');
    expect(describeDemand(demand({ basis: 'recent_rate', forecastUnits: null }), 'LT')).toContain(
      'there is no forecast',
    );
  });
});
