import { RandomSource } from '@engine/sample/random-source';
import { describe, expect, it } from 'vitest';
import { cutPower, recordWorkload } from '../helpers/safety/power-loss-run';

describe('a power cut', () => {
  it('at any of 30 moments leaves a directory that opens with every acknowledged commit', async () => {
    const chance = new RandomSource(30);
    const recording = await recordWorkload(6);
    const report = await cutPower(recording, 30, () => chance.uniform());
    expect(report.failures).toEqual([]);
    expect(report.acknowledged).toBeGreaterThan(40);
    expect(report.duringFirstStart).toBe(6);
  });
});
