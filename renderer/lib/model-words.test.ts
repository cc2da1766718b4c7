import { describe, expect, it } from 'vitest';
import { modelInShort, modelWord } from './model-words';

describe('forecasting methods in words', () => {
  it('knows them by either spelling and leaves unknown ones alone', () => {
    expect([modelWord('seasonal_naive'), modelWord('ets'), modelWord('house-blend')]).toEqual([
      'Same month last year',
      'Exponential smoothing',
      'house-blend',
    ]);
  });

  it('names a combination by its parts', () => {
    expect(modelWord('combination of ets, arima, mstl')).toBe(
      'Combination of exponential smoothing, ARIMA, seasonal decomposition',
    );
    expect(modelInShort('combination of ets, arima, mstl')).toBe('Combination of 3 methods');
    expect(modelInShort('tsb')).toBe(modelWord('tsb'));
  });
});
