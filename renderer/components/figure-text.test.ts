import type { Figure } from '@shared/contract/primitives';
import { describe, expect, it } from 'vitest';
import { writeBasis, writeFigure, writeSmallPrint } from './figure-text';

const figure: Figure = {
  value: 62,
  unit: 'days',
  sampleSize: 212,
  windowDays: 45,
  dateField: 'sold date',
  population: 'retail and lease deals',
  note: null,
};

describe('a figure in words', () => {
  it('writes each unit its own way', () => {
    const write = (value: number, unit: Figure['unit']) => writeFigure({ ...figure, value, unit });
    expect(write(240, 'units')).toBe('240');
    expect(write(982_345_678, 'cents')).toBe('$9.82M');
    expect(write(141_200, 'cents_per_day')).toBe('$1,412');
    expect(write(62, 'days')).toBe('62 days');
    expect(write(0.184, 'ratio')).toBe('18%');
    expect(write(5.88, 'turns_per_year')).toBe('5.9×');
  });

  it('gives the sample and window, or the reason when there is no value', () => {
    expect(writeBasis(figure)).toBe('n 212 · 45 days');
    expect(writeBasis({ ...figure, windowDays: null })).toBe('n 212');
    expect(writeBasis({ ...figure, value: null, note: 'no sales in 45 days' })).toBe('no sales in 45 days');
    expect(writeFigure({ ...figure, value: null })).toBe('–');
  });

  it('names population, window, date and sample in the small print', () => {
    expect(writeSmallPrint(figure)).toBe(
      'Retail and lease deals. Window: last 45 days. Date used: sold date. Sample: 212',
    );
  });
});
