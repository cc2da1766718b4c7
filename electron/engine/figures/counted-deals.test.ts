import { describe, expect, it } from 'vitest';
import { spansBetween } from './counted-deals';

describe('spansBetween', () => {
  it('leaves the days that no kept month covers', () => {
    expect(spansBetween({ from: '2026-01-15', to: '2026-05-10' }, ['2026-02', '2026-04'])).toEqual([
      { from: '2026-01-15', to: '2026-01-31' },
      { from: '2026-03-01', to: '2026-03-31' },
      { from: '2026-05-01', to: '2026-05-10' },
    ]);
  });

  it('leaves none where all are covered, and all where none are', () => {
    expect(spansBetween({ from: '2026-02-01', to: '2026-02-28' }, ['2026-02'])).toEqual([]);
    expect(spansBetween({ from: '2026-02-01', to: '2026-02-28' }, [])).toEqual([
      { from: '2026-02-01', to: '2026-02-28' },
    ]);
  });
});
