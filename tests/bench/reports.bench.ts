/** The store report of the sample store, as workbook and as PDF, by the command line. */
import { execFile } from 'node:child_process';
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { describe, it } from 'vitest';
import { inFolder } from '../helpers/in-folder';
import { recordFigure } from '../helpers/record-figure';

describe('reports', () => {
  it('of the sample store', () =>
    inFolder(async (folder) => {
      const data = ['--data-dir', path.join(folder, 'data')];
      const files = readdirSync('sample-data').map((name) => path.resolve('sample-data', name));
      recordFigure({
        area: 'reports',
        name: 'whole cycle of the sample store, without reports',
        value: await run(['cycle', ...files, '--full', ...data]),
        unit: 's',
      });
      recordFigure({
        area: 'reports',
        name: 'workbook of the sample store, with starting the engine',
        value: await run(['report', '--out', path.join(folder, 'r.xlsx'), ...data]),
        unit: 's',
      });
      recordFigure({
        area: 'reports',
        name: 'PDF of the sample store, with starting engine and runtime',
        value: await run(['report', '--out', path.join(folder, 'r.pdf'), ...data]),
        unit: 's',
        most: 5,
      });
    }));
});

async function run(command: string[]): Promise<number> {
  const started = performance.now();
  await promisify(execFile)(process.execPath, [path.resolve('out/main/cli.js'), ...command], {
    maxBuffer: 1e8,
  });
  return (performance.now() - started) / 1000;
}
