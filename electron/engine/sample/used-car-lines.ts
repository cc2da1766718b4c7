/**
 * The used cars that a Chevrolet store trades for and buys: many makes, weighted by how often they come up.
 * Prices are those of the reference model year when new; all weights and prices are made up.
 */
import { ENGINES, type EngineName } from './engines';
import type { VehicleSpec } from './vehicle-spec';

export type UsedLine = { specs: readonly VehicleSpec[]; weight: number; certifiable: boolean };

type UsedRow = readonly [
  make: string,
  model: string,
  trims: string,
  body: string,
  drivetrain: string,
  engine: EngineName,
  wmi: string,
  vinModel: string,
  plants: string,
  priceDollars: number,
  weight: number,
];

/** General Motors makes, which the store may certify. */
const CERTIFIABLE_MAKES = ['Chevrolet', 'GMC', 'Buick', 'Cadillac'];
/** A trim step up adds this share of the base price. */
const TRIM_STEP = 0.11;

const ROWS: readonly UsedRow[] = [
  [
    'Chevrolet',
    'Silverado 1500',
    'WT,LT,RST,High Country',
    'Crew Cab',
    '4WD',
    'v8small',
    '1GC',
    'UYDE',
    'ZFS',
    49_000,
    13,
  ],
  ['Chevrolet', 'Equinox', 'LS,LT,RS,Premier', 'SUV', 'AWD', 'turbo15', '2GN', 'AXUE', '6LZ', 30_500, 11],
  ['Chevrolet', 'Traverse', 'LS,LT,RS,Premier', 'SUV', 'AWD', 'v6', '1GN', 'EVHK', 'JRK', 39_000, 7],
  ['Chevrolet', 'Tahoe', 'LS,LT,RST,Z71', 'SUV', '4WD', 'v8small', '1GN', 'SKBK', 'RJX', 62_000, 5],
  ['Chevrolet', 'Colorado', 'WT,LT,Z71', 'Crew Cab', '4WD', 'v6', '1GC', 'GTDE', '1NB', 36_000, 5],
  ['Chevrolet', 'Malibu', 'LS,LT,Premier', 'Sedan', 'FWD', 'turbo15', '1G1', 'ZDSE', 'FUT', 26_500, 6],
  ['Chevrolet', 'Trax', 'LS,LT', 'SUV', 'FWD', 'turbo12', 'KL7', 'CJLS', 'BPC', 22_500, 4],
  ['Chevrolet', 'Blazer', 'LT,RS', 'SUV', 'AWD', 'v6', '3GN', 'KBHR', 'SLM', 39_500, 4],
  [
    'Chevrolet',
    'Silverado 2500HD',
    'WT,LT,LTZ',
    'Crew Cab',
    '4WD',
    'v8heavy',
    '1GC',
    '4YNE',
    'FGH',
    59_000,
    4,
  ],
  ['Chevrolet', 'Camaro', 'LT,SS', 'Coupe', 'RWD', 'v8sport', '1G1', 'FBDE', '0HA', 34_500, 2],
  ['Chevrolet', 'Bolt EUV', 'LT,Premier', 'SUV', 'FWD', 'electric', '1G1', 'FYSE', '4VW', 29_500, 2],
  [
    'GMC',
    'Sierra 1500',
    'Elevation,SLT,AT4,Denali',
    'Crew Cab',
    '4WD',
    'v8small',
    '1GT',
    'UUDE',
    'ZGS',
    54_500,
    5,
  ],
  ['GMC', 'Terrain', 'SLE,SLT', 'SUV', 'AWD', 'turbo15', '3GK', 'ALVE', 'LSM', 32_500, 3],
  ['GMC', 'Acadia', 'SLE,SLT,Denali', 'SUV', 'AWD', 'v6', '1GK', 'KNUL', 'ZJR', 40_500, 3],
  ['Buick', 'Encore GX', 'Preferred,Select', 'SUV', 'AWD', 'turbo13', 'KL4', 'MMES', 'BPC', 27_500, 3],
  ['Buick', 'Enclave', 'Essence,Avenir', 'SUV', 'AWD', 'v6', '5GA', 'EVBK', 'JRK', 46_500, 2],
  ['Cadillac', 'XT5', 'Luxury,Premium Luxury', 'SUV', 'AWD', 'v6', '1GY', 'KNCR', 'ZJR', 48_500, 2],
  ['Ford', 'F-150', 'XL,XLT,Lariat,Platinum', 'SuperCrew', '4WD', 'used8', '1FT', 'FW1E', 'FKE', 51_000, 8],
  ['Ford', 'Explorer', 'Base,XLT,Limited', 'SUV', '4WD', 'usedTurbo4', '1FM', 'SK8D', 'GAB', 40_500, 4],
  ['Ford', 'Escape', 'Active,ST-Line', 'SUV', 'AWD', 'usedTurbo4', '1FM', 'CU9G', 'UAB', 30_500, 4],
  ['Ford', 'Edge', 'SE,SEL,Titanium', 'SUV', 'AWD', 'usedTurbo4', '2FM', 'PK4J', 'BAC', 38_500, 3],
  ['Ford', 'Bronco Sport', 'Big Bend,Badlands', 'SUV', '4WD', 'usedTurbo4', '3FM', 'CR9B', 'RAB', 33_500, 2],
  ['Ram', '1500', 'Tradesman,Big Horn,Laramie', 'Crew Cab', '4WD', 'used8', '1C6', 'SRFF', 'NSG', 49_500, 5],
  ['Jeep', 'Grand Cherokee', 'Laredo,Limited', 'SUV', '4WD', 'used6', '1C4', 'RJFA', 'C8D', 43_500, 4],
  ['Jeep', 'Wrangler', 'Sport,Sahara,Rubicon', 'SUV', '4WD', 'used6', '1C4', 'HJXD', 'WLT', 42_500, 3],
  ['Jeep', 'Compass', 'Latitude,Limited', 'SUV', '4WD', 'used4', '3C4', 'NJDB', 'TVK', 30_500, 3],
  ['Toyota', 'RAV4', 'LE,XLE,Limited', 'SUV', 'AWD', 'used4', '2T3', 'P1RF', 'CWD', 31_500, 5],
  ['Toyota', 'Camry', 'LE,SE,XLE', 'Sedan', 'FWD', 'used4', '4T1', 'C11A', 'UKR', 28_500, 4],
  ['Toyota', 'Highlander', 'LE,XLE', 'SUV', 'AWD', 'used6', '5TD', 'GZRA', 'SHX', 41_500, 3],
  ['Toyota', 'Tacoma', 'SR5,TRD Off-Road', 'Double Cab', '4WD', 'used6', '3TM', 'CZ5A', 'MTN', 38_500, 3],
  ['Honda', 'CR-V', 'LX,EX,EX-L', 'SUV', 'AWD', 'used4', '7FA', 'RW2H', 'LEA', 31_500, 5],
  ['Honda', 'Accord', 'LX,Sport,EX-L', 'Sedan', 'FWD', 'used4', '1HG', 'CV1F', 'ALC', 28_500, 4],
  ['Honda', 'Civic', 'LX,Sport', 'Sedan', 'FWD', 'used4', '2HG', 'FE2F', 'HEA', 25_000, 3],
  ['Honda', 'Pilot', 'EX-L,Touring', 'SUV', 'AWD', 'used6', '5FN', 'YF6H', 'BHC', 43_500, 2],
  ['Nissan', 'Rogue', 'S,SV,SL', 'SUV', 'AWD', 'used4', '5N1', 'AT3B', 'CWD', 29_500, 4],
  ['Nissan', 'Altima', 'S,SV', 'Sedan', 'FWD', 'used4', '1N4', 'BL4D', 'CNK', 25_500, 3],
  ['Hyundai', 'Tucson', 'SE,SEL,Limited', 'SUV', 'AWD', 'used4', '5NM', 'JBCA', 'HAU', 29_500, 3],
  ['Hyundai', 'Elantra', 'SE,SEL', 'Sedan', 'FWD', 'used4', '5NP', 'LM4A', 'HUK', 21_500, 2],
  ['Kia', 'Sportage', 'LX,EX', 'SUV', 'AWD', 'used4', '5XY', 'K33A', 'GKA', 28_500, 3],
  ['Kia', 'Telluride', 'LX,S,EX', 'SUV', 'AWD', 'used6', '5XY', 'P3DH', 'GKA', 39_500, 2],
  ['Subaru', 'Outback', 'Premium,Limited', 'SUV', 'AWD', 'used4', '4S4', 'BTAC', 'HGN', 33_500, 2],
  ['Volkswagen', 'Atlas', 'SE,SEL', 'SUV', 'AWD', 'usedTurbo4', '1V2', 'BR2C', 'CAE', 38_500, 2],
  ['Mazda', 'CX-5', 'Select,Premium', 'SUV', 'AWD', 'used4', 'JM3', 'KFBC', '01H', 30_500, 2],
  ['Toyota', 'Prius', 'LE,XLE', 'Hatchback', 'FWD', 'usedHybrid', 'JTD', 'ACAA', '3JP', 28_500, 1],
];

export const USED_LINES: readonly UsedLine[] = ROWS.map(usedLine);

function usedLine(row: UsedRow): UsedLine {
  const [make, model, trims, body, drivetrain, engine, wmi, vinModel, plants, priceDollars, weight] = row;
  const specs = trims.split(',').map((trim, step): VehicleSpec => {
    return {
      make,
      model,
      trim,
      body,
      doors: body === 'Coupe' ? 2 : 4,
      drivetrain,
      engine: ENGINES[engine],
      package: null,
      modelCode: '',
      wmi,
      vinModel,
      plants,
      priceDollars: Math.round(priceDollars * (1 + TRIM_STEP * step)),
    };
  });
  return { specs, weight, certifiable: CERTIFIABLE_MAKES.includes(make) };
}
