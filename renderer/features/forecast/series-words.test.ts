import { describe, expect, it } from 'vitest';
import { describeAccuracy, seriesName } from './series-words';

const accuracy = {
  mase: 0.824,
  rmsse: 0.9,
  bias: 0,
  pinball: 2,
  coverage80: 0.81,
  coverage90: 0.9,
  origins: 12,
  beatsNaive: true,
};

describe('a series in words', () => {
  it('is named by what it counts', () => {
    expect(seriesName({ level: 'store', modelName: null, trim: null, id: 's' })).toBe('Whole store');
    expect(seriesName({ level: 'trim', modelName: 'Tahoe', trim: 'RST', id: 't' })).toBe('Tahoe RST');
    expect(seriesName({ level: 'model', modelName: null, trim: null, id: 'x|y' })).toBe('x|y');
  });

  it('says whether the model earned its place', () => {
    const good = describeAccuracy({ status: 'ok', accuracy });
    expect([good.tone, good.detail]).toEqual([
      'good',
      'Better than repeating last year. Typical error against repeating last year: 0.82, the 80% band held 81% of the time, over 12 tests on the past',
    ]);
    expect(describeAccuracy({ status: 'ok', accuracy: { ...accuracy, beatsNaive: false } }).tone).toBe(
      'caution',
    );
    expect(describeAccuracy({ status: 'not_enough_data', accuracy }).word).toBe('Not tested');
  });
});
