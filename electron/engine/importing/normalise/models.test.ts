import { describe, expect, it } from 'vitest';
import { readModel } from './models';

describe('readModel', () => {
  it.each([
    ['F150 4WD', 'Ford', null, { model: 'F-150', drivetrain: '4WD', body: null }],
    [
      'SILVERADO 2500 HD CREW CAB',
      'Chevrolet',
      null,
      { model: 'Silverado 2500HD', drivetrain: null, body: 'Crew Cab' },
    ],
    ['Honda Accord EX-L', 'Honda', 'EX-L', { model: 'Accord', drivetrain: null, body: null }],
    ['crv awd', 'Honda', null, { model: 'CR-V', drivetrain: 'AWD', body: null }],
    // The name of the make alone, or a trim that is all there is, stays.
    ['MINI', 'MINI', null, { model: 'Mini', drivetrain: null, body: null }],
    ['Sport', 'Land Rover', 'Sport', { model: 'Sport', drivetrain: null, body: null }],
  ])('reads %s', (text, make, trim, expected) => {
    expect(readModel(text, make, trim)).toEqual(expected);
  });
});
