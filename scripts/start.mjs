/** `npm start`: opens the app; where there is no display, runs the whole loop on the sample store instead. */
import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { bootstrap } from './bootstrap.mjs';
import { findElectronRuntime, launchArguments } from './electron-runtime.mjs';
import { ensureLinuxLibraries, hasDisplay, sandboxAdvice } from './linux-libraries.mjs';
import { inProject } from './project-folder.mjs';
import { run, say } from './run-command.mjs';

await bootstrap();
process.exitCode = hasDisplay() ? await openWindow() : await runHeadless();

async function openWindow() {
  const runtime = await findElectronRuntime({ allowTestRuntime: false });
  if (runtime.missing) {
    say(runtime.missing);
    return 1;
  }
  if (!(await ensureLinuxLibraries())) return 1;
  const advice = sandboxAdvice(runtime.executable);
  if (advice) {
    say(advice);
    return 1;
  }
  return run(runtime.executable, [...launchArguments(runtime), ...process.argv.slice(2)], {
    stdio: 'inherit',
  });
}

async function runHeadless() {
  say('There is no display: running the loop on the sample store instead of opening the window.');
  const reports = inProject('reports');
  mkdirSync(reports, { recursive: true });
  const dataDirectory = mkdtempSync(path.join(tmpdir(), 'doso-start-'));
  const files = readdirSync(inProject('sample-data'))
    .sort()
    .map((name) => inProject('sample-data', name));
  try {
    return await run(
      process.execPath,
      [
        inProject('out/main/cli.js'),
        'cycle',
        ...files,
        '--full',
        '--data-dir',
        dataDirectory,
        '--report',
        path.join(reports, 'doso-report.xlsx'),
        '--report',
        path.join(reports, 'doso-report.pdf'),
      ],
      { stdio: 'inherit', env: { ...process.env, DOSO_PRINT_HELPER: inProject('scripts/print-report.mjs') } },
    );
  } finally {
    rmSync(dataDirectory, { recursive: true, force: true });
  }
}
