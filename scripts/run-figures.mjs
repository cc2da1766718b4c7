/** Runs the benchmarks and collects the figures that they record; `bench` prints them, `prove` judges them. */
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { bootstrap } from './bootstrap.mjs';
import { findElectronRuntime, launchArguments } from './electron-runtime.mjs';
import { ensureLinuxLibraries, withDisplay } from './linux-libraries.mjs';
import { inProject, projectFolder } from './project-folder.mjs';
import { run, say } from './run-command.mjs';

/** Resolves with { figures, code }: what was recorded, and whether every benchmark ran to its end. */
export async function runFigures(filters, environment = {}) {
  await bootstrap();
  const runtime = await findElectronRuntime({ allowTestRuntime: true });
  if (runtime.missing) say(runtime.missing);
  await ensureLinuxLibraries();
  const folder = mkdtempSync(path.join(tmpdir(), 'doso-figures-'));
  const file = path.join(folder, 'figures.jsonl');
  const launch = withDisplay(process.execPath, [
    inProject('node_modules/vitest/vitest.mjs'),
    'run',
    '--project',
    'bench',
    ...filters,
  ]);
  const env = {
    ...process.env,
    ...environment,
    DOSO_FIGURES: file,
    DOSO_ELECTRON: runtime.executable ?? '',
    DOSO_ELECTRON_ARGUMENTS: JSON.stringify(runtime.missing ? [] : launchArguments(runtime)),
    DOSO_PRINT_HELPER: inProject('scripts/print-report.mjs'),
    DBUS_SESSION_BUS_ADDRESS: 'disabled:',
    VITE_CONFIG_NATIVE_IGNORE_WARNING: 'true',
  };
  const code = await run(launch.command, launch.args, { cwd: projectFolder, env });
  const lines = existsSync(file) ? readFileSync(file, 'utf8').trim().split('\n').filter(Boolean) : [];
  rmSync(folder, { recursive: true, force: true });
  return { figures: lines.map((line) => JSON.parse(line)), code };
}

export function describeBound({ most, least }) {
  if (most !== undefined && least !== undefined) return `${least} to ${most}`;
  if (most !== undefined) return `<= ${most}`;
  return least === undefined ? '' : `>= ${least}`;
}

export function isMissed({ value, most, least }) {
  return (most !== undefined && value > most) || (least !== undefined && value < least);
}

export function formatFigures(figures) {
  const rows = figures.map((figure) => [
    figure.area,
    figure.name,
    `${figure.value} ${figure.unit}`,
    describeBound(figure),
    isMissed(figure) ? 'MISSED' : '',
    figure.published ?? '',
  ]);
  const all = [['Area', 'Figure', 'Measured', 'Bound', '', 'Published'], ...rows];
  const widths = all[0].map((_, column) => Math.max(...all.map((row) => row[column].length)));
  return all
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column]))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}
