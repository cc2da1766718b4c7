import { describe, expect, it } from 'vitest';
import { tradeStockNumber } from './used-car-buyer';

describe('tradeStockNumber', () => {
  it.each([
    ['H2500325', 'H2500325A'],
    ['H2500325A', 'H2500325B'],
    ['HP00012X', 'HP00012Y'],
    ['HP00012Y', 'HP00012Z'],
    ['HP00012Z', 'HP00012ZA'],
  ])('a trade on %s is %s', (sold, trade) => {
    expect(tradeStockNumber(sold)).toBe(trade);
  });
});
