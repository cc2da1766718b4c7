import type { Plan, PlanLine } from '@shared/contract/plan';
import { EMPTY_BUILD } from '@shared/domain/build';
import { describe, expect, it } from 'vitest';
import { orderSheetOf } from './order-sheet';

const line = (changes: Partial<PlanLine>): PlanLine => ({
  lineId: '1',
  build: { ...EMPTY_BUILD, make: 'Chevrolet', model: 'Trax', modelYear: 2027, trim: 'LT' },
  quantity: 3,
  uncappedQuantity: 3,
  score: null,
  parts: { gross: null, daysToTurn: null, market: null, forecast: null },
  expectedValueCents: 0,
  unitCostCents: 2_350_001,
  onHand: 0,
  pipeline: 0,
  demand: 3,
  marginalValuesCents: [],
  reasons: [],
  notScoredBecause: null,
  facts: null,
  colors: [
    { color: 'White', units: 2 },
    { color: 'Red', units: 1 },
  ],
  exploration: null,
  decision: null,
  ...changes,
});
const decided = (quantity: number, decision: 'accepted' | 'changed' | 'declined') => ({
  decision,
  quantity,
  reason: null,
  decidedAt: '2026-11-01T09:00:00.000Z',
});
const sheet = (lines: PlanLine[]) =>
  orderSheetOf({
    ...{ id: '7', storeCode: 'S', asOf: '2026-10-31', signedOffAt: null, lines },
    orderDates: ['Chevrolet', 'Ford'].map((make) => ({
      ...{ make, orderOn: '2026-11-03', nextOrderOn: '2026-12-03', isScheduled: true },
    })),
  } as Plan);

describe('orderSheetOf', () => {
  it('lists what was decided by colour, to the cent', () => {
    const { rows, totals } = sheet([
      line({ decision: decided(3, 'accepted') }),
      line({ decision: decided(0, 'declined') }),
      line({}),
    ]);
    expect(
      rows.map(({ line: number, color, units, costCents }) => [number, color, units, costCents]),
    ).toEqual([
      [1, 'White', 2, 4_700_002],
      [1, 'Red', 1, 2_350_001],
    ]);
    expect(totals).toEqual({ units: 3, costCents: 7_050_003 });
  });

  it('cuts colours to fewer units and leaves those of more to the dealer', () => {
    const colorsOf = (quantity: number) =>
      sheet([line({ decision: decided(quantity, 'changed') })]).rows.map(({ color, units }) => [
        color,
        units,
      ]);
    expect(colorsOf(1)).toEqual([['White', 1]]);
    expect(colorsOf(5)).toEqual([
      ['White', 2],
      ['Red', 1],
      [null, 2],
    ]);
  });

  it('marks each line with its code and day, and names the make’s dates', () => {
    const facts = { ordering: { priority: '20', orderOn: '2026-11-03' } } as PlanLine['facts'];
    const { rows, notes } = sheet([line({ decision: decided(1, 'accepted'), facts })]);
    expect(rows[0]).toMatchObject({ priority: '20', orderOn: '2026-11-03' });
    expect(notes).toEqual([
      'Not signed off yet: lines that are not decided are left out.',
      'Chevrolet: orders go in on 2026-11-03, the next ones on 2026-12-03.',
    ]);
  });
});
