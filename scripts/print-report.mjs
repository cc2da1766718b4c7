/**
 * Starts the Electron runtime as a print helper: `node print-report.mjs MODEL.json OUT.pdf`.
 * Prints the helper's one JSON line on stdout; exits 1 with an error line when it cannot.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { findElectronRuntime, launchArguments } from './electron-runtime.mjs';
import { ensureLinuxLibraries, withDisplay } from './linux-libraries.mjs';
import { run } from './run-command.mjs';

const [modelFile, out] = process.argv.slice(2);
const runtime = await findElectronRuntime({ allowTestRuntime: true });
if (runtime.missing) fail(runtime.missing, 'Install Electron as said, or save the report as .xlsx.');
if (!(await ensureLinuxLibraries()))
  fail('Electron cannot start: shared libraries are missing (see above).', 'Install them and try again.');

const profile = mkdtempSync(path.join(tmpdir(), 'doso-print-'));
const launch = withDisplay(runtime.executable, [
  ...launchArguments(runtime),
  `--user-data-dir=${profile}`,
  '--disable-gpu',
  `--print-report=${path.resolve(modelFile)}`,
  `--out=${path.resolve(out)}`,
]);
const env = {
  ...process.env,
  DBUS_SESSION_BUS_ADDRESS: 'disabled:',
  ELECTRON_DISABLE_SECURITY_WARNINGS: '1',
};
process.exitCode = await run(launch.command, launch.args, { stdio: ['ignore', 1, 'ignore'], env });
rmSync(profile, { recursive: true, force: true });

function fail(message, nextStep) {
  process.stdout.write(`${JSON.stringify({ error: { code: 'RUNTIME_MISSING', message, nextStep } })}\n`);
  process.exit(1);
}
