/** The configuration that a row names, from separate columns or from a combined one, in DOSO's own spelling. */

import { type Build, EMPTY_BUILD, UNKNOWN_NAME } from '@shared/domain/build';
import { hasValidCheckDigit, vinModelYear } from '@shared/domain/vin';
import { engineTexts } from '@shared/texts/engine-texts';
import { exteriorColorOf } from './color-codes';
import { isDivisionCode, makeOfGmModel } from './gm-makes';
import { couldBeMake, knownMake } from './makes';
import { readModel } from './models';
import { spellDrivetrain, spellName } from './names';
import type { RowReader } from './row-reader';
import { parseVehicleTitle } from './vehicle-title';
import { makeOfVin } from './wmi';

const words = engineTexts.importing.rows;

/** What a build is read from, beside what the VIN says of it. */
const FIELDS = [
  ...['vehicle', 'make', 'model', 'trim', 'drivetrain', 'body', 'bodyType', 'year', 'engine', 'package'],
  ...['exteriorColor', 'interiorColor', 'interiorTrim'],
];

/**
 * Null, with a rejection noted, when make or model is missing. A file has few distinct builds: rows that say the same, in
 * the VIN as well, get the same object.
 */
export function readBuild(reader: RowReader, vin: string | null): Build | null {
  const key = `${saidByVin(vin)}\n${reader.cellsOf(FIELDS)}`;
  const known = reader.builds.get(key);
  if (known !== undefined) return known;
  const notes = reader.problems.length;
  const build = readStatedBuild(reader, vin);
  // A note is for each row.
  if (build !== null && reader.problems.length === notes) {
    if (reader.builds.size > MOST_BUILDS_KEPT) reader.builds.clear();
    reader.builds.set(key, build);
  }
  return build;
}

const MOST_BUILDS_KEPT = 50_000;

/** The parts of a VIN that the build is read from: maker, model year and, as far as it vouches for them, check digit. */
function saidByVin(vin: string | null): string {
  if (vin === null || vin.length !== 17) return vin === null ? '' : 'short';
  return `${vin.slice(0, 3)}${vin[6]}${vin[9]}${hasValidCheckDigit(vin) ? '' : '?'}`;
}

function readStatedBuild(reader: RowReader, vin: string | null): Build | null {
  const combined = reader.text('vehicle');
  const title = combined === null ? undefined : parseVehicleTitle(combined, reader.latestModelYear);
  const isTold = reader.has('model') || reader.has('vehicle');
  const make = readMakeBesideVin(reader, vin) ?? title?.make ?? makeFromVin(reader, vin);
  if (!isTold && vin !== null) return buildOfVin(reader, vin, make);
  const modelText = reader.text('model') ?? title?.model ?? null;
  if (make === null || modelText === null) {
    const what = make === null ? 'make' : 'model';
    reader.note(reader.has(what) ? what : 'vehicle', 'MISSING_MODEL', 'rejected', words.missing[what]);
    return null;
  }
  const trim = reader.text('trim');
  const drivetrain = reader.text('drivetrain');
  const named = readModel(modelText, make, trim);
  return {
    make,
    model: named.model,
    modelYear: readYear(reader, vin) ?? title?.modelYear ?? yearFromVin(vin, reader.latestModelYear),
    body: spelled(reader.text('body') ?? named.body ?? reader.text('bodyType')),
    trim: spelled(trim) ?? named.trim,
    drivetrain: drivetrain === null ? named.drivetrain : spellDrivetrain(drivetrain),
    engine: reader.text('engine'),
    package: reader.identifier('package'),
    exteriorColor: exteriorColorOf(make, spelled(reader.text('exteriorColor'))),
    interiorColor: spelled(reader.text('interiorColor') ?? reader.text('interiorTrim')),
  };
}

/** Of a file without models: the vehicle's stock list or deal tells, when it is loaded. */
function buildOfVin(reader: RowReader, vin: string, make: string | null): Build {
  reader.note('vin', 'MODEL_NOT_STATED', 'repaired', words.modelNotStated);
  const modelYear = readYear(reader, vin) ?? yearFromVin(vin, reader.latestModelYear);
  return { ...EMPTY_BUILD, make: make ?? UNKNOWN_NAME, model: UNKNOWN_NAME, modelYear };
}

export function readMake(reader: RowReader): string | null {
  const text = reader.text('make');
  if (text === null) return null;
  const told = isDivisionCode(text) ? makeOfGmModel(reader.text('models') ?? '') : undefined;
  return told ?? knownMake(text) ?? spellName(text);
}

/** The VIN is the referee: an abbreviation that may be two makes is the VIN's; one that is another make is said. */
function readMakeBesideVin(reader: RowReader, vin: string | null): string | null {
  const text = reader.text('make');
  if (text === null) return null;
  const vinMake = makeOfVin(vin ?? '');
  if (vinMake !== undefined && couldBeMake(text, vinMake)) return vinMake;
  if (isDivisionCode(text)) {
    const told = vinMake ?? makeOfGmModel(reader.text('model') ?? '');
    if (told !== undefined) return told;
  }
  const make = knownMake(text) ?? spellName(text);
  if (
    vinMake !== undefined &&
    vinMake !== make &&
    knownMake(text) !== undefined &&
    hasValidCheckDigit(vin ?? '')
  ) {
    reader.note('make', 'MAKE_DIFFERS', 'warning', words.makeDiffers(vinMake, make));
  }
  return make;
}

/** Two digits leave the century open, and typists err: the VIN says which year it is, or that they differ. */
function readYear(reader: RowReader, vin: string | null): number | null {
  const year = reader.modelYear('year');
  const vinYear = yearFromVin(vin, reader.latestModelYear + 1);
  if (year === null || vinYear === null || year === vinYear || !hasValidCheckDigit(vin ?? '')) return year;
  if (/^['’]?\d\d$/.test(reader.text('year') ?? '') && year % 100 === vinYear % 100) return vinYear;
  // The tenth character repeats after 30 years, and the seventh says which only for cars and light trucks.
  if (Math.abs(year - vinYear) === 30) return year;
  reader.note('year', 'YEAR_DIFFERS', 'warning', words.yearDiffers(String(vinYear), String(year)));
  return year;
}

function makeFromVin(reader: RowReader, vin: string | null): string | null {
  const make = makeOfVin(vin ?? '');
  if (make === undefined) return null;
  reader.note('vin', 'MAKE_FROM_VIN', 'repaired', words.makeFromVin(make));
  return make;
}

function spelled(text: string | null): string | null {
  return text === null ? null : spellName(text);
}

function yearFromVin(vin: string | null, latestYear: number): number | null {
  const year = vin?.length === 17 ? vinModelYear(vin) : undefined;
  return year !== undefined && year <= latestYear ? year : null;
}
