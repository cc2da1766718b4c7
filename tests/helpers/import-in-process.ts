/** Measures a command: seconds by the clock, processor time of all its threads, peak memory. */
import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';

export type ImportCost = { seconds: number; processorSeconds: number; megabytes: number };

export function importInProcess(
  file: string,
  dataDirectory: string,
  options: readonly string[] = [],
): Promise<ImportCost> {
  return measureCommand(['import', file, '--data-dir', dataDirectory, ...options]);
}

/** What a command takes that only opens the database, and makes it where there is none. */
export function openInProcess(dataDirectory: string): Promise<ImportCost> {
  return measureCommand(['status', '--data-dir', dataDirectory]);
}

/** In a process of its own, its start included; GNU time asks the kernel what it took. */
async function measureCommand(given: readonly string[]): Promise<ImportCost> {
  const command = ['-v', process.execPath, path.resolve('out/main/cli.js'), ...given];
  const started = performance.now();
  const { stderr } = await promisify(execFile)('/usr/bin/time', command, { maxBuffer: 1e8 });
  const seconds = (performance.now() - started) / 1000;
  const told = (pattern: RegExp) => Number(pattern.exec(stderr)?.[1] ?? 0);
  return {
    seconds,
    processorSeconds: told(/User time \(seconds\): ([\d.]+)/) + told(/System time \(seconds\): ([\d.]+)/),
    megabytes: told(/Maximum resident set size \(kbytes\): (\d+)/) / 1024,
  };
}
