/** Makes as the trade spells them, with the abbreviations that dealer systems print. */
const MAKES: Readonly<Record<string, readonly string[]>> = {
  Acura: ['acur'],
  'Alfa Romeo': ['alfa', 'alfaromeo'],
  'Aston Martin': ['aston', 'astonmartin'],
  Audi: [],
  Bentley: ['bent'],
  BMW: [],
  Buick: ['buic'],
  Cadillac: ['cadi', 'cad'],
  Chevrolet: ['chev', 'chevy', 'chevrolettruck', 'chevtruck', 'chevrolettrucks'],
  Chrysler: ['chry', 'chrys'],
  Dodge: ['dodg', 'dodgetruck'],
  Ferrari: ['ferr'],
  Fiat: [],
  Ford: ['fordtruck', 'fordtrucks'],
  Genesis: ['gene'],
  GMC: ['gmctruck', 'gmctrucks'],
  'Harley-Davidson': ['harley', 'harleydavidson', 'hd'],
  Honda: ['hond'],
  Hummer: ['humm'],
  Hyundai: ['hyun', 'hyundi'],
  Infiniti: ['infi', 'infinity'],
  Jaguar: ['jagu', 'jag'],
  Jeep: [],
  Kia: [],
  Lamborghini: ['lamb'],
  'Land Rover': ['landrover', 'land', 'rangerover'],
  Lexus: ['lexu'],
  Lincoln: ['linc'],
  Lotus: [],
  Lucid: [],
  Maserati: ['mase'],
  Mazda: ['mazd'],
  'Mercedes-Benz': ['mercedes', 'merz', 'mb', 'mercedesbenz', 'benz'],
  Mercury: ['merc'],
  MINI: [],
  Mitsubishi: ['mits'],
  Nissan: ['niss', 'datsun'],
  Oldsmobile: ['olds'],
  Polestar: [],
  Pontiac: ['pont'],
  Porsche: ['pors'],
  Ram: ['ramtruck', 'ramtrucks', 'dodgeram'],
  Rivian: [],
  'Rolls-Royce': ['rollsroyce'],
  Saab: [],
  Saturn: ['satu'],
  Scion: ['scio'],
  smart: [],
  Subaru: ['suba'],
  Suzuki: ['suzu'],
  Tesla: ['tesl'],
  Toyota: ['toyo', 'toyotatruck'],
  Volkswagen: ['volk', 'vw'],
  Volvo: ['volv'],
};

const BY_KEY: ReadonlyMap<string, string> = new Map(
  Object.entries(MAKES).flatMap(([make, aliases]) => [make, ...aliases].map((name) => [keyOf(name), make])),
);

function keyOf(text: string): string {
  return text.toLowerCase().replace(/[^a-z0-9]/g, '');
}

/** Undefined for a make that is not in the list; the file's own spelling is then kept. */
export function knownMake(text: string): string | undefined {
  return BY_KEY.get(keyOf(text));
}

/** Abbreviations that are cut off names of several makes: only the VIN can tell. */
const SHARED_ABBREVIATIONS: Readonly<Record<string, readonly string[]>> = {
  merc: ['Mercury', 'Mercedes-Benz'],
  mer: ['Mercury', 'Mercedes-Benz'],
  lin: ['Lincoln'],
  chr: ['Chrysler'],
  che: ['Chevrolet'],
  gm: ['GMC', 'Chevrolet', 'Buick', 'Cadillac'],
  mit: ['Mitsubishi'],
  mi: ['MINI', 'Mitsubishi'],
  ja: ['Jaguar'],
  lan: ['Land Rover'],
  for: ['Ford'],
  hon: ['Honda'],
  hyu: ['Hyundai'],
  toy: ['Toyota'],
  nis: ['Nissan'],
  vol: ['Volvo', 'Volkswagen'],
  dodge: ['Ram'],
};

/** Whether an abbreviation leaves open which make is meant, and `make` is one of them. */
export function couldBeMake(text: string, make: string): boolean {
  return SHARED_ABBREVIATIONS[keyOf(text)]?.includes(make) ?? false;
}

/** Splits `Land Rover Range Rover Sport` after the make; undefined when it starts with no known make. */
export function splitMake(text: string): { make: string; rest: string } | undefined {
  const words = text.trim().split(/\s+/);
  for (const count of [2, 1]) {
    const make = BY_KEY.get(keyOf(words.slice(0, count).join('')));
    if (make !== undefined && words.length > count) return { make, rest: words.slice(count).join(' ') };
  }
  return undefined;
}
