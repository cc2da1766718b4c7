/**
 * A build: the configuration that a factory order names. Eight levels, each adding one attribute, so that
 * a figure can be kept where there is signal and split down below (level names as in the trade).
 */
export type Build = {
  make: string;
  model: string;
  modelYear: number | null;
  body: string | null;
  trim: string | null;
  drivetrain: string | null;
  engine: string | null;
  package: string | null;
  exteriorColor: string | null;
  interiorColor: string | null;
};

/** The make or model of a vehicle of which a file gives the VIN alone. */
export const UNKNOWN_NAME = 'Unknown';

export const EMPTY_BUILD: Build = {
  make: '',
  model: '',
  modelYear: null,
  body: null,
  trim: null,
  drivetrain: null,
  engine: null,
  package: null,
  exteriorColor: null,
  interiorColor: null,
};

/** The build of a row that holds its attributes among others. */
export function pickBuild(row: Build): Build {
  const { make, model, modelYear, body, trim, drivetrain, engine, exteriorColor, interiorColor } = row;
  return {
    ...{ make, model, modelYear, body, trim, drivetrain, engine },
    package: row.package,
    ...{ exteriorColor, interiorColor },
  };
}

/** Key of the whole configuration; `|` separates, an unknown part stays empty. */
export function buildKey(build: Build): string {
  return [
    build.make,
    build.model,
    build.modelYear ?? '',
    build.body ?? '',
    build.trim ?? '',
    build.drivetrain ?? '',
    build.engine ?? '',
    build.package ?? '',
    build.exteriorColor ?? '',
    build.interiorColor ?? '',
  ].join('|');
}

/** `2026 Chevrolet Silverado 1500 LT Crew Cab 4WD`, with unknown parts left out. */
export function buildTitle(build: Build): string {
  return [build.modelYear, build.make, build.model, build.trim, build.body, build.drivetrain]
    .filter((part) => part !== null && part !== '')
    .join(' ');
}
