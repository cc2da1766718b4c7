import { describe, expect, it } from 'vitest';
import { mergeSpans, stockEvidence } from './stock-days';

describe('stock days', () => {
  it('join spans that touch', () => {
    expect(
      mergeSpans([
        { from: '2026-02-01', to: '2026-02-03' },
        { from: '2026-01-01', to: '2026-01-31' },
        { from: '2026-01-05', to: '2026-01-06' },
        { from: '2026-03-01', to: '2026-03-01' },
      ]),
    ).toEqual([
      { from: '2026-01-01', to: '2026-02-03' },
      { from: '2026-03-01', to: '2026-03-01' },
    ]);
  });

  it('take a unit sold on arrival for no evidence', () => {
    // June has 30 days. One unit stands from the 1st to the 20th: in stock 20 days, open after five of them, 15.
    const spans = [
      { from: '2026-06-01', to: '2026-06-20' },
      { from: '2026-06-24', to: '2026-06-26' },
    ];
    const sales = [
      { soldOn: '2026-06-03', units: 1 },
      { soldOn: '2026-06-20', units: 1 },
      { soldOn: '2026-06-26', units: 1 },
    ];
    const [june, july] = stockEvidence(sales, spans, ['2026-06', '2026-07']);
    expect(june).toEqual({ units: 3, inStockShare: 23 / 30, openShare: 15 / 30, openUnits: 1 });
    expect(july).toEqual({ units: 0, inStockShare: 0, openShare: 0, openUnits: 0 });
  });
});
