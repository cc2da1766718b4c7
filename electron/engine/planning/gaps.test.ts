import { describe, expect, it } from 'vitest';
import { gapsOf, type Segment } from './gaps';

const segment: Segment = {
  condition: 'new',
  make: 'Chevrolet',
  model: 'Trax',
  trim: null,
  available: 10,
  pipeline: 4,
  dailyDemand: 0.4,
  minimumUnits: 0,
  note: null,
};
const targets = { new: 60, used: 45 };

describe('gapsOf', () => {
  it('is the target supply less what is there and coming', () => {
    // 0.4 x 60 = 24; 24 - 10 - 4 = 10. Days supply of what is there: 10 / 0.4 = 25.
    expect(gapsOf([segment], targets)[0]).toMatchObject({ ideal: 24, gap: 10, daysSupply: 25, note: null });
  });

  it('keeps new and used apart, each with its own target', () => {
    const used: Segment = { ...segment, condition: 'used', pipeline: 0 };
    // 0.4 x 45 = 18; 18 - 10 = 8.
    expect(gapsOf([used], targets)[0]).toMatchObject({ ideal: 18, gap: 8 });
  });

  it('says to reduce what nobody is expected to buy, down to the minimum stock', () => {
    const shunned = { ...segment, dailyDemand: 0, minimumUnits: 2 };
    expect(gapsOf([shunned], targets)[0]).toMatchObject({
      gap: -12,
      daysSupply: null,
      note: 'no demand expected',
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
});
