/** `npm run dev`: the app with the renderer reloaded as it is edited. */
import { bootstrap } from './bootstrap.mjs';
import { findElectronRuntime } from './electron-runtime.mjs';
import { inProject, projectFolder } from './project-folder.mjs';
import { run, say } from './run-command.mjs';

await bootstrap();
const runtime = await findElectronRuntime({ allowTestRuntime: process.env.DOSO_USE_TEST_RUNTIME === '1' });
if (runtime.missing) {
  say(runtime.missing);
  process.exit(1);
}
const rootFlags = process.platform === 'linux' && process.getuid?.() === 0 ? ['--noSandbox'] : [];
process.exitCode = await run(
  process.execPath,
  [inProject('node_modules/electron-vite/bin/electron-vite.js'), 'dev', ...rootFlags],
  {
    cwd: projectFolder,
    stdio: 'inherit',
    env: { ...process.env, ELECTRON_EXEC_PATH: runtime.executable },
  },
);
