import { resolve } from 'node:path';
import { defineConfig } from 'vitest/config';

const root = import.meta.dirname;
const alias = {
  '@shared': resolve(root, 'shared'),
  '@engine': resolve(root, 'electron/engine'),
  '@renderer': resolve(root, 'renderer'),
};

export default defineConfig({
  resolve: { alias },
  define: { __APP_VERSION__: JSON.stringify('test') },
  test: {
    setupFiles: [resolve(root, 'tests/helpers/property-seed.ts')],
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: [
            'shared/**/*.test.ts',
            'electron/**/*.test.ts',
            'renderer/**/*.test.{ts,tsx}',
            'scripts/**/*.test.{ts,mjs}',
          ],
          testTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'integration',
          include: ['tests/{integration,contract,architecture}/**/*.test.ts'],
          pool: 'forks',
          testTimeout: 180_000,
          hookTimeout: 180_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'e2e',
          include: ['tests/e2e/**/*.test.ts'],
          pool: 'forks',
          fileParallelism: false,
          testTimeout: 240_000,
          hookTimeout: 240_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'bench',
          include: process.env.DOSO_FIGURES ? ['tests/bench/**/*.bench.ts'] : [],
          pool: 'forks',
          fileParallelism: false,
          testTimeout: 3_600_000,
        },
      },
    ],
  },
});
