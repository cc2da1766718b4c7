import { describe, expect, it } from 'vitest';
import { gapsOf, type Segment } from './gaps';

const segment: Segment = {
  condition: 'new',
  make: 'Chevrolet',
  model: 'Trax',
  trim: null,
  soldWaiting: 0,
  grossCents: null,
  medianDays: null,
  isCore: false,
  available: 10,
  arrivalsInDays: [5, 20, 30, 45],
  leadDays: 30,
  demandUntilArrival: 9,
  dailyDemand: 0.4,
  minimumUnits: 0,
  daysSupply: 25,
  basis: null,
};
const targets = { new: 60, used: 45 };

describe('gapsOf', () => {
  it('is the target supply less what will be left when an order placed today arrives', () => {
    // 3 of 4 arrive within 30 days: 10 + 3 - 9 = 4. Ideal 0.4 x 60 = 24; 24 - 4 = 20.
    expect(gapsOf([segment], targets)[0]).toMatchObject({
      pipeline: 4,
      arriving: 3,
      projected: 4,
      ideal: 24,
      gap: 20,
      daysSupply: 25,
      note: 'in 30 days, when an order placed today arrives: 10 + 3 arriving − 9 sold = 4',
    });
  });

  it('does not order what cannot be sold for want of stock: the projection ends at 0', () => {
    // 10 + 3 - 20 is below 0; 24 - 0 = 24.
    expect(gapsOf([{ ...segment, demandUntilArrival: 20 }], targets)[0]).toMatchObject({
      projected: 0,
      gap: 24,
      note: expect.stringMatching(/− 20 sold = 0, sold out before$/),
    });
  });

  it('keeps new and used apart: used with their own target, as of today, with all that is bought', () => {
    const used: Segment = { ...segment, condition: 'used', leadDays: 0, demandUntilArrival: 0 };
    // 0.4 x 45 = 18; 18 - 10 - 4 = 4.
    expect(gapsOf([used], targets)[0]).toMatchObject({ ideal: 18, projected: 14, gap: 4, note: null });
  });

  it('says to reduce what nobody is expected to buy, down to the minimum stock', () => {
    const shunned = {
      ...segment,
      dailyDemand: 0,
      demandUntilArrival: 0,
      minimumUnits: 2,
      daysSupply: null,
    };
    // 2 - (10 + 3) = -11.
    expect(gapsOf([shunned], targets)[0]).toMatchObject({
      gap: -11,
      daysSupply: null,
      note: expect.stringMatching(/; no demand expected$/),
    });
  });

  it('lists the largest lack first', () => {
    const models = gapsOf(
      [
        { ...segment, model: 'A', available: 30 },
        { ...segment, model: 'B' },
      ],
      targets,
    );
    expect(models.map((gap) => gap.model)).toEqual(['B', 'A']);
  });

  it('lays arrivals out by week and says what is worth acting on', () => {
    const one = (changes: Partial<Segment>) => gapsOf([{ ...segment, ...changes }], { new: 60, used: 45 })[0];
    // Days 0 and 6 are the first week, 7 the second, 90 the thirteenth; 91 is beyond.
    expect(one({ arrivalsInDays: [0, 6, 7, 90, 91] })?.arrivalsByWeek).toEqual([
      2, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1,
    ]);
    const still = { arrivalsInDays: [], demandUntilArrival: 0, dailyDemand: 0.1, minimumUnits: 0 };
    // Ideal 6: lacking 1 is noise unless the segment is core; lacking 2 is not; 3 too many are.
    expect(one({ ...still, available: 5 })?.signal).toBeNull();
    expect(one({ ...still, available: 5, isCore: true })?.signal).toBe('opportunity');
    expect(one({ ...still, available: 4 })?.signal).toBe('opportunity');
    expect(one({ ...still, available: 9 })?.signal).toBe('overstock');
  });
});
