import { describe, expect, it } from 'vitest';
import type { RawRow, RawTable } from '../types';
import { reshapeTable } from './reshape-table';

function rowsOf(...lines: readonly (readonly string[])[]): RawRow[] {
  return lines.map((cells, index) => ({ line: index + 1, cells }));
}

async function reshaped(rows: readonly RawRow[], isWhole = true): Promise<(readonly string[])[]> {
  const raw: RawTable = { name: null, header: null, rows: () => chunksOf(rows) };
  const all: RawRow[] = [];
  for await (const chunk of reshapeTable(raw, rows, isWhole).raw.rows()) all.push(...chunk);
  return all.map(({ cells }) => cells);
}

/** One row a chunk, so that nothing is told by a row's neighbours alone. */
async function* chunksOf(rows: readonly RawRow[]): AsyncGenerator<readonly RawRow[]> {
  for (const row of rows) yield [row];
}

describe('tables of another shape', () => {
  it('leave a usual table as it is', async () => {
    const rows = rowsOf(
      ['Stock #', 'VIN', 'Year', 'Make', 'Model'],
      ['U1', '1HGCV1F44NA000102', '2022', 'Honda', 'Accord'],
      ['T3', '4T1G11AK0MU100501', '2021', 'Toyota', 'Camry'],
    );
    expect(await reshaped(rows)).toEqual(rows.map(({ cells }) => cells));
  });

  it('join a VIN only where most rows make one', async () => {
    const rows = rowsOf(
      ['Stock', 'VIN6', 'Unit', 'Model'],
      // 101001 and this title make 17 characters, but a title is no serial.
      ['L41', '101001', '2022 Ram 1500', 'Ram'],
      ['H104', '100104', '2025 Honda Civic', 'Civic'],
    );
    expect(await reshaped(rows)).toEqual(rows.map(({ cells }) => cells));
    const split = rowsOf(
      ['Stk', 'Prefix', 'Serial'],
      ['U1', '1HGCV1F44', 'NA000102'],
      ['T3', '4T1G11AK0', 'MU100501'],
    );
    expect(await reshaped(split)).toEqual([
      ['Stk', 'VIN', ''],
      ['U1', '1HGCV1F44NA000102', ''],
      ['T3', '4T1G11AK0MU100501', ''],
    ]);
  });

  it('are followed through a later header in another order, and back', async () => {
    const rows = rowsOf(
      ['Stock', 'Make', 'Model'],
      ['U1', 'Honda', 'Accord'],
      ['Make', 'Model', 'Stock'],
      ['Toyota', 'Camry', 'T3'],
      ['Stock', 'Make', 'Model'],
      ['F4', 'Ford', 'F-150'],
    );
    expect(await reshaped(rows)).toEqual([
      ['Stock', 'Make', 'Model'],
      ['U1', 'Honda', 'Accord'],
      ['Stock', 'Make', 'Model'],
      ['T3', 'Toyota', 'Camry'],
      ['Stock', 'Make', 'Model'],
      ['F4', 'Ford', 'F-150'],
    ]);
  });

  it('are turned round only where all rows are known', async () => {
    const rows = rowsOf(
      ['Stock #', 'U1', 'T3'],
      ['VIN', '1HGCV1F44NA000102', '4T1G11AK0MU100501'],
      ['Make', 'Honda', 'Toyota'],
      ['Model', 'Accord', 'Camry'],
    );
    expect(await reshaped(rows)).toEqual([
      ['Stock #', 'VIN', 'Make', 'Model'],
      ['U1', '1HGCV1F44NA000102', 'Honda', 'Accord'],
      ['T3', '4T1G11AK0MU100501', 'Toyota', 'Camry'],
    ]);
    expect(await reshaped(rows, false)).toEqual(rows.map(({ cells }) => cells));
  });

  it('do not take amounts by month for units', async () => {
    const rows = rowsOf(
      ['Make', 'Model', 'Jan 2025', 'Feb 2025'],
      ['Honda', 'Civic', '$1,200.50', '$900.00'],
    );
    expect(await reshaped(rows)).toEqual(rows.map(({ cells }) => cells));
  });
});
