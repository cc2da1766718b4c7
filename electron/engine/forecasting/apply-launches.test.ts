import { describe, expect, it } from 'vitest';
import { applyLaunches } from './apply-launches';
import type { DemandNode } from './demand-tree';
import { withoutModels } from './forecast-series';
import type { SeriesForecast } from './types';

const WINDOW = {
  grain: 'month' as const,
  first: '2024-01',
  last: '2026-06',
  asOf: '2026-06-30',
  salesUntil: '2026-06-30',
};

function node(level: DemandNode['level'], id: string, start: string, values: number[]): DemandNode {
  const series = { id, grain: 'month' as const, start, values };
  return { level, of: {}, series, evidence: null, runningUnits: null, coming: null, children: [] };
}

const monthsOf = (units: number, length = 30) => Array<number>(length).fill(units);
const old = ['XL', 'XLT'].map((trim) => node('trim', `trim:Ford|F-150|${trim}`, '2024-01', monthsOf(4)));
/** Came in 2025-01 and sold 2 a month in its first half year, then 4. */
const grown = node('trim', 'trim:Ford|F-150|Lariat', '2025-01', [...monthsOf(2, 6), ...monthsOf(4, 12)]);
const young = node('trim', 'trim:Ford|F-150|Tremor', '2026-05', [1, 2]);
const model = {
  ...node('model', 'model:Ford|F-150', '2024-01', monthsOf(15)),
  children: [...old, grown, young],
};
const root = { ...node('store', 'store', '2024-01', monthsOf(15)), children: [model] };
const fitted = new Map(
  [root, model, ...model.children].map(({ series }): [string, SeriesForecast] => [
    series.id,
    withoutModels(series),
  ]),
);
const points = ['2026-07', '2026-08'].map((period) => ({ period, mean: 15, quantiles: {} }));
fitted.set('store', { ...withoutModels(root.series), status: 'ok', points });

describe('launches in a store', () => {
  const launched = applyLaunches({ root, window: WINDOW }, fitted);

  it('are the young series that the history did not begin with', () => {
    const changed = [...launched].filter(([id, forecast]) => forecast !== fitted.get(id)).map(([id]) => id);
    expect(changed).toEqual(['trim:Ford|F-150|Tremor']);
  });

  it('reach the level of their siblings by the ramp of the launch before', () => {
    // Ramp: (2 + 5 x 0.5) / 9 = 0.5, (2 + 5 x 0.7) / 9 = 0.6111, then 0.67778 and 0.71778. Siblings sell 4 each.
    // Level: (2 + 3) / (2 / 4 + 0.5 + 0.6111) = 3.1034; July and August are months 3 and 4 of its life.
    const forecast = launched.get('trim:Ford|F-150|Tremor');
    expect(forecast?.points.map(({ period, mean }) => [period, mean])).toEqual([
      ['2026-07', expect.closeTo(2.1034, 4)],
      ['2026-08', expect.closeTo(2.2276, 4)],
    ]);
    expect(forecast?.note).toContain('3 alike and 3 units of its own, the ramp of 1 earlier launch');
  });

  it('look at the whole level where all of the model is new', () => {
    const fresh = node('trim', 'trim:Ford|Bronco|Base', '2026-06', [1]);
    const bronco = { ...node('model', 'model:Ford|Bronco', '2026-06', [1]), children: [fresh] };
    const wider = { ...root, children: [model, bronco] };
    const known = new Map(fitted);
    for (const { series } of [fresh, bronco]) known.set(series.id, withoutModels(series));
    const found = applyLaunches({ root: wider, window: WINDOW }, known);
    expect(found.get('trim:Ford|Bronco|Base')?.note).toContain('3 alike and 1 units');
    // One model sells 15 a month: (2 + 1) / (2 / 15 + 0.5) = 4.7368, x 0.6111 in its second month.
    expect(found.get('model:Ford|Bronco')?.points[0]?.mean).toBeCloseTo(2.8947, 4);
  });

  it('are none where nothing has a forecast to tell the horizon', () => {
    const none = new Map([...fitted].map(([id, forecast]) => [id, { ...forecast, points: [] }]));
    expect(applyLaunches({ root, window: WINDOW }, none)).toEqual(none);
  });
});
