/** Engines of the sample's cars: label, cylinders, litres, fuel, option codes, VIN code, transmission, mpg. */
import type { Engine } from './vehicle-spec';

function engine(
  label: string,
  fuel: Engine['fuel'],
  optionCodes: string,
  vinCode: string,
  transmission: string,
  mpg: readonly [number, number],
): Engine {
  const size = /^(\d\.\d)L .*?(\d+)(?:-Cyl)?$/.exec(label);
  return {
    label,
    cylinders: size ? Number(size[2]) : 0,
    displacement: size?.[1] ?? '',
    fuel,
    optionCodes: optionCodes === '' ? [] : optionCodes.split(' '),
    vinCode,
    transmission,
    cityMpg: mpg[0],
    highwayMpg: mpg[1],
  };
}

export const ENGINES = {
  turbo27: engine('2.7L Turbo I4', 'Gas', 'L3B MFC', 'K', '8-Speed Automatic', [18, 21]),
  v8small: engine('5.3L V8', 'Gas', 'L84 MHT', 'D', '10-Speed Automatic', [16, 21]),
  v8large: engine('6.2L V8', 'Gas', 'L87 MHS', 'L', '10-Speed Automatic', [15, 20]),
  diesel30: engine('3.0L Turbo I6', 'Diesel', 'LZ0 MHS', '8', '10-Speed Automatic', [23, 28]),
  v8heavy: engine('6.6L V8', 'Gas', 'L8T MKM', '7', '10-Speed Automatic', [12, 16]),
  diesel66: engine('6.6L Turbo V8', 'Diesel', 'L5P MGM', 'Y', '10-Speed Automatic', [14, 18]),
  turbo15: engine('1.5L Turbo I4', 'Gas', 'LSD MRG', 'G', 'CVT', [26, 29]),
  turbo25: engine('2.5L Turbo I4', 'Gas', 'LK0 M3U', 'S', '8-Speed Automatic', [20, 27]),
  turbo20: engine('2.0L Turbo I4', 'Gas', 'LSY M3D', '4', '9-Speed Automatic', [22, 29]),
  v6: engine('3.6L V6', 'Gas', 'LGX M3W', 'R', '9-Speed Automatic', [19, 26]),
  turbo12: engine('1.2L Turbo I3', 'Gas', 'LIH MNH', '2', '6-Speed Automatic', [28, 32]),
  turbo13: engine('1.3L Turbo I3', 'Gas', 'L3T MUH', 'L', '9-Speed Automatic', [26, 30]),
  v8sport: engine('6.2L V8', 'Gas', 'LT2 M1L', '4', '8-Speed Dual Clutch', [16, 24]),
  v8track: engine('5.5L V8', 'Gas', 'LT6 M1M', '3', '8-Speed Dual Clutch', [12, 19]),
  electric: engine('Electric Motor', 'Electric', 'EN0 MFH', 'V', '1-Speed Automatic', [117, 100]),
  dual: engine('Dual Electric Motor', 'Electric', 'EN1 MFJ', 'W', '1-Speed Automatic', [103, 92]),
  used4: engine('2.5L I4', 'Gas', '', 'F', 'Automatic', [26, 34]),
  usedTurbo4: engine('2.0L Turbo I4', 'Gas', '', 'H', 'Automatic', [23, 30]),
  used6: engine('3.5L V6', 'Gas', '', 'B', 'Automatic', [20, 27]),
  used8: engine('5.7L V8', 'Gas', '', 'T', 'Automatic', [15, 21]),
  usedHybrid: engine('2.5L I4', 'Hybrid', '', 'J', 'CVT', [41, 38]),
} as const satisfies Record<string, Engine>;

export type EngineName = keyof typeof ENGINES;
