import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';
import { bundleProphetWasm } from './electron/engine/forecasting/libraries/bundle-prophet-wasm';
import { bundleDanfojs } from './electron/engine/learning/libraries/bundle-danfojs';

const root = import.meta.dirname;
const { version } = JSON.parse(readFileSync(resolve(root, 'package.json'), 'utf8')) as { version: string };
const alias = {
  '@shared': resolve(root, 'shared'),
  '@engine': resolve(root, 'electron/engine'),
  '@renderer': resolve(root, 'renderer'),
};

/** They find files beside themselves, so they stay packages; everything else is bundled. */
const external = [
  '@electric-sql/pglite',
  '@electric-sql/pglite/nodefs',
  '@electric-sql/pglite/contrib/amcheck',
  '@electric-sql/pglite-pgvector',
  'piscina',
  'electron',
];

export default defineConfig({
  main: {
    resolve: { alias },
    define: { __APP_VERSION__: JSON.stringify(version) },
    plugins: [bundleDanfojs(), bundleProphetWasm()],
    build: {
      externalizeDeps: false,
      target: 'node18',
      sourcemap: true,
      rollupOptions: {
        external,
        input: {
          index: resolve(root, 'electron/main/index.ts'),
          engine: resolve(root, 'electron/engine/index.ts'),
          rescue: resolve(root, 'electron/engine/rescue.ts'),
          cli: resolve(root, 'electron/engine/cli.ts'),
          'build-template': resolve(root, 'electron/engine/build-template.ts'),
          'forecast-worker': resolve(root, 'electron/engine/forecasting/forecast-worker.ts'),
          'plan-worker': resolve(root, 'electron/engine/planning/plan-worker.ts'),
          'replay-worker': resolve(root, 'electron/engine/replay/replay-worker.ts'),
          'import-worker': resolve(root, 'electron/engine/importing/thread/import-worker.ts'),
          'report-worker': resolve(root, 'electron/engine/reporting/report-worker.ts'),
          'backup-worker': resolve(root, 'electron/engine/backup/backup-worker.ts'),
          'learning-worker': resolve(root, 'electron/engine/learning/learning-worker.ts'),
        },
        output: { format: 'cjs', entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' },
      },
    },
  },
  preload: {
    resolve: { alias },
    define: { __APP_VERSION__: JSON.stringify(version) },
    build: {
      externalizeDeps: false,
      target: 'node18',
      rollupOptions: {
        external: ['electron'],
        input: { index: resolve(root, 'electron/preload/index.ts') },
        output: { format: 'cjs', entryFileNames: '[name].js' },
      },
    },
  },
  renderer: {
    root: resolve(root, 'renderer'),
    resolve: { alias },
    plugins: [react()],
    build: {
      target: 'chrome114',
      minify: true,
      // Plotly is one 5 MB file by nature, loaded when the first chart is shown.
      chunkSizeWarningLimit: 6000,
      rollupOptions: {
        input: { index: resolve(root, 'renderer/index.html'), report: resolve(root, 'renderer/report.html') },
      },
    },
  },
});
