import { describe, expect, it } from 'vitest';
import { knownMake, splitMake } from './makes';
import { spellDrivetrain, spellName } from './names';
import { parseModelYear, parseVehicleTitle } from './vehicle-title';

describe('spellName', () => {
  it.each([
    ['SILVERADO 1500', 'Silverado 1500'],
    ['silverado 1500', 'Silverado 1500'],
    ['Silverado  1500', 'Silverado 1500'],
    ['CREW CAB', 'Crew Cab'],
    ['LT', 'LT'],
    ['ZR2', 'ZR2'],
    ['F-150', 'F-150'],
    ['EQUINOX EV', 'Equinox EV'],
    ['ST-Line', 'ST-Line'],
  ])('spells %s as %s', (text, name) => {
    expect(spellName(text)).toBe(name);
  });
});

describe('makes', () => {
  it('knows abbreviations', () => {
    expect(['CHEV', 'chevrolet', 'Chevrolet Truck', 'MERCEDES', 'VW'].map(knownMake)).toEqual([
      'Chevrolet',
      'Chevrolet',
      'Chevrolet',
      'Mercedes-Benz',
      'Volkswagen',
    ]);
    expect(knownMake('Thunder Coachworks')).toBeUndefined();
  });

  it('splits makes of two words', () => {
    expect(splitMake('Land Rover Range Rover Sport')).toEqual({
      make: 'Land Rover',
      rest: 'Range Rover Sport',
    });
    expect(splitMake('Ford F-150')).toEqual({ make: 'Ford', rest: 'F-150' });
  });
});

describe('vehicle titles', () => {
  it('reads year, make and model from one column', () => {
    expect(parseVehicleTitle('2024 Alfa Romeo Giulia', 2027)).toEqual({
      modelYear: 2024,
      make: 'Alfa Romeo',
      model: 'Giulia',
    });
    expect(parseVehicleTitle("'24 Ford Escape", 2027)?.modelYear).toBe(2024);
    expect(parseVehicleTitle('2024 Unheard Of', 2027)).toBeUndefined();
  });

  it('reads two-digit model years up to the next one', () => {
    expect([
      parseModelYear('25', 2027),
      parseModelYear('98', 2027),
      parseModelYear('2016.0', 2027),
      parseModelYear('3050', 2027),
    ]).toEqual([2025, 1998, 2016, undefined]);
  });
});

describe('spellDrivetrain', () => {
  it.each([
    ['4x4', '4WD'],
    ['Four-Wheel Drive', '4WD'],
    ['awd', 'AWD'],
    ['Front Wheel Drive', 'FWD'],
  ])('reads %s as %s', (text, name) => {
    expect(spellDrivetrain(text)).toBe(name);
  });
});
