/**
 * Syntetos & Boylan 2005: Croston's forecast times 1 - alpha / 2, which takes away most of the bias that comes from
 * dividing by a smoothed interval.
 */
import type { ForecastModel } from '../types';
import { smoothIntervals } from './croston';

const WEIGHT = 0.1;

export const sba = {
  name: 'sba' as const,
  minimumLength: () => 4,
  isSlow: false,
  isAutomatic: false,
  expectedLoss: 1,
  suits: 'intermittent',
  forecast: (history, { horizon }) =>
    Array<number>(horizon).fill((1 - WEIGHT / 2) * smoothIntervals(history, WEIGHT)),
} satisfies ForecastModel;
