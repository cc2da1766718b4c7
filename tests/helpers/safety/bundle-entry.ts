/** Bundles a test's own entry as the engine is bundled, so that a process of its own can run it in plain Node. */
import { mkdtempSync, rmSync } from 'node:fs';
import path from 'node:path';
import { build } from 'vite';

/** Packages find files beside themselves, so the bundle stands where Node finds them. */
const EXTERNAL = [
  '@electric-sql/pglite',
  '@electric-sql/pglite/nodefs',
  '@electric-sql/pglite/contrib/amcheck',
  '@electric-sql/pglite-pgvector',
  'piscina',
];

export type BundledEntry = { file: string; dispose: () => void };

/** `entry` is a path from the repository's root. */
export async function bundleEntry(entry: string): Promise<BundledEntry> {
  const folder = mkdtempSync(path.resolve('out/test-entry-'));
  await build({
    configFile: false,
    logLevel: 'error',
    resolve: { alias: { '@shared': path.resolve('shared'), '@engine': path.resolve('electron/engine') } },
    ssr: { noExternal: true, external: EXTERNAL },
    build: {
      ssr: path.resolve(entry),
      outDir: folder,
      target: 'node20',
      emptyOutDir: false,
      rollupOptions: { external: EXTERNAL, output: { format: 'cjs', entryFileNames: 'entry.cjs' } },
    },
  });
  return {
    file: path.join(folder, 'entry.cjs'),
    dispose: () => rmSync(folder, { recursive: true, force: true }),
  };
}
