/** The shared filter as an address or a saved view holds it. A value that cannot be read is dropped, never an error. */
import { z } from 'zod';
import { type DataFilter, SALES_WINDOWS } from './data-filter';
import { conditionSchema } from './primitives';
import type { ReportInput } from './reports';
import type { SavedView } from './workspace';

const day = z.coerce.number().int().min(0).optional().catch(undefined);
const word = z.coerce.string().min(1).max(100).optional().catch(undefined);

export const sharedSearchSchema = z.object({
  condition: conditionSchema.optional().catch(undefined),
  make: word,
  model: word,
  trim: word,
  minAgeDays: day,
  maxAgeDays: day,
  windowDays: z.coerce
    .number()
    .refine((days) => SALES_WINDOWS.some((known) => known === days))
    .optional()
    .catch(undefined),
});
export type SharedSearch = z.infer<typeof sharedSearchSchema>;

const FILTER_NAMES = ['condition', 'make', 'model', 'trim', 'minAgeDays', 'maxAgeDays'] as const;

export function toDataFilter(search: SharedSearch): DataFilter {
  return Object.fromEntries(
    FILTER_NAMES.filter((name) => search[name] !== undefined).map((name) => [name, search[name]]),
  );
}

/** The view's filter and window; what else a screen keeps in its address is no part of a report. */
export function toReportView({ name, search }: SavedView): NonNullable<ReportInput['view']> {
  const shared = sharedSearchSchema.parse(search);
  const { windowDays } = shared;
  return { name, filter: toDataFilter(shared), ...(windowDays !== undefined && { windowDays }) };
}
