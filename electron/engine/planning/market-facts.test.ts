import { describe, expect, it } from 'vitest';
import { type MarketModel, marketFactsOf } from './market-facts';

const model = (name: string, changes: Partial<MarketModel>): MarketModel => ({
  segment: 'SUV',
  make: 'Chevrolet',
  model: name,
  units: 10,
  share: 0.2,
  trend: 0.1,
  averagePriceCents: 3_000_000,
  daysSupply: 30,
  ...changes,
});

describe('marketFactsOf', () => {
  it('sets a model against the other models of its segment, weighted by their units', () => {
    const [trax] = marketFactsOf([
      model('Trax', {}),
      model('Kona', { units: 30, daysSupply: 40, averagePriceCents: 2_000_000 }),
      model('HR-V', { units: 10, daysSupply: 80, averagePriceCents: null }),
      model('Tahoe', { segment: 'Large SUV', daysSupply: 500 }),
    ]);
    // Rivals' days supply (30 x 40 + 10 x 80) / 40 = 50: 30 / 50; their price 20,000 dollars: 30,000 / 20,000.
    expect(trax).toMatchObject({ share: 0.2, trend: 0.1, supplyToRivals: 0.6, priceToRivals: 1.5 });
  });

  it('knows nothing of rivals where there are none, and nothing of a model without a share', () => {
    expect(marketFactsOf([model('Trax', {}), model('Volt', { segment: 'EV', share: null })])).toEqual([
      { make: 'Chevrolet', model: 'Trax', share: 0.2, trend: 0.1, supplyToRivals: null, priceToRivals: null },
    ]);
  });
});
