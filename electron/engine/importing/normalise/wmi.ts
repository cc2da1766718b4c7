/**
 * The make behind the first three characters of a VIN, for rows that do not state one. Codes that several makes
 * share (1C4, 2C3, JF1, JTM, JN8, 5XY) are left out: they decide nothing.
 */
const CODES: Readonly<Record<string, string>> = {
  Acura: '19U 5J8 JH4',
  Audi: 'WAU WA1 WUA',
  BMW: 'WBA WBS WBX 5UX 5YM',
  Buick: '1G4 2G4 5GA KL4 LRB',
  Cadillac: '1G6 1GY 3GY',
  Chevrolet: '1G1 2G1 3G1 1GC 2GC 3GC 1GN 3GN 2GN KL7 KL8 1GB',
  Ford: '1FA 1FB 1FC 1FD 1FM 1FT 2FM 3FA 3FM 3FT MAJ NM0',
  Genesis: 'KMT KMU',
  GMC: '1GT 2GT 3GT 1GK 2GK 3GK',
  Honda: '1HG 2HG 19X 5J6 5FN JHM 2HK 3CZ 7FA 5FP',
  Hyundai: 'KMH 5NP 5NM KM8',
  Infiniti: '5N3',
  Jaguar: 'SAJ',
  Jeep: '1J4 1J8',
  Kia: 'KNA KND 5XX 3KP',
  'Land Rover': 'SAL',
  Lexus: 'JTH JTJ 2T2 58A',
  Lincoln: '1LN 2LM 5LM 3LN 2LN',
  Mazda: 'JM1 JM3 3MZ 3MV 7MM',
  'Mercedes-Benz': 'WDD WDC 4JG 55S W1K W1N',
  Mitsubishi: 'JA3 JA4 ML3',
  Nissan: '1N4 1N6 3N1 5N1 3N6 3N8',
  Porsche: 'WP0 WP1',
  Ram: '3C6',
  Subaru: '4S3 4S4 JF2',
  Tesla: '5YJ 7SA',
  Toyota: '4T1 5TD 5TF JTD 2T3 3TM JTE 5YF 3TY 4T3 4T4 JTN 5TE',
  Volkswagen: '1VW 3VW WVW WVG 1V2 3VV',
  Volvo: 'YV1 YV4 7JR',
};

const MAKE_BY_CODE: ReadonlyMap<string, string> = new Map(
  Object.entries(CODES).flatMap(([make, codes]) =>
    codes.split(' ').map((code): [string, string] => [code, make]),
  ),
);

/** Undefined for a code that is unknown or shared; `vin` has 17 characters. */
export function makeOfVin(vin: string): string | undefined {
  return vin.length === 17 ? MAKE_BY_CODE.get(vin.slice(0, 3)) : undefined;
}
