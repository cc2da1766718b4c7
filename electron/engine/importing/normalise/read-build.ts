/** The configuration that a row names, from separate columns or from a combined one, in DOSO's own spelling. */
import type { Build } from '@shared/domain/build';
import { vinModelYear } from '@shared/domain/vin';
import { knownMake } from './makes';
import { spellDrivetrain, spellName } from './names';
import type { RowReader } from './row-reader';
import { parseVehicleTitle } from './vehicle-title';
import { makeOfVin } from './wmi';

/** Null, with a rejection noted, when make or model is missing. */
export function readBuild(reader: RowReader, vin: string | null): Build | null {
  const combined = reader.text('vehicle');
  const title = combined === null ? undefined : parseVehicleTitle(combined, reader.latestModelYear);
  const make = readMake(reader) ?? title?.make ?? makeFromVin(reader, vin);
  const model = spelled(reader.text('model') ?? title?.model ?? null);
  if (make === null || model === null) {
    const what = make === null ? 'make' : 'model';
    reader.note(
      reader.has(what) ? what : 'vehicle',
      'MISSING_MODEL',
      'rejected',
      `The row does not say which ${what} it is.`,
    );
    return null;
  }
  const drivetrain = reader.text('drivetrain');
  return {
    make,
    model,
    modelYear: reader.modelYear('year') ?? title?.modelYear ?? yearFromVin(vin, reader.latestModelYear),
    body: spelled(reader.text('body')),
    trim: spelled(reader.text('trim')),
    drivetrain: drivetrain === null ? null : spellDrivetrain(drivetrain),
    engine: reader.text('engine'),
    package: reader.identifier('package'),
    exteriorColor: spelled(reader.text('exteriorColor')),
    interiorColor: spelled(reader.text('interiorColor')),
  };
}

export function readMake(reader: RowReader): string | null {
  const text = reader.text('make');
  return text === null ? null : (knownMake(text) ?? spellName(text));
}

function makeFromVin(reader: RowReader, vin: string | null): string | null {
  const make = makeOfVin(vin ?? '');
  if (make === undefined) return null;
  reader.note('vin', 'MAKE_FROM_VIN', 'repaired', `No make is stated: the VIN is ${make}'s.`);
  return make;
}

function spelled(text: string | null): string | null {
  return text === null ? null : spellName(text);
}

function yearFromVin(vin: string | null, latestYear: number): number | null {
  const year = vin?.length === 17 ? vinModelYear(vin) : undefined;
  return year !== undefined && year <= latestYear ? year : null;
}
