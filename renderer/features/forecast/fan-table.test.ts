import { periodRange } from '@shared/domain/period';
import { describe, expect, it } from 'vitest';
import { fanTable, periodTicks } from './fan-table';

describe('the table behind the fan chart', () => {
  it('starts with the forecast and goes back through history', () => {
    const { rows } = fanTable({
      history: [
        { period: '2026-05', units: 7, demand: 7.4 },
        { period: '2026-06', units: null, demand: null },
      ],
      points: [
        {
          period: '2026-07',
          mean: 8.25,
          quantiles: { '0.05': 3, '0.10': 4, '0.50': 8, '0.90': 12, '0.95': 14 },
        },
      ],
    });
    expect(rows.map(([period]) => period)).toEqual(['Jul 2026', 'Jun 2026', 'May 2026']);
    expect(rows[0]?.slice(3)).toEqual(['8.3', '3.0', '4.0', '8.0', '12.0', '14.0']);
    expect(rows[1]?.slice(1, 3)).toEqual(['–', '–']);
  });
});

describe('periodTicks', () => {
  it('names the year where it changes', () => {
    expect(periodTicks(['2026-11', '2026-12', '2027-01']).ticktext).toEqual([
      'Nov<br>2026',
      'Dec',
      'Jan<br>2027',
    ]);
  });

  it('keeps to some fourteen labels', () => {
    const { tickvals } = periodTicks(periodRange('2023-01', '2026-06'));
    expect(tickvals).toHaveLength(14);
    expect(periodTicks(['2026-W30']).ticktext).toEqual(['Jul 20<br>2026']);
  });
});
