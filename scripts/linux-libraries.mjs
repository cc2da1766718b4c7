/** The shared libraries and the virtual display that Electron needs on Linux: found, installed as root, or named. */
import { existsSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { capture, run, say } from './run-command.mjs';

/** Library to package; newer Debian and Ubuntu renamed some when time became 64 bits wide. */
const PACKAGES = {
  'libgtk-3.so.0': ['libgtk-3-0t64', 'libgtk-3-0'],
  'libnss3.so': ['libnss3'],
  'libasound.so.2': ['libasound2t64', 'libasound2'],
  'libgbm.so.1': ['libgbm1'],
  'libXss.so.1': ['libxss1'],
  'libatk-bridge-2.0.so.0': ['libatk-bridge2.0-0t64', 'libatk-bridge2.0-0'],
  'libdrm.so.2': ['libdrm2'],
  'libxkbcommon.so.0': ['libxkbcommon0'],
};

export function hasDisplay() {
  return process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
}

/** Resolves with true when Electron can start here; says what is missing otherwise. */
export async function ensureLinuxLibraries() {
  if (process.platform !== 'linux') return true;
  const missing = await findMissing();
  if (missing.length === 0) return true;
  const isRoot = process.getuid?.() === 0;
  if (!isRoot || !existsSync('/usr/bin/apt-get')) {
    say(
      `Electron needs these packages: ${(await chooseNames(missing)).join(', ')}. On Debian or Ubuntu run:`,
    );
    say(
      `  sudo apt-get update && sudo apt-get install -y --no-install-recommends ${(await chooseNames(missing)).join(' ')}`,
    );
    return false;
  }
  const quiet = {
    stdio: ['ignore', 'ignore', 2],
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  };
  await run('apt-get', ['update', '-qq'], quiet);
  const names = await chooseNames(missing);
  say(`Installing what Electron needs: ${names.join(', ')} ...`);
  const code = await run('apt-get', ['install', '-y', '--no-install-recommends', ...names], quiet);
  if (code !== 0)
    say(`That failed. Try it by hand: apt-get install -y --no-install-recommends ${names.join(' ')}`);
  return code === 0;
}

/** For each library the packages that may hold it, by preference. */
async function findMissing() {
  const { stdout } = await capture('/sbin/ldconfig', ['-p']);
  const missing = Object.entries(PACKAGES)
    .filter(([library]) => !stdout.includes(`${library} `))
    .map(([, names]) => names);
  if (!hasDisplay()) {
    if (!existsSync('/usr/bin/xvfb-run')) missing.push(['xvfb']);
    if (!existsSync('/usr/bin/xauth')) missing.push(['xauth']);
  }
  if (!existsSync('/usr/share/fonts')) missing.push(['fonts-dejavu-core']);
  return missing;
}

/** The first name that this system's package list knows; the last one when it knows none. */
async function chooseNames(missing) {
  return Promise.all(
    missing.map(async (names) => {
      for (const name of names) {
        const { code, stdout } = await capture('apt-cache', ['show', name]);
        if (code === 0 && stdout.includes('Package:')) return name;
      }
      return names.at(-1);
    }),
  );
}

/**
 * Some systems forbid the namespaces that Chromium's sandbox is made of to programs they do not know. Resolves
 * with what to run, or null when the sandbox can work.
 */
export function sandboxAdvice(executable) {
  if (process.platform !== 'linux' || process.getuid?.() === 0) return null;
  const isRestricted = readSwitch('/proc/sys/kernel/apparmor_restrict_unprivileged_userns') === '1';
  const isForbidden = readSwitch('/proc/sys/kernel/unprivileged_userns_clone') === '0';
  if (!isRestricted && !isForbidden) return null;
  const helper = path.join(path.dirname(executable), 'chrome-sandbox');
  const state = statSync(helper, { throwIfNoEntry: false });
  if (state && state.uid === 0 && (state.mode & 0o4000) !== 0) return null;
  return [
    'This system lets only known programs make a sandbox. Give Electron its sandbox helper once:',
    `  sudo chown root:root ${helper} && sudo chmod 4755 ${helper}`,
    'then start again.',
  ].join('\n');
}

function readSwitch(file) {
  try {
    return readFileSync(file, 'utf8').trim();
  } catch {
    return null;
  }
}

/** A command as it is, or under a virtual display where there is none. */
export function withDisplay(command, args) {
  if (hasDisplay()) return { command, args };
  return { command: 'xvfb-run', args: ['-a', '-s', '-screen 0 1920x1080x24', command, ...args] };
}
