import { AppError } from '@shared/contract/errors';
import { describe, expect, it } from 'vitest';
import { findModel, MODEL_CATALOGUE, MODEL_NAMES, parseModel } from './model-catalogue';

describe('the catalogue', () => {
  it('names each model once and finds it by its name', () => {
    expect(new Set(MODEL_NAMES).size).toBe(MODEL_CATALOGUE.length);
    for (const name of MODEL_NAMES) expect(findModel(name).name).toBe(name);
  });

  it('reads what a user types', () => {
    expect(parseModel('auto')).toBe('auto');
    expect(parseModel(' Seasonal-Naive ')).toBe('seasonal_naive');
  });

  it('refuses an unknown name and tells the known ones', () => {
    expect(() => parseModel('crystal ball')).toThrowError(AppError);
    try {
      parseModel('crystal ball');
    } catch (error) {
      expect((error as AppError).code).toBe('BAD_INPUT');
      expect((error as AppError).nextStep).toContain('theta');
    }
  });
});
