/** An engine killed at random moments of import, plan and backup: 20 times, or 200 with `npm run prove`. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { RandomSource } from '@engine/sample/random-source';
import { describe, expect, it } from 'vitest';
import { isFullSize, recordFigure } from '../helpers/record-figure';
import { bundleEntry } from '../helpers/safety/bundle-entry';
import { KillRounds } from '../helpers/safety/kill-rounds';

const KILLS = isFullSize ? 200 : 20;

describe('safe', () => {
  it(`${KILLS} kills`, async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'doso-kill-'));
    const entry = await bundleEntry('tests/helpers/safety/kill-target.ts');
    try {
      const chance = new RandomSource(2026);
      const rounds = new KillRounds(entry.file, path.join(folder, 'data'), () => chance.uniform());
      await rounds.prepare();
      const { kills, whileOpening, acknowledged, failures } = await rounds.run(KILLS);
      const figure = (name: string, value: number, bounds: { most?: number; least?: number } = {}) =>
        recordFigure({ area: 'safe', name, value, unit: '', ...bounds });
      figure('kills at random moments', kills, { least: KILLS });
      figure('of them while the engine was opening', whileOpening);
      figure('jobs acknowledged before a kill', acknowledged.length, { least: KILLS / 4 });
      figure('jobs lost, half done or left behind by a kill', failures.length, { most: 0 });
      expect(failures).toEqual([]);
    } finally {
      entry.dispose();
      rmSync(folder, { recursive: true, force: true });
    }
  });
});
