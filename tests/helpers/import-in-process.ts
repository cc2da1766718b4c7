/** Measures the command `import`: seconds by the clock, processor time of all its threads, peak memory. */
import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';

export type ImportCost = { seconds: number; processorSeconds: number; megabytes: number };

/** One command in a process of its own, its start included; GNU time asks the kernel what it took. */
export async function importInProcess(
  file: string,
  dataDirectory: string,
  options: readonly string[] = [],
): Promise<ImportCost> {
  const command = [
    '-v',
    process.execPath,
    path.resolve('out/main/cli.js'),
    'import',
    file,
    '--data-dir',
    dataDirectory,
    ...options,
  ];
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
