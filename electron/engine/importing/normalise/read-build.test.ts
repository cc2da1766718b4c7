import { describe, expect, it } from 'vitest';
import { kindDefinitions } from '../recognise/fields/kinds';
import type { TypedColumn } from './column-typing';
import { readBuild } from './read-build';
import { RowReader } from './row-reader';

const FIELDS = ['vin', 'year', 'make', 'model', 'trim'];
const COLUMNS = FIELDS.map(
  (name, index): TypedColumn => ({
    index,
    source: name,
    field: kindDefinitions.sales.fields.find((field) => field.name === name) ?? fail(name),
    isPersonal: false,
    isAlternate: false,
    day: { order: 'mdy', latestYear: 2036, timeZone: 'America/New_York' },
    money: { hasDecimalComma: false, isInCents: false },
    isMetric: false,
    isGrouped: false,
  }),
);

function fail(name: string): never {
  throw new Error(`deals have no field ${name}`);
}

describe('readBuild', () => {
  const reader = new RowReader(COLUMNS, { today: '2026-11-23', timeZone: 'America/New_York' });
  const read = (...cells: string[]) => {
    reader.open({ line: 1, cells });
    const build = readBuild(reader, cells[0] || null);
    return { build, codes: reader.problems.map(({ code }) => code) };
  };

  it('gives rows that say the same one object, and those that differ in a cell another', () => {
    const one = read('', '2026', 'HONDA', 'ACCORD', 'EX');
    expect(one).toMatchObject({ build: { make: 'Honda', model: 'Accord', trim: 'EX' }, codes: [] });
    expect(read('', '2026', 'HONDA', 'ACCORD', 'EX').build).toBe(one.build);
    expect(read('', '2026', 'HONDA', 'ACCORD', 'LX').build).toMatchObject({ trim: 'LX' });
    // Where a cell ends counts.
    expect(read('', '2026', 'HONDA', 'ACCORDEX', '').build).not.toBe(one.build);
  });

  it('asks the VIN of each row, and says of each row that it differs', () => {
    // The tenth character 3 with a digit in the seventh place is 2003.
    const said = ['2010', 'HONDA', 'ACCORD', 'EX'];
    expect(read('1HGCM82633A004352', ...said)).toMatchObject({
      build: { modelYear: 2010 },
      codes: ['YEAR_DIFFERS'],
    });
    expect(read('1HGCM82633A004352', ...said).codes).toEqual(['YEAR_DIFFERS']);
    expect(read('', ...said).codes).toEqual([]);
    // A VIN whose check digit fails vouches for nothing.
    expect(read('1HGCM82643A004352', ...said).codes).toEqual([]);
    expect(read('1HGCM82633A004352', ...said).codes).toEqual(['YEAR_DIFFERS']);
  });

  it('takes the maker from the VIN where two makes share an abbreviation', () => {
    const said = ['2021', 'MERC', 'C300', ''];
    expect(read('WDDRF40J01F100000', ...said).build?.make).toBe('Mercedes-Benz');
    expect(read('', ...said).build?.make).not.toBe('Mercedes-Benz');
  });
});
