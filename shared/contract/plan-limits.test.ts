import { describe, expect, it } from 'vitest';
import { constraintFileSchema } from './plan-limits';

const problems = (file: unknown) =>
  constraintFileSchema.safeParse(file).error?.issues.map((issue) => issue.message) ?? [];

describe('the file of limits', () => {
  it('names limits after what they say', () => {
    const file = [
      { kind: 'maximum_mix', models: ['Trax'], trim: 'LT', unit: 'percent', bound: 30 },
      { kind: 'blocked', engine: '6.6L Diesel' },
      { kind: 'budget', make: 'Ford', dollars: 1_000_000.5, note: 'from the owner' },
    ];
    expect(constraintFileSchema.parse(file)).toEqual([
      {
        id: 'maximum_mix:Trax LT:percent',
        label: 'At most 30 % of the order: Trax LT',
        kind: 'maximum_mix',
        models: ['Trax'],
        trim: 'LT',
        unit: 'percent',
        bound: 30,
      },
      {
        id: 'blocked:6.6L Diesel:units',
        label: 'Blocked: 6.6L Diesel',
        kind: 'blocked',
        engine: '6.6L Diesel',
        bound: 0,
      },
      { id: 'budget:Ford:units', label: 'Budget for Ford', kind: 'budget', make: 'Ford', bound: 100_000_050 },
    ]);
  });

  it('keeps ids and labels that are given', () => {
    const given = [{ id: 'x', kind: 'minimum_stock', label: 'Two', models: ['Trax'], bound: 2 }];
    expect(constraintFileSchema.parse(given)).toEqual(given);
  });

  it('says what is wrong', () => {
    expect(problems([{ kind: 'minimum_stock', models: ['Trax'] }])).toEqual([
      'minimum_stock needs a bound (null lifts the limit)',
    ]);
    expect(problems([{ kind: 'places', unit: 'percent', bound: 10 }])).toEqual([
      'only maximum_mix and minimum_mix can be in percent',
    ]);
    expect(problems([{ kind: 'maximum_mix', unit: 'percent', bound: 110 }])).toEqual([
      'a share is at most 100 percent',
    ]);
    expect(problems([{ kind: 'blocked' }])[0]).toContain('must name what is blocked');
    expect(problems([{ kind: 'maximum_mix', bound: 1.5 }])).toEqual(['the bound must be a whole number']);
    expect(problems([{ kind: 'maximum_mix', bound: 1, modles: ['Trax'] }])[0]).toContain('modles');
    const same = { kind: 'maximum_mix', models: ['Trax'], bound: 1 };
    expect(problems([same, same])[0]).toContain('two limits are named');
  });
});
