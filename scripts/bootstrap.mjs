/**
 * Makes a bare clone ready: packages from the lock file, then the build. Needs only Node and npm, and does
 * nothing when nothing changed. What it did and could not do is said on stderr.
 */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { ensureBuilt } from './build.mjs';
import { inProject, projectFolder } from './project-folder.mjs';
import { npmCommand, run, say } from './run-command.mjs';

const MINIMUM_NODE = [20, 19];

export async function bootstrap() {
  checkNode();
  await installPackages();
  await ensureBuilt();
}

function checkNode() {
  if (isNodeAtLeast(MINIMUM_NODE)) return;
  say(
    `DOSO needs Node ${MINIMUM_NODE.join('.')} or newer; this is ${process.versions.node}. Install a newer Node and run the command again.`,
  );
  process.exit(1);
}

export function isNodeAtLeast([major, minor]) {
  const [ownMajor = 0, ownMinor = 0] = process.versions.node.split('.').map(Number);
  return ownMajor > major || (ownMajor === major && ownMinor >= minor);
}

async function installPackages() {
  const stampFile = inProject('node_modules', '.doso-installed');
  const stamp = createHash('sha256')
    .update(readFileSync(inProject('package-lock.json')))
    .digest('hex');
  if (existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp) return;
  say('Installing packages from the lock file (about a minute) ...');
  const { command, args, options } = npmCommand(['ci', '--no-audit', '--no-fund', '--loglevel=error']);
  const code = await run(command, args, { cwd: projectFolder, ...options });
  if (code !== 0) {
    say(
      'The packages could not be installed; npm said why above. Check the network or proxy and run the command again.',
    );
    process.exit(1);
  }
  writeFileSync(stampFile, stamp);
}

// `npm run build` is nothing but this.
if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await bootstrap();
