import { describe, expect, it } from 'vitest';
import { readModel } from './models';

describe('readModel', () => {
  it.each([
    ['F150 4WD', 'Ford', null, { model: 'F-150', drivetrain: '4WD', body: null, trim: null }],
    [
      'SILVERADO 2500 HD CREW CAB',
      'Chevrolet',
      null,
      { model: 'Silverado 2500HD', drivetrain: null, body: 'Crew Cab', trim: null },
    ],
    ['Honda Accord EX-L', 'Honda', 'EX-L', { model: 'Accord', drivetrain: null, body: null, trim: null }],
    ['crv awd', 'Honda', null, { model: 'CR-V', drivetrain: 'AWD', body: null, trim: null }],
    // A grade that only the name has; names of models that end like a grade stay whole.
    ['ACCORD EX-L', 'Honda', null, { model: 'Accord', drivetrain: null, body: null, trim: 'EX-L' }],
    [
      'Silverado 1500 High Country',
      'Chevrolet',
      null,
      { model: 'Silverado 1500', drivetrain: null, body: null, trim: 'High Country' },
    ],
    [
      'Range Rover Sport',
      'Land Rover',
      null,
      { model: 'Range Rover Sport', drivetrain: null, body: null, trim: null },
    ],
    ['Yukon XL Denali', 'GMC', null, { model: 'Yukon XL', drivetrain: null, body: null, trim: 'Denali' }],
    // The name of the make alone, or a trim that is all there is, stays.
    ['MINI', 'MINI', null, { model: 'Mini', drivetrain: null, body: null, trim: null }],
    ['Sport', 'Land Rover', 'Sport', { model: 'Sport', drivetrain: null, body: null, trim: null }],
  ])('reads %s', (text, make, trim, expected) => {
    expect(readModel(text, make, trim)).toEqual(expected);
  });
});
