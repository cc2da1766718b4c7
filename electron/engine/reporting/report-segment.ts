/** The part of the stock that a report's lists are limited to. The figures of the store stay those of the whole store. */
import type { StockFilter } from '@shared/contract/inventory';
import type { ReportRequest } from '@shared/contract/reports';

export type ReportSegment = Pick<Partial<ReportRequest>, 'condition' | 'make' | 'model'>;

export function toStockFilter({ condition, make, model }: ReportSegment): StockFilter {
  return {
    ...(condition !== undefined && { condition }),
    ...(make !== undefined && { make }),
    ...(model !== undefined && { model }),
  };
}

export function isInSegment(segment: ReportSegment, make: string | null, model: string | null): boolean {
  return (
    (segment.make === undefined || segment.make === make) &&
    (segment.model === undefined || segment.model === model)
  );
}

/** `used Ford F-150 only`; null when nothing is left out. */
export function describeSegment({ condition, make, model }: ReportSegment): string | null {
  const words = [condition, make, model].filter((word) => word !== undefined);
  return words.length === 0 ? null : `${words.join(' ')} only`;
}
