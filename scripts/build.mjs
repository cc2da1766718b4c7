/** Builds the app into out/ when its sources changed: bundles by electron-vite, then the database template. */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { inProject, projectFolder } from './project-folder.mjs';
import { run, say } from './run-command.mjs';

const SOURCES = [
  'electron',
  'renderer',
  'shared',
  'resources',
  'electron.vite.config.ts',
  'package-lock.json',
];
const TEMPLATE_SOURCES = ['electron/engine/migrations', 'electron/engine/database', 'package-lock.json'];

export async function ensureBuilt() {
  const stampFile = inProject('out', '.built');
  const stamp = fingerprint(SOURCES);
  if (existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp) return;
  say('Building ...');
  // A build that fails must not pass for the one before it.
  rmSync(stampFile, { force: true });
  const code = await run(
    process.execPath,
    [inProject('node_modules/electron-vite/bin/electron-vite.js'), 'build', '--logLevel', 'warn'],
    {
      cwd: projectFolder,
      env: { ...process.env, NODE_ENV: 'production' },
    },
  );
  if (code !== 0) {
    say('The build failed; see above.');
    process.exit(1);
  }
  await ensureTemplate();
  writeFileSync(stampFile, stamp);
}

async function ensureTemplate() {
  const template = inProject('out', 'database-template.tar.gz');
  const stampFile = inProject('out', '.template');
  const stamp = fingerprint(TEMPLATE_SOURCES);
  if (existsSync(template) && existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp) return;
  say('Making the database template ...');
  const code = await run(process.execPath, [inProject('out/main/build-template.js'), template]);
  if (code !== 0) {
    say('The database template could not be made; see above.');
    process.exit(1);
  }
  writeFileSync(stampFile, stamp);
}

/** Hash of the names and contents of files; tests are no part of what is built. */
function fingerprint(entries) {
  const hash = createHash('sha256');
  for (const entry of entries) {
    for (const file of listFiles(inProject(entry)))
      hash.update(path.relative(projectFolder, file)).update(readFileSync(file));
  }
  return hash.digest('hex');
}

function listFiles(entry) {
  if (!existsSync(entry)) return [];
  if (statSync(entry).isFile()) return /\.test\.tsx?$/.test(entry) ? [] : [entry];
  return readdirSync(entry)
    .sort()
    .flatMap((name) => listFiles(path.join(entry, name)));
}
