/** Forecasts of the segments whose gaps are listed. */
import type { Gap } from '@shared/contract/plan-gaps';
import { engineTexts } from '@shared/texts/engine-texts';
import { trimKey } from './configuration-tree';
import type { TrimForecast } from './types';

const texts = engineTexts.planning.gaps;

export type SegmentName = Pick<Gap, 'condition' | 'make' | 'model' | 'trim'>;

export function segmentKey({ condition, make, model, trim }: SegmentName): string {
  return `${condition}|${trimKey(make, model, trim)}`;
}

export type SegmentForecast = TrimForecast & { basis: string | null };

/** `sold`: units of the last days. */
type SoldSegment = SegmentName & { sold: number };

/**
 * By segment key: new ones at their level, used ones by model. Used trims, which are not forecast apart, share their model's
 * forecast by units sold, half a unit added to each so that one that sold none is not written off.
 */
export function segmentForecasts(
  forecasts: { new: readonly TrimForecast[]; usedModels: readonly TrimForecast[] },
  level: 'model' | 'trim',
  segments: readonly SoldSegment[],
): Map<string, SegmentForecast> {
  const found = new Map<string, SegmentForecast>();
  for (const one of forecasts.new)
    found.set(segmentKey({ ...one, condition: 'new' }), { ...one, basis: null });
  for (const one of forecasts.usedModels) {
    const parts = segments.filter(
      ({ condition, make, model }) => condition === 'used' && make === one.make && model === one.model,
    );
    const total = parts.reduce((sum, { sold }) => sum + sold + 0.5, 0);
    for (const part of parts) {
      const share = level === 'model' ? 1 : (part.sold + 0.5) / total;
      const basis = share === 1 ? null : texts.shareOfUsed(Math.round(100 * share), one.model);
      found.set(segmentKey(part), { ...scaleForecast(one, share), basis });
    }
  }
  return found;
}

function scaleForecast(forecast: TrimForecast, share: number): TrimForecast {
  const { points, total } = forecast;
  return {
    ...forecast,
    points: points.map(({ period, mean }) => ({ period, mean: share * mean })),
    total: { ...total, mean: share * total.mean },
  };
}
