import { rmSync } from 'node:fs';
import path from 'node:path';
import { RandomSource } from '@engine/sample/random-source';
import { describe, expect, it } from 'vitest';
import { bundleEntry } from '../helpers/safety/bundle-entry';
import { KillRounds } from '../helpers/safety/kill-rounds';
import { makeQuickFolder } from '../helpers/safety/quick-folder';

describe('an engine that is killed', () => {
  it('loses nothing that it acknowledged and leaves nothing half done, 20 times', async () => {
    const folder = makeQuickFolder('doso-kill-');
    const entry = await bundleEntry('tests/helpers/safety/kill-target.ts');
    try {
      const chance = new RandomSource(7);
      const rounds = new KillRounds(entry.file, path.join(folder, 'data'), () => chance.uniform());
      await rounds.prepare();
      const report = await rounds.run(20);
      expect(report.failures).toEqual([]);
      expect(report.kills).toBe(20);
      // A test whose engine never got to its work would pass without showing anything.
      expect(report.acknowledged.filter(({ type }) => type === 'import').length).toBeGreaterThan(0);
      expect(report.acknowledged.filter(({ type }) => type === 'plan').length).toBeGreaterThan(0);
      expect(report.acknowledged.filter(({ type }) => type === 'backup').length).toBeGreaterThan(0);
    } finally {
      entry.dispose();
      rmSync(folder, { recursive: true, force: true });
    }
  });
});
