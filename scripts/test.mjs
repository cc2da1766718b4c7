/**
 * `npm test`: static checks, then unit, integration, contract, architecture and end-to-end tests, the last in
 * the real window (under a virtual display where there is none). Ends with the line `N passed, N failed`.
 * Arguments are passed on to vitest, e.g. `npm test -- --project unit`. `npm test -- --update-baselines` runs the
 * visual tests alone (files named `*.visual.test.ts`, or those named after it) and writes the pictures they compare with.
 */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { bootstrap } from './bootstrap.mjs';
import { findElectronRuntime, launchArguments } from './electron-runtime.mjs';
import { ensureLinuxLibraries, withDisplay } from './linux-libraries.mjs';
import { inProject, projectFolder } from './project-folder.mjs';
import { run, say } from './run-command.mjs';
import { runStaticChecks } from './static-checks.mjs';

const UPDATE = '--update-baselines';
const isUpdating = process.argv.includes(UPDATE);
const given = process.argv.slice(2).filter((argument) => argument !== UPDATE);
const passedOn = isUpdating && given.length === 0 ? ['.visual.test'] : given;

await bootstrap();
const runtime = await findElectronRuntime({ allowTestRuntime: true });
if (runtime.missing || !(await ensureLinuxLibraries())) {
  say(runtime.missing ?? 'The end-to-end tests need the packages named above.');
  process.stdout.write('0 passed, 1 failed\n');
  process.exit(1);
}
const checks = await runStaticChecks();
const tests = await runVitest();
const passed = checks.passed + tests.passed;
const failed = checks.failed + tests.failed;
const skipped = tests.skipped > 0 ? `, ${tests.skipped} skipped` : '';
process.stdout.write(`${passed} passed, ${failed} failed${skipped}\n`);
process.exitCode = failed > 0 ? 1 : 0;

async function runVitest() {
  const folder = mkdtempSync(path.join(tmpdir(), 'doso-results-'));
  const results = path.join(folder, 'results.json');
  const launch = withDisplay(process.execPath, [
    inProject('node_modules/vitest/vitest.mjs'),
    'run',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${results}`,
    ...passedOn,
  ]);
  const env = {
    ...process.env,
    DOSO_ELECTRON: runtime.executable,
    DOSO_ELECTRON_ARGUMENTS: JSON.stringify(launchArguments(runtime)),
    ...(runtime.isTestRuntime && { DOSO_IS_TEST_RUNTIME: '1' }),
    ...(isUpdating && { DOSO_UPDATE_BASELINES: '1' }),
    DOSO_PRINT_HELPER: inProject('scripts/print-report.mjs'),
    DBUS_SESSION_BUS_ADDRESS: 'disabled:',
    VITE_CONFIG_NATIVE_IGNORE_WARNING: 'true',
  };
  const code = await run(launch.command, launch.args, { cwd: projectFolder, env, stdio: 'inherit' });
  try {
    const report = JSON.parse(readFileSync(results, 'utf8'));
    const passed = report.numPassedTests;
    // A file that fails to load has no failed test of its own, and still is a failure.
    const failed = Math.max(report.numFailedTests, code === 0 ? 0 : 1);
    return { passed, failed, skipped: report.numPendingTests + report.numTodoTests };
  } catch {
    return { passed: 0, failed: 1, skipped: 0 };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
