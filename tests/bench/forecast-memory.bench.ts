/**
 * Memory of a forecast of a file by the command line, its threads included. Series of a file learn from at most 300 of them,
 * whose back-tests are held until all are in: up to there memory grows, from there on it must not.
 */
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { addPeriods } from '@shared/domain/period';
import { describe, expect, it } from 'vitest';
import { isFullSize, recordFigure } from '../helpers/record-figure';
import { syntheticSeries } from './synthetic-series';

const HOUR = 3_600_000;
const MONTHS = 60;

describe('memory of a forecast', () => {
  it(
    'does not grow with the number of series',
    async () => {
      const few = await peakMegabytes(isFullSize ? 300 : 60);
      const many = await peakMegabytes(isFullSize ? 1000 : 200);
      const area = 'forecast';
      recordFigure({ area, name: 'memory at its highest, 300 series', value: few, unit: 'MB' });
      recordFigure({ area, name: 'memory at its highest, 1,000 series', value: many, unit: 'MB' });
      recordFigure({ area, name: 'memory of 1,000 series over 300', value: many / few, unit: '', most: 1.3 });
    },
    HOUR,
  );
});

/** Resident set at its highest, as Linux counts it. */
async function peakMegabytes(count: number): Promise<number> {
  const folder = mkdtempSync(path.join(tmpdir(), 'doso-memory-'));
  try {
    const file = path.join(folder, 'series.csv');
    writeFileSync(file, ['series_id,period,value', ...rowsOf(count)].join('\n'));
    const child = spawn(process.execPath, [path.resolve('out/main/cli.js'), 'forecast', '--series', file], {
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    let peak = 0;
    const watch = setInterval(() => {
      peak = Math.max(peak, highestSoFar(child.pid));
    }, 50);
    const code = await new Promise((resolve, reject) => child.once('close', resolve).once('error', reject));
    clearInterval(watch);
    expect(code).toBe(0);
    expect(peak).toBeGreaterThan(0);
    return peak / 1024;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function* rowsOf(count: number): Generator<string> {
  for (let index = 0; index < count; index++) {
    const { id, start, values } = syntheticSeries(index, 'month', MONTHS);
    for (const [month, value] of values.entries()) yield `${id},${addPeriods(start, month)},${value}`;
  }
}

/** Kilobytes; 0 once the process has ended. */
function highestSoFar(pid: number | undefined): number {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8');
    return Number(/VmHWM:\s+(\d+)/.exec(status)?.[1] ?? 0);
  } catch {
    return 0;
  }
}
