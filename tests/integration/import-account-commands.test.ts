/** Accounting for imports from the command line: totals, rejects, comparison, departures, corrections. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Correction } from '@shared/contract/corrections';
import type { BatchComparison } from '@shared/contract/import-accounting';
import type { ImportReport } from '@shared/contract/imports';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dosoJson } from '../helpers/command-line';

const A = '1HGCM82633A004352';
const B = '1M8GDM9AXKP042788';
const HEADER = 'Stock #,VIN,N/U,Year,Make,Model,Inventory Date,Price';

describe('accounting for imports', () => {
  let folder: string;
  let data: string[];
  beforeAll(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'doso-account-'));
    data = ['--data-dir', path.join(folder, 'data')];
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const load = async (name: string, asOf: string, ...rows: string[]) => {
    const file = path.join(folder, name);
    writeFileSync(file, [HEADER, ...rows].join('\n'));
    const { reply } = await dosoJson<ImportReport>(
      'import',
      file,
      '--full',
      '--as-of',
      asOf,
      '--store',
      'HARBOR',
      ...data,
    );
    return reply.batches[0];
  };

  it('is all there as JSON', async () => {
    const first = await load(
      'one.csv',
      '2026-10-01',
      `A1,${A},U,2003,Honda,Accord,9/20/2026,9000`,
      `B1,${B},U,2021,Chevrolet,Tahoe,9/21/2026,71000`,
      'C1,,U,2022,Honda,,9/22/2026,20000',
      'Total,,,,,,,101000',
    );
    // 9,000 + 71,000 + 20,000 = 100,000, of which 20,000 were rejected.
    expect(first?.reconciliation).toMatchObject({
      totalsLine: 5,
      totals: [
        {
          column: 'Price',
          totalCents: 10_000_000,
          rejectedCents: 2_000_000,
          statedCents: 10_100_000,
          isAgreed: false,
        },
      ],
    });
    expect(first?.problems.map(({ code }) => code)).toContain('TOTAL_DIFFERS');

    const out = path.join(folder, 'rejected.csv');
    const rejects = await dosoJson<{ rows: number }>('rejects', first?.id ?? '', '--out', out, ...data);
    expect(rejects).toMatchObject({ code: 0, reply: { rows: 1 } });
    expect(readFileSync(out, 'utf8')).toContain('C1');

    await load('two.csv', '2026-10-02', `A1,${A},U,2003,Honda,Accord,9/20/2026,8500`);
    const compared = await dosoJson<BatchComparison>('compare', ...data);
    expect(compared.reply).toMatchObject({
      counts: { added: 0, changed: 1, gone: 1, same: 0 },
      rows: [
        { change: 'changed', fields: [{ field: 'priceCents', from: '900000', to: '850000' }] },
        { change: 'gone' },
      ],
    });

    const departures = await dosoJson('departures', '--treat-as-sales', 'on', ...data);
    expect(departures.reply).toMatchObject({
      isTreatedAsSales: true,
      counts: { unknown: 1 },
      departures: [{ vin: B, isCountedAsSale: true }],
    });

    const made = await dosoJson<{ correction: Correction }>(
      'correct',
      'A1',
      '--field',
      'priceCents',
      '--value',
      '799500',
      ...data,
    );
    expect(made.reply.correction).toMatchObject({ from: '850000', to: '799500' });
    expect((await dosoJson('corrections', ...data)).reply).toMatchObject({ total: 1 });
    const taken = await dosoJson('take-back', made.reply.correction.id, ...data);
    expect(taken).toMatchObject({ code: 0, reply: { takenBack: { to: '799500' } } });
  });
});
