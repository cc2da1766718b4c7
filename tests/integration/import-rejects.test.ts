/** Rejected rows of every format are saved as a file without personal columns; corrected there, they come in. */
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { saveRejects } from '@engine/importing/save-rejects';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type ImportHarness, openImportHarness } from '../fixtures/importing/import-harness';
import { TABLE_FORMATS } from '../helpers/table-formats';

const A = '1HGCM82633A004352';
const B = '1M8GDM9AXKP042788';
const C = 'JH4KA7561PC008269';

/** The second deal lacks its model, the third its date. */
const DEALS = [
  [
    'Deal Number',
    'VIN',
    'Stock #',
    'New/Used',
    'Make',
    'Model',
    'Contract Date',
    'Front Gross',
    'Buyer Name',
  ],
  ['1', A, 'A1', 'U', 'Honda', 'Accord', '10/14/2026', '1500.00', 'Ann Noreal'],
  ['2', B, 'B1', 'N', 'Chevrolet', '', '10/15/2026', '-200.00', 'Bob Noreal'],
  ['3', C, 'C1', 'U', 'Acura', 'Legend', 'soon', '900.00', 'Cid Noreal'],
];

describe('rejected rows', () => {
  let harness: ImportHarness;
  beforeAll(async () => {
    harness = await openImportHarness();
  });
  beforeEach(() => harness.clear());
  afterAll(() => harness.dispose());

  it.each(Object.keys(TABLE_FORMATS))('of %s come in once corrected', async (format) => {
    const written = TABLE_FORMATS[format]?.(DEALS);
    if (!written) throw new Error(format);
    const batch = await harness.loadOne(harness.write(written.name, written.bytes));
    expect(batch.rows).toMatchObject({ read: 3, accepted: 1, rejected: 2 });
    const file = path.join(harness.folder, 'rejected.csv');
    expect(await saveRejects(harness.context, batch.id, file)).toEqual({ path: file, rows: 2 });
    const text = readFileSync(file, 'utf8');
    expect(text).not.toContain('Noreal');
    expect(text).toContain(B);
    expect(text).not.toContain(A);
    expect(text.split('\r\n')[0]).toContain('Why rejected');

    writeFileSync(file, text.replace('Chevrolet,,', 'Chevrolet,Equinox,').replace(',soon,', ',10/16/2026,'));
    const corrected = await harness.loadOne(file);
    expect(corrected.rows).toMatchObject({ read: 2, rejected: 0 });
    expect(corrected.changes).toMatchObject({ added: 2, changed: 0 });
    expect(
      await harness.rows(`select deal_number, front_gross_cents, sold_on from sale order by deal_number`),
    ).toEqual([
      { dealNumber: '1', frontGrossCents: 150_000, soldOn: '2026-10-14' },
      { dealNumber: '2', frontGrossCents: -20_000, soldOn: '2026-10-15' },
      { dealNumber: '3', frontGrossCents: 90_000, soldOn: '2026-10-16' },
    ]);
  });
});
