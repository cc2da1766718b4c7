import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NEW_EXTERIORS, NEW_INTERIORS } from './colors';
import { dealTerms } from './deal-terms';
import { FRANCHISE_LINES } from './franchise';
import { itemAt, RandomSource } from './random-source';
import type { Sale, SaleType, Unit } from './unit';
import { unitDetails } from './unit-details';

function sale(type: SaleType, ageDays: number, id: number): Sale {
  const line = itemAt(FRANCHISE_LINES, id % FRANCHISE_LINES.length);
  const unit: Unit = {
    id,
    vinId: id,
    condition: id % 2 === 0 ? 'new' : 'used',
    spec: itemAt(line.variants, 0).spec,
    modelYear: 2025,
    exterior: itemAt(NEW_EXTERIORS, 0),
    interior: itemAt(NEW_INTERIORS, 0),
    stockNumber: `H${id}`,
    inDay: 20_500,
    appeal: 0,
    frontGrossDollars: line.frontGross,
    costShare: id % 2 === 0 ? line.invoiceShare : 0.86,
    certified: false,
  };
  const contractDay = unit.inDay + ageDays;
  return {
    dealNumber: id,
    unit,
    type,
    status: 'F',
    contractDay,
    deliveryDay: contractDay,
    bookedDay: contractDay,
    finalizedDay: contractDay,
    unwoundDay: null,
    trade: null,
  };
}

function frontMean(ageDays: number, parity: number): number {
  const fronts = Array.from({ length: 400 }, (_, index) => {
    const deal = sale('R', ageDays, 2 * index + parity);
    return dealTerms(deal, unitDetails(deal.unit, 1), new RandomSource(index)).frontGrossCents;
  });
  return fronts.reduce((sum, front) => sum + front, 0) / fronts.length;
}

describe('dealTerms', () => {
  it('keeps price = cost + pack + front in whole cents, whatever the deal', () => {
    const types = fc.constantFrom<SaleType>('R', 'L', 'F', 'W', 'D');
    fc.assert(
      fc.property(types, fc.integer({ min: 1, max: 500 }), fc.nat({ max: 5_000 }), (type, ageDays, id) => {
        const deal = sale(type, ageDays, id);
        const terms = dealTerms(deal, unitDetails(deal.unit, 1), new RandomSource(id));
        expect(terms.salesPriceCents).toBe(terms.costCents + terms.packCents + terms.frontGrossCents);
        expect(
          Object.values(terms).every((value) => typeof value === 'string' || Number.isInteger(value)),
        ).toBe(true);
        expect(terms.backGrossCents).toBeGreaterThanOrEqual(terms.financeReserveCents);
        if (type === 'W' || type === 'F' || type === 'D') expect(terms.backGrossCents).toBe(0);
      }),
    );
  });

  it('earns less on an old car than on a fresh one, new or used', () => {
    expect(frontMean(150, 0)).toBeLessThan(frontMean(5, 0) - 50_000);
    expect(frontMean(150, 1)).toBeLessThan(frontMean(5, 1) - 100_000);
  });
});
