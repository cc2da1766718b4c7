/**
 * One spelling for each model: names whose hyphens, digits and capitals systems write in their own way are looked up by
 * their letters and digits alone; what a system appends (driven wheels, cab, the row's own trim) goes to its own place.
 */
import { splitGrade } from './grades';
import { spellDrivetrain, spellName } from './names';

/** Models that title case alone does not spell. */
const MODELS: readonly string[] = [
  // Acura, Alfa Romeo, Audi, BMW, Buick, Cadillac
  ...[
    'MDX',
    'RDX',
    'TLX',
    'ILX',
    'NSX',
    'ZDX',
    '4C',
    'e-tron',
    'e-tron GT',
    'Q4 e-tron',
    'Q8 e-tron',
    'RS Q8',
  ],
  ...[
    'iX',
    'i3',
    'i4',
    'i5',
    'i7',
    'LaCrosse',
    'LYRIQ',
    'CT4-V',
    'CT5-V',
    'CTS-V',
    'ATS-V',
    'Escalade ESV',
    'Escalade IQ',
  ],
  // Chevrolet, GMC
  ...[
    'Silverado 1500',
    'Silverado 2500HD',
    'Silverado 3500HD',
    'Silverado EV',
    'Sierra 1500',
    'Sierra 2500HD',
  ],
  ...[
    'Sierra 3500HD',
    'Sierra EV',
    'HHR',
    'SSR',
    'Bolt EV',
    'Bolt EUV',
    'Blazer EV',
    'Equinox EV',
    'Hummer EV',
    'TrailBlazer',
  ],
  // Chrysler, Dodge, Jeep, Ram
  ...[
    '300C',
    'PT Cruiser',
    'ProMaster',
    'ProMaster City',
    'Grand Cherokee L',
    'Grand Cherokee 4xe',
    'Wrangler 4xe',
  ],
  // Ford, Lincoln
  ...[
    'F-150',
    'F-250',
    'F-350',
    'F-450',
    'F-550',
    'F-250SD',
    'F-350SD',
    'F-150 Lightning',
    'E-350',
    'E-450',
    'EcoSport',
    'C-Max',
  ],
  ...['Mustang Mach-E', 'GT', 'MKC', 'MKS', 'MKT', 'MKX', 'MKZ'],
  // Genesis, Honda, Hyundai, Infiniti, Jaguar, Kia
  ...[
    'G70',
    'G80',
    'G90',
    'GV60',
    'GV70',
    'GV80',
    'CR-V',
    'HR-V',
    'CR-Z',
    'IONIQ',
    'IONIQ 5',
    'IONIQ 6',
    'QX50',
    'QX55',
  ],
  ...[
    'QX60',
    'QX80',
    'F-PACE',
    'E-PACE',
    'I-PACE',
    'F-TYPE',
    'XE',
    'XF',
    'XJ',
    'K4',
    'K5',
    'K900',
    'EV6',
    'EV9',
  ],
  // Lexus, Mazda, Mercedes-Benz, Mitsubishi, MINI
  ...[
    'CX-3',
    'CX-30',
    'CX-5',
    'CX-50',
    'CX-7',
    'CX-70',
    'CX-9',
    'CX-90',
    'MX-5 Miata',
    'MX-30',
    'RX-8',
    'Mazda2',
    'Mazda3',
  ],
  ...[
    'Mazda5',
    'Mazda6',
    'A-Class',
    'B-Class',
    'C-Class',
    'E-Class',
    'G-Class',
    'S-Class',
    'R-Class',
    'AMG GT',
    'i-MiEV',
  ],
  // Nissan, Porsche, Subaru, Suzuki, Tesla, Toyota, Volkswagen, Volvo
  ...[
    'GT-R',
    'LEAF',
    'NV200',
    '350Z',
    '370Z',
    'BRZ',
    'WRX',
    'WRX STI',
    'SX4',
    'Model 3',
    'Model S',
    'Model X',
    'Model Y',
  ],
  ...[
    '4Runner',
    'RAV4',
    'RAV4 Hybrid',
    'RAV4 Prime',
    'C-HR',
    'bZ4X',
    'GR86',
    'GR Supra',
    'GR Corolla',
    'FJ Cruiser',
  ],
  ...[
    'Prius c',
    'Prius v',
    'Golf GTI',
    'ID.4',
    'ID. Buzz',
    'CC',
    'e-Golf',
    'XC40',
    'XC60',
    'XC70',
    'XC90',
    'S60',
    'S90',
    'V60',
    'V90',
  ],
];

const BY_KEY: ReadonlyMap<string, string> = new Map(MODELS.map((model) => [keyOf(model), model]));

function keyOf(text: string): string {
  return text.toLowerCase().replace(/[^a-z0-9]/g, '');
}

const DRIVETRAIN_AT_END = /[\s,-]+(4WD|4X4|AWD|FWD|RWD|2WD|4X2)$/i;
const BODY_AT_END =
  /[\s,-]+((?:crew|double|extended|regular|quad|mega|king|access|super) ?cab|supercrew|supercab|crewmax|sedan|coupe|hatchback|convertible|[24] ?dr(?: sedan| coupe| suv)?|[24]d(?: sedan| coupe| suv)?)$/i;

export type ModelParts = {
  readonly model: string;
  readonly drivetrain: string | null;
  readonly body: string | null;
  /** The grade that the name ended in, where the row does not state it apart. */
  readonly trim: string | null;
};

/** `make` and `trim` are what the row says apart from the model; both may stand in its text once more. */
export function readModel(text: string, make: string | null, trim: string | null): ModelParts {
  let rest = text.trim().replace(/\s+/g, ' ');
  if (make !== null && startsWithWord(rest, make)) rest = rest.slice(make.length).trim();
  let drivetrain: string | null = null;
  let body: string | null = null;
  for (let isCut = true; isCut; ) {
    isCut = false;
    const wheels = DRIVETRAIN_AT_END.exec(rest);
    const shape = BODY_AT_END.exec(rest);
    if (wheels?.[1] && wheels.index > 0) {
      drivetrain ??= spellDrivetrain(wheels[1]);
      rest = rest.slice(0, wheels.index);
      isCut = true;
    } else if (shape?.[1] && shape.index > 0) {
      body ??= spellName(shape[1]);
      rest = rest.slice(0, shape.index);
      isCut = true;
    } else if (trim !== null && endsWithWord(rest, trim)) {
      rest = rest.slice(0, rest.length - trim.length).trim();
      isCut = true;
    }
  }
  const graded = trim === null && !BY_KEY.has(keyOf(rest)) ? splitGrade(rest) : null;
  rest = graded?.model ?? rest;
  const model = BY_KEY.get(keyOf(rest)) ?? spellName(rest);
  return { model, drivetrain, body, trim: graded === null ? null : spellName(graded.grade) };
}

function startsWithWord(text: string, word: string): boolean {
  return text.length > word.length + 1 && text.toLowerCase().startsWith(`${word.toLowerCase()} `);
}

function endsWithWord(text: string, word: string): boolean {
  return text.length > word.length + 1 && text.toLowerCase().endsWith(` ${word.toLowerCase()}`);
}
