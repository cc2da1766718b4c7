/** Build step: makes the database template. Usage: node build-template.js OUTPUT.tar.gz */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Database } from './database/database';
import { migrate } from './database/migrator';
import { startPostgres } from './database/open-database';
import { packTemplate } from './database/template';

async function buildTemplate(templateFile: string): Promise<void> {
  const folder = mkdtempSync(path.join(tmpdir(), 'doso-template-'));
  try {
    const cluster = path.join(folder, 'postgres');
    const { client } = await startPostgres(cluster);
    const database = new Database(client);
    await migrate(database.db);
    await database.runAlone('vacuum freeze analyze');
    await database.runAlone('checkpoint');
    await database.close();
    await packTemplate(cluster, templateFile);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const output = process.argv[2];
if (!output) throw new Error('usage: build-template OUTPUT.tar.gz');
buildTemplate(output).then(
  () => process.exit(0),
  (error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
    process.exit(1);
  },
);
