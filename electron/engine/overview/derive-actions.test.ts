import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DataFacts, ModelFact } from './action-facts';
import { deriveActions, excessUnits, orderActions } from './derive-actions';

const settings = {
  agedDaysNew: 90,
  agedDaysUsed: 60,
  targetDaysSupplyNew: 60,
  targetDaysSupplyUsed: 45,
  daysSupplyWindowDays: 45,
} as const;

const quiet: DataFacts = {
  daysOld: 0,
  newestSaleOn: '2026-06-30',
  rejected: [],
  plan: { id: '1', waitingLines: 0, waitingUnits: 0, waitingValueCents: 0 },
  forecastAsOf: '2026-06-30',
};

const balanced: ModelFact = {
  condition: 'new',
  make: 'Ford',
  model: 'F-150',
  available: 10,
  holdingCentsPerDay: 20_000,
  aged: 0,
  agedHoldingCentsPerDay: 0,
  oldestDays: 40,
  soldInWindow: 9,
  soldIn90: 18,
  grossPerUnitCents: 300_000,
  onOrder: 0,
  nextArrivalOn: null,
};

const derive = (fact: Partial<ModelFact>, data: Partial<DataFacts> = {}) =>
  deriveActions([{ ...balanced, ...fact }], { ...quiet, ...data }, settings, '2026-06-30');

describe('deriveActions', () => {
  it('has nothing to say about a balanced store with fresh data', () => {
    expect(derive({})).toEqual([]);
  });

  it('prices aged units by what they cost a month', () => {
    // $35 a day x 30 = $1,050 a month. The stock costs $200 a day: 2 % of $6,000 is under $500, so $500 is the bar.
    const [action] = derive({ aged: 2, agedHoldingCentsPerDay: 3500, oldestDays: 147 });
    expect(action).toMatchObject({ id: 'aged:new:Ford:F-150', severity: 'act', amountCents: 105_000 });
    expect(action?.detail).toBe('They cost $1,050 a month to hold; the oldest has stood 147 days.');
    expect(action?.target.filter.minAgeDays).toBe('91');
  });

  it('prices what is over the target days supply', () => {
    // Target: 9 sold x 60 / 45 = 12. 20 available are 8 over: $20 a unit and day x 8 x 30 = $4,800.
    const [action] = derive({ available: 20, holdingCentsPerDay: 40_000 });
    expect(action).toMatchObject({ id: 'overstock:new:Ford:F-150', severity: 'act', amountCents: 480_000 });
    expect(action?.detail).toBe(
      "20 available are 100 days' supply, the target is 60. The excess costs $4,800 a month to hold.",
    );
  });

  it('makes one action of a model that is both aged and too many, and counts its money once', () => {
    // 8 over as above, $4,800; the 2 aged among them cost $35 a day, $1,050 a month, which is in it.
    const actions = derive({
      available: 20,
      holdingCentsPerDay: 40_000,
      aged: 2,
      agedHoldingCentsPerDay: 3500,
      oldestDays: 147,
    });
    expect(actions).toHaveLength(1);
    expect(actions[0]).toMatchObject({
      id: 'aged-overstock:new:Ford:F-150',
      title: 'Move 2 new Ford F-150 older than 90 days, and stop buying: 8 over target',
      detail:
        "20 available are 100 days' supply, the target is 60. Together they cost $4,800 a month to hold; the oldest has stood 147 days.",
      amountCents: 480_000,
    });
  });

  it('says of each amount what it is', () => {
    const labelOf = (fact: Partial<ModelFact>, data: Partial<DataFacts> = {}) =>
      derive(fact, data)[0]?.amountLabel;
    expect(labelOf({ aged: 2, agedHoldingCentsPerDay: 3500 })).toBe('a month to hold');
    expect(labelOf({ available: 20 })).toBe('a month to hold');
    expect(labelOf({ available: 0 })).toBe('gross a month');
    expect(labelOf({ available: 0, grossPerUnitCents: null })).toBeNull();
    expect(labelOf({}, { plan: { id: '3', waitingLines: 1, waitingUnits: 1, waitingValueCents: 5 } })).toBe(
      'net, this order',
    );
  });

  it('says that nothing sold where there is no days supply to speak of', () => {
    const [action] = derive({ available: 4, holdingCentsPerDay: 4000, soldInWindow: 0 });
    expect(action?.detail).toContain('None of the 4 available sold in 45 days.');
  });

  it('prices a model that ran out by the gross it made', () => {
    // 18 in 90 days are 6 a month at $3,000.
    const [action] = derive({ available: 0, holdingCentsPerDay: 0, onOrder: 3, nextArrivalOn: '2026-07-12' });
    expect(action).toMatchObject({ id: 'sold-out:new:Ford:F-150', amountCents: 1_800_000 });
    expect(action?.detail).toBe(
      '18 sold in 90 days; $3,000 gross a unit; 3 on order, the next due Jul 12, 2026.',
    );
    expect(derive({ available: 0, holdingCentsPerDay: 0, soldIn90: 2 })).toEqual([]);
  });

  it('tells of waiting order lines, old data, late sales and rejected rows', () => {
    const actions = derive(
      {},
      {
        daysOld: 20,
        newestSaleOn: '2026-06-01',
        rejected: [{ batchId: '7', fileName: 'sales.txt', rows: 12 }],
        plan: { id: '3', waitingLines: 2, waitingUnits: 5, waitingValueCents: 900_000 },
        forecastAsOf: '2026-05-01',
      },
    );
    expect(actions.map((action) => action.id)).toEqual([
      'plan:3',
      'data:old',
      'data:sales-lag',
      'forecast:old',
      'rejected:7',
    ]);
    expect(actions[0]?.detail).toBe('5 units with an expected net of $9,000.');
  });
});

describe('what counts as "act"', () => {
  it('grows with the stock: 2 % of what it costs to hold in a month', () => {
    // A stock of $2,000 a day costs $60,000 a month: from $1,200 on. $35 a day are $1,050, $41 are $1,230.
    const large = { holdingCentsPerDay: 200_000, available: 10 };
    expect(derive({ ...large, aged: 1, agedHoldingCentsPerDay: 3500 })[0]?.severity).toBe('caution');
    expect(derive({ ...large, aged: 1, agedHoldingCentsPerDay: 4100 })[0]?.severity).toBe('act');
  });
});

describe('excessUnits', () => {
  it('never takes more than is there, and nothing below the target', () => {
    fc.assert(
      fc.property(fc.nat(500), fc.nat(500), (available, sold) => {
        const excess = excessUnits(available, sold, 45, 60);
        expect(excess).toBeGreaterThanOrEqual(0);
        expect(excess).toBeLessThanOrEqual(available);
        expect(available - excess).toBeGreaterThanOrEqual(Math.min(available, (sold * 60) / 45));
      }),
    );
  });
});

describe('orderActions', () => {
  it('puts acts before cautions and more money before less', () => {
    const action = (id: string, severity: 'act' | 'caution', amountCents: number | null) => ({
      id,
      severity,
      title: id,
      detail: '',
      amountCents,
      amountLabel: null,
      target: { screen: 'inventory' as const, filter: {} },
    });
    const ordered = orderActions([
      action('none', 'caution', null),
      action('small', 'caution', 10),
      action('act', 'act', 1),
      action('large', 'caution', 20),
    ]);
    expect(ordered.map(({ id }) => id)).toEqual(['act', 'large', 'small', 'none']);
  });
});
