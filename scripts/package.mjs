/**
 * `npm run package [-- --dir]`: packages the built app with electron-builder. On the test runtime (asked for by
 * DOSO_USE_TEST_RUNTIME=1) only an unpacked folder is made, to try the packaged layout: it is not for users.
 */
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { bootstrap } from './bootstrap.mjs';
import { findElectronRuntime } from './electron-runtime.mjs';
import { inProject, projectFolder } from './project-folder.mjs';
import { run, say } from './run-command.mjs';

await bootstrap();
const runtime = await findElectronRuntime({ allowTestRuntime: false });
if (runtime.missing) {
  say(runtime.missing);
  process.exit(1);
}
const work = mkdtempSync(path.join(tmpdir(), 'doso-package-'));
try {
  process.exitCode = await run(
    process.execPath,
    [inProject('node_modules/electron-builder/cli.js'), ...argumentsFor(runtime)],
    {
      cwd: projectFolder,
      stdio: 'inherit',
    },
  );
} finally {
  rmSync(work, { recursive: true, force: true });
}

function argumentsFor({ executable, isTestRuntime, version }) {
  if (!isTestRuntime) return ['--publish', 'never', ...process.argv.slice(2)];
  // electron-builder puts the app at resources/app.asar: the loader that stands there must not come along.
  const dist = path.join(work, 'electron');
  cpSync(path.dirname(executable), dist, { recursive: true });
  rmSync(path.join(dist, 'resources', 'app'), { recursive: true });
  return [
    '--linux',
    '--dir',
    '--publish',
    'never',
    `-c.electronDist=${dist}`,
    `-c.electronVersion=${version}`,
  ];
}
