/** Sales and stock of the fictional store by seed, for benchmarks that hold out its last months. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { openDatabase } from '@engine/database/open-database';
import type { DemandRows } from '@engine/forecasting/demand-rows';
import { readDemandRows } from '@engine/forecasting/demand-series';
import type { DemandSeries } from '@engine/forecasting/types';
import { type Period, periodOrdinal } from '@shared/domain/period';
import { expect } from 'vitest';
import { doso } from '../helpers/command-line';

/** Last day of the sample's data. */
export const DATA_DATE = '2026-10-31';

export async function readGeneratedStore(seed: string): Promise<DemandRows> {
  const folder = mkdtempSync(path.join(tmpdir(), 'doso-stores-'));
  const dataDirectory = path.join(folder, 'data');
  const files = ['sales.txt', 'inventory.csv'].map((file) => path.join(folder, file));
  try {
    for (const step of [
      ['sample', '--out', folder, '--seed', seed],
      ['import', ...files],
    ]) {
      const { code, stderr } = await doso(...step, '--data-dir', dataDirectory);
      expect(code, stderr).toBe(0);
    }
    const { database } = await openDatabase({ dataDirectory, program: 'a benchmark', openedAt: '' });
    const scope = { storeId: 1, condition: 'new', asOf: DATA_DATE } as const;
    const rows = await readDemandRows(database.db, scope).finally(() => database.close());
    if (!rows) throw new Error(`the store of seed ${seed} sold nothing`);
    return rows;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Sales and stays as they were known on the day. */
export function knownOn(rows: DemandRows, asOf: string): DemandRows {
  const cut = (day: string) => (day < asOf ? day : asOf);
  return {
    ...rows,
    sales: rows.sales.filter(({ soldOn }) => soldOn <= asOf),
    spans:
      rows.spans?.filter(({ from }) => from <= asOf).map((span) => ({ ...span, to: cut(span.to) })) ?? null,
    lastSoldOn: asOf,
  };
}

/** Demand of a period; a series that is not there sold nothing. */
export function unitsWanted(series: DemandSeries | undefined, period: Period): number {
  const wanted = series?.demand ?? series?.values;
  return series ? (wanted?.[periodOrdinal(period) - periodOrdinal(series.start)] ?? 0) : 0;
}
