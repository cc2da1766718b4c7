/** A workbook of 100,000 rows, laid out by the bundled worker in a process of its own so that its memory can be told. */
import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { buildReportModel, readAllUnits } from '@engine/reporting/build-report-model';
import { resolveScope } from '@engine/stores/resolve-scope';
import { reportRequestSchema } from '@shared/contract/reports';
import { describe, expect, it } from 'vitest';
import { addHandMadeStore } from '../helpers/hand-made-store';
import { recordFigure } from '../helpers/record-figure';
import { openTestDatabase } from '../helpers/test-database';

const ROWS = 100_000;

/** Makes the rows itself: reading them in would be measured too. */
const LAY_OUT = `
  const { readFileSync } = require('node:fs');
  const [worker, input, rows] = process.argv.slice(1);
  const { model, unit } = JSON.parse(readFileSync(input, 'utf8'));
  const units = Array.from({ length: Number(rows) }, (_, index) => ({
    ...unit, id: String(index), stockNumber: 'S' + index, vin: 'VIN' + index, costCents: 2_000_000 + index, ageDays: index % 300,
  }));
  const started = process.hrtime.bigint();
  require(worker).layOutWorkbook({ model, units }).then((bytes) => {
    const seconds = Number(process.hrtime.bigint() - started) / 1e9;
    console.log(JSON.stringify({ seconds, bytes: bytes.length, megabytes: process.resourceUsage().maxRSS / 1024 }));
  });
`;

describe('a large workbook', () => {
  it('of 100,000 rows', async () => {
    const test = await openTestDatabase();
    const folder = mkdtempSync(path.join(tmpdir(), 'doso-large-'));
    try {
      const store = await addHandMadeStore(test.database.db, 'HAND');
      await store.addStay({ stockNumber: 'A', receivedOn: '2026-01-01', costCents: 3_123_457 });
      const scope = await resolveScope(test.database.db, { storeCode: 'HAND', asOf: '2026-06-30' });
      const request = reportRequestSchema.parse({ kind: 'ageing' });
      const model = await buildReportModel(
        test.database.db,
        scope,
        new Date('2026-07-01T12:00:00Z'),
        request,
      );
      const [unit] = await readAllUnits(test.database.db, scope);
      const input = path.join(folder, 'input.json');
      writeFileSync(input, JSON.stringify({ model, unit }));
      const worker = path.resolve('out/main/report-worker.js');
      const { stdout } = await promisify(execFile)(process.execPath, [
        '-e',
        LAY_OUT,
        worker,
        input,
        String(ROWS),
      ]);
      const { seconds, bytes, megabytes } = JSON.parse(stdout);
      expect(bytes).toBeGreaterThan(1_000_000);
      recordFigure({
        ...{ area: 'reports', name: 'workbook of 100,000 rows' },
        ...{ value: seconds, unit: 's', most: 20 },
      });
      recordFigure({
        ...{ area: 'reports', name: 'memory of its process at most' },
        ...{ value: megabytes, unit: 'MB', most: 500 },
      });
    } finally {
      await test.dispose();
      rmSync(folder, { recursive: true, force: true });
    }
  });
});
