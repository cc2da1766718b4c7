/**
 * Column names for a table that has none. A known layout by position is taken when the columns that give it away fit;
 * else what content alone tells is named, and the rest is numbered, to be mapped by hand.
 */

import { isVinShaped } from '@shared/domain/vin';
import { engineTexts } from '@shared/texts/engine-texts';
import { knownMake } from '../normalise/makes';
import type { RawRow } from '../types';

/** Feeds that are read by position; a column without a name is not needed. VIN, year and make give each away. */
const LAYOUTS: readonly (readonly string[])[] = [
  // Classified advertising: after these come body, fuel, options and a ragged tail of pictures.
  [
    ...[
      'Dealer Id',
      'Stock Number',
      'Year',
      'Make',
      'Model',
      'Trim Level',
      'VIN',
      'Odometer',
      'MSRP',
      'Price',
    ],
    ...['Exterior Color', 'Interior Color', 'Transmission Type', '', '', 'Body Type', '', '', 'Fuel Type'],
    'Options',
  ],
  // A pricing tool's feed of 43 columns.
  [
    ...[
      'Dealer Id',
      'Stock #',
      'VIN',
      'New/Used',
      'Year',
      'Make',
      'Model',
      'Model Code',
      'Body',
      'Transmission',
    ],
    ...['Series', 'Series Detail', 'Door Count', 'Odometer', 'Engine Cylinder Ct', 'Engine Displacement'],
    ...[
      'Drivetrain Desc',
      'Colour',
      'Interior Color',
      'Price',
      'MSRP',
      'Inventory Date',
      'Certified',
      '',
      '',
    ],
    ...[
      'City MPG',
      'Highway MPG',
      'Photo Count',
      '',
      '',
      'Dealer Name',
      'Engine',
      'Fuel',
      'Age',
      'Option Codes',
    ],
    ...[
      'Invoice',
      'Sticker',
      'Dealer Discounted',
      '',
      '',
      'Floorplan Amount',
      'Sales Cost',
      'Invoice Amount',
    ],
  ],
  // A dealer system's own report of motorcycles.
  [
    ...['Stock Number', 'New/Used', 'Bike Year', 'Make', 'Model', 'VIN', 'Color', 'Odometer', 'Bike Key'],
    ...['Location', '', 'Invoice Date', 'Received Date', 'Freight', 'DSRP', 'MSRP', 'Parts Installed'],
    ...['On Hold Number', 'Unit Status'],
  ],
];

const SAMPLE_ROWS = 200;
const MOST_NAMED = 60;
/** Share of a column's values that must fit. */
const FITS = 0.7;

/** Undefined when no column holds vehicle identification numbers: then nothing says that this is a list of vehicles. */
export function guessHeader(rows: readonly RawRow[]): string[] | undefined {
  const sample = rows.slice(0, SAMPLE_ROWS);
  const width = Math.min(MOST_NAMED, Math.max(0, ...sample.map(({ cells }) => cells.length)));
  const columns = Array.from({ length: width }, (_, index) =>
    sample.map(({ cells }) => (cells[index] ?? '').trim()),
  );
  const vin = columns.findIndex((values) => fits(values, (value) => isVinShaped(value.toUpperCase())));
  if (vin < 0) return undefined;
  const year = columns.findIndex((values) => fits(values, isYear));
  const make = columns.findIndex((values) => fits(values, (value) => knownMake(value) !== undefined));
  const names = new Map<number, string>([[vin, 'VIN']]);
  const layout = LAYOUTS.find(
    (columns) =>
      columns.indexOf('VIN') === vin &&
      columns.findIndex((name) => name.endsWith('Year')) === year &&
      columns.indexOf('Make') === make,
  );
  if (layout) {
    layout.forEach((name, index) => {
      if (name !== '' && index < width) names.set(index, name);
    });
  } else {
    if (year >= 0) names.set(year, 'Year');
    if (make >= 0) names.set(make, 'Make').set(make + 1, 'Model');
    const stock = columns.findIndex((values, index) => !names.has(index) && isIdentifying(values));
    if (stock >= 0) names.set(stock, 'Stock Number');
  }
  return columns.map(
    (_, index) => names.get(index) ?? engineTexts.importing.columns.unnamed(String(index + 1)),
  );
}

function fits(values: readonly string[], test: (value: string) => boolean): boolean {
  const filled = values.filter((value) => value !== '');
  return filled.length > 0 && filled.filter(test).length >= filled.length * FITS;
}

function isYear(value: string): boolean {
  return /^(19[5-9]|20[0-4])\d$/.test(value);
}

/** Short codes with a digit, hardly any twice. */
function isIdentifying(values: readonly string[]): boolean {
  const filled = values.filter((value) => value !== '');
  const isCode = (value: string) => /^(?=.*\d)(?=.*[A-Z])[A-Z0-9-]{3,12}$/i.test(value);
  return filled.length > 1 && fits(values, isCode) && new Set(filled).size >= filled.length * FITS;
}
