import { describe, expect, it } from 'vitest';
import { splitGrade } from './grades';

describe('splitGrade', () => {
  it.each([
    ['Silverado 1500 LT', { model: 'Silverado 1500', grade: 'LT' }],
    ['Tacoma TRD Off-Road', { model: 'Tacoma', grade: 'TRD Off-Road' }],
    ['Civic – EX', { model: 'Civic', grade: 'EX' }],
    // "Sport" ends these models' own names.
    ['Range Rover Sport', null],
    ['Bronco Sport', null],
    // A grade alone is the name.
    ['Sport', null],
    ['Corolla', null],
  ])('splits %s', (model, expected) => {
    expect(splitGrade(model)).toEqual(expected);
  });
});
