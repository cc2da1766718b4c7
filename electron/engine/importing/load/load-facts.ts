/** What the final transaction knows of the batch it makes visible. */
import type { CalendarDay } from '@shared/domain/calendar-day';
import type { Stage } from './stage';

export type LoadFacts = {
  readonly stage: Stage;
  readonly batchId: number;
  readonly storeIds: readonly number[];
  readonly asOf: CalendarDay;
  readonly coverage: 'full' | 'partial';
  /** Fields that the file states: an update leaves all others as they are. */
  readonly mapped: ReadonlySet<string>;
};

export type Changes = { added: number; changed: number; closed: number; reversed: number };

export function countOf(result: { numAffectedRows?: bigint | undefined }): number {
  return Number(result.numAffectedRows ?? 0n);
}
