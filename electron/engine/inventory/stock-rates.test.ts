import { describe, expect, it } from 'vitest';
import { daysSupply, turnFlow } from './stock-rates';

describe('daysSupply', () => {
  it('follows the trade: 30 units with 15 sold in 45 days last 90 days', () => {
    expect(daysSupply(30, 15, 45)).toBe(90);
  });
  it('is 0 for an empty shelf that sells, and unknown where nothing sells', () => {
    expect(daysSupply(0, 4, 45)).toBe(0);
    expect(daysSupply(12, 0, 45)).toBeNull();
  });
});

describe('turnFlow', () => {
  it('is 12 for 600 a year over 50 in stock', () => {
    expect(turnFlow(600, 365, 50)).toBe(12);
  });
  it('scales a short history to a year: 50 in 73 days over 25 units are 10', () => {
    expect(turnFlow(50, 73, 25)).toBe(10);
  });
  it('is unknown without sales or stock', () => {
    expect(turnFlow(0, 365, 50)).toBeNull();
    expect(turnFlow(600, 365, 0)).toBeNull();
  });
});
