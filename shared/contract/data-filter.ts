/**
 * The filter that every screen shares. It narrows the vehicles that figures are made of: by condition and build, and
 * by days in stock, which for a sold vehicle are its days to turn. A vehicle on its way has no age and passes any.
 */
import { z } from 'zod';
import { conditionSchema, scopeSchema } from './primitives';

export const dataFilterSchema = z.object({
  condition: conditionSchema.optional(),
  make: z.string().min(1).max(100).optional(),
  model: z.string().min(1).max(100).optional(),
  trim: z.string().min(1).max(100).optional(),
  minAgeDays: z.int().min(0).optional(),
  maxAgeDays: z.int().min(0).optional(),
});
export type DataFilter = z.infer<typeof dataFilterSchema>;

export const filteredScopeSchema = scopeSchema.extend({ filter: dataFilterSchema.optional() });
export type FilteredScope = z.infer<typeof filteredScopeSchema>;

/** The windows over which sales are looked at, in days to the data date. */
export const SALES_WINDOWS = [30, 45, 90, 180, 365] as const;
export const DEFAULT_SALES_WINDOW = 90;
export const windowDaysSchema = z.int().min(7).max(1100);

/** What there is to choose from, with the vehicles in stock and sold in a year that make each worth offering. */
export const filterChoicesSchema = z.array(
  z.object({
    condition: conditionSchema,
    make: z.string(),
    model: z.string(),
    trim: z.string().nullable(),
    units: z.int(),
  }),
);
