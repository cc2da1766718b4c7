import { constraintFileSchema, constraintKindSchema } from '@shared/contract/plan-limits';
import { describe, expect, it } from 'vitest';
import { constraintTemplate } from './constraint-template';

describe('the template of limits', () => {
  it('is a file that can be planned with, and shows every kind but the lot', () => {
    const limits = constraintFileSchema.parse(JSON.parse(constraintTemplate().text));
    const shown = new Set(limits.map(({ kind }) => kind));
    expect(constraintKindSchema.options.filter((kind) => !shown.has(kind))).toEqual(['places']);
  });
});
