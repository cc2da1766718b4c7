import type { DemandSeries } from '@engine/forecasting/types';

/** One in five of some units a period, the others of hardly any. */
export function syntheticSeries(index: number, grain: DemandSeries['grain'], length: number): DemandSeries {
  const level = index % 5 === 0 ? 8 + (index % 13) : 0.4 + (index % 7) / 2;
  const season = grain === 'month' ? 12 : 52;
  const values = Array.from({ length }, (_, period) => {
    const noise = (((period * 37 + index * 11) % 17) - 8) / 8;
    const wave = 0.2 * Math.sin((2 * Math.PI * period) / season);
    return Math.max(0, Math.round(level * (1 + wave + 0.5 * noise)));
  });
  return { id: `series ${index}`, grain, start: grain === 'month' ? '2020-01' : '2021-W01', values };
}
