import { describe, expect, it } from 'vitest';
import { describeAccuracy, modelWord, seriesName } from './series-words';

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
      'MASE 0.82 (below 1 is better than naive), the 80% band held 81% of the time, over 12 origins',
    ]);
    expect(describeAccuracy({ status: 'ok', accuracy: { ...accuracy, beatsNaive: false } }).tone).toBe(
      'caution',
    );
    expect(describeAccuracy({ status: 'not_enough_data', accuracy }).word).toBe('Not tested');
  });

  it('knows models by either spelling and leaves unknown ones alone', () => {
    expect([
      modelWord('seasonal_naive'),
      modelWord('ets'),
      modelWord('house-blend'),
      modelWord('combination of ets, tsb'),
    ]).toEqual(['Seasonal naive', 'ETS', 'house-blend', 'Combination of ETS, TSB']);
  });
});
