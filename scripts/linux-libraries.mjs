/** The shared libraries and the virtual display that Electron needs on Linux: found, installed as root, or named. */
import { existsSync } from 'node:fs';
import { capture, run, say } from './run-command.mjs';

const PACKAGES = {
  'libgtk-3.so.0': 'libgtk-3-0',
  'libnss3.so': 'libnss3',
  'libasound.so.2': 'libasound2',
  'libgbm.so.1': 'libgbm1',
  'libXss.so.1': 'libxss1',
  'libatk-bridge-2.0.so.0': 'libatk-bridge2.0-0',
  'libdrm.so.2': 'libdrm2',
  'libxkbcommon.so.0': 'libxkbcommon0',
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
  const command = `apt-get install -y --no-install-recommends ${missing.join(' ')}`;
  if (!isRoot || !existsSync('/usr/bin/apt-get')) {
    say(`Electron needs these packages: ${missing.join(', ')}. On Debian or Ubuntu run: sudo ${command}`);
    return false;
  }
  say(`Installing what Electron needs: ${missing.join(', ')} ...`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const quiet = { stdio: ['ignore', 'ignore', 2], env };
  const code =
    (await run('apt-get', ['update', '-qq'], quiet)) ||
    (await run('apt-get', command.split(' ').slice(1), quiet));
  if (code !== 0) say(`That failed. Try it by hand: ${command}`);
  return code === 0;
}

async function findMissing() {
  const { stdout } = await capture('/sbin/ldconfig', ['-p']);
  const missing = Object.entries(PACKAGES)
    .filter(([library]) => !stdout.includes(`${library} `))
    .map(([, name]) => name);
  if (!hasDisplay()) {
    if (!existsSync('/usr/bin/xvfb-run')) missing.push('xvfb');
    if (!existsSync('/usr/bin/xauth')) missing.push('xauth');
  }
  if (!existsSync('/usr/share/fonts')) missing.push('fonts-dejavu-core');
  return missing;
}

/** A command as it is, or under a virtual display where there is none. */
export function withDisplay(command, args) {
  if (hasDisplay()) return { command, args };
  return { command: 'xvfb-run', args: ['-a', '-s', '-screen 0 1920x1080x24', command, ...args] };
}
