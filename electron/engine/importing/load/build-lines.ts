/** Builds as lines of COPY text; lines that differ in case only are one build. */
import type { Build } from '@shared/domain/build';
import { copyCells } from './copy-text';

export const BUILD_COLUMNS = [
  'make',
  'model',
  'model_year',
  'body',
  'trim',
  'drivetrain',
  'engine',
  'package',
  'exterior_color',
  'interior_color',
] as const;

/** The build's columns as COPY text, without an end of line. */
export function buildCells(build: Build): string {
  return copyCells([
    build.make,
    build.model,
    build.modelYear,
    build.body,
    build.trim,
    build.drivetrain,
    build.engine,
    build.package,
    build.exteriorColor,
    build.interiorColor,
  ]);
}
