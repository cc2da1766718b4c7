/** The power cut at random moments: 30 times, or 300 with `npm run prove`. */
import { RandomSource } from '@engine/sample/random-source';
import { describe, expect, it } from 'vitest';
import { isFullSize, recordFigure } from '../helpers/record-figure';
import { cutPower, recordWorkload } from '../helpers/safety/power-loss-run';

const CUTS = isFullSize ? 300 : 30;

describe('safe', () => {
  it(`${CUTS} power cuts`, async () => {
    const chance = new RandomSource(2026);
    const recording = await recordWorkload(12);
    const report = await cutPower(recording, CUTS, () => chance.uniform());
    const figure = (name: string, value: number, bounds: { most?: number; least?: number } = {}) =>
      recordFigure({ area: 'safe', name, value, unit: '', ...bounds });
    figure('power cuts at random moments', report.cuts, { least: CUTS });
    figure('of them during the first start', report.duringFirstStart);
    figure('operations of the recorded disk', report.operations);
    figure('commits acknowledged on it', report.acknowledged);
    figure('directories that did not open or lacked an acknowledged commit', report.failures.length, {
      most: 0,
    });
    expect(report.failures).toEqual([]);
  });
});
