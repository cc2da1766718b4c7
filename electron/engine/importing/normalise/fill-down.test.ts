import { describe, expect, it } from 'vitest';
import { inventoryFields } from '../recognise/fields/inventory';
import { typeColumns } from './column-typing';
import { FillDown } from './fill-down';

const CONTEXT = { today: '2025-10-31', timeZone: 'America/New_York' };

function fillerOf(rows: readonly (readonly string[])[]): FillDown {
  const columns = ['make', 'model'].map((target, index) => ({
    index,
    source: target,
    target,
    confidence: 1,
    isPersonal: false,
  }));
  return new FillDown(
    typeColumns(columns, inventoryFields, (index) => rows.map((cells) => cells[index] ?? ''), CONTEXT)
      .columns,
  );
}

describe('rows below the first of their group', () => {
  it('get what it says, level by level', () => {
    const rows = [
      ['Honda', 'Accord'],
      ['', ''],
      ['', 'Civic'],
      ['Toyota', ''],
      ['', 'Camry'],
    ];
    const filler = fillerOf(rows);
    // Toyota begins a new group: its first row has no model of its own, and none above.
    expect(rows.map((cells) => filler.fill(cells, () => false).cells)).toEqual([
      ['Honda', 'Accord'],
      ['Honda', 'Accord'],
      ['Honda', 'Civic'],
      ['Toyota', ''],
      ['Toyota', 'Camry'],
    ]);
  });

  it('keep their gaps in a list that states each row: neighbours are alike there', () => {
    const filler = fillerOf([
      ['Honda', 'Accord'],
      ['Honda', 'Accord'],
      ['', ''],
      ['Toyota', 'Camry'],
      ['Toyota', ''],
    ]);
    expect(filler.isNeeded).toBe(false);
  });

  it('get no model from above where each row states its make', () => {
    const filler = fillerOf([
      ['Honda', 'Accord'],
      ['Toyota', 'Camry'],
      ['Ford', ''],
      ['Honda', ''],
    ]);
    expect(filler.isNeeded).toBe(false);
  });
});
