/** Schemas that every area shares: days, money, paging, figures. */
import { z } from 'zod';

export const daySchema = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, 'a day is written YYYY-MM-DD');
export const periodSchema = z
  .string()
  .regex(/^\d{4}-(0[1-9]|1[0-2]|W[0-5]\d)$/, 'a period is YYYY-MM or YYYY-Www');
export const instantSchema = z.iso.datetime();
export const centsSchema = z.int();
export const conditionSchema = z.enum(['new', 'used']);
export const grainSchema = z.enum(['week', 'month']);
export const levelSchema = z.enum(['store', 'model', 'trim', 'build']);

/** Which store (the only one when left out) and as of which day (the store's data date when left out). */
export const scopeSchema = z.object({
  storeCode: z.string().min(1).max(40).optional(),
  asOf: daySchema.optional(),
});

export const pageSchema = z.object({
  offset: z.int().min(0).default(0),
  limit: z.int().min(1).max(1000).default(100),
});

/**
 * One figure with what a reader needs to trust it. `value` is null when it cannot be computed; `note` then
 * says why ("no sales in 45 days"). Unit `cents` is integer cents, `ratio` is 0..1.
 */
export const figureSchema = z.object({
  value: z.number().nullable(),
  unit: z.enum(['units', 'cents', 'cents_per_day', 'days', 'ratio', 'turns_per_year']),
  sampleSize: z.int().min(0),
  windowDays: z.int().nullable(),
  dateField: z.string().nullable(),
  population: z.string(),
  note: z.string().nullable(),
});

export const buildSchema = z.object({
  make: z.string(),
  model: z.string(),
  modelYear: z.int().nullable(),
  body: z.string().nullable(),
  trim: z.string().nullable(),
  drivetrain: z.string().nullable(),
  engine: z.string().nullable(),
  package: z.string().nullable(),
  exteriorColor: z.string().nullable(),
  interiorColor: z.string().nullable(),
});

export const jobStartedSchema = z.object({ jobId: z.string() });

export type Figure = z.infer<typeof figureSchema>;
export type Condition = z.infer<typeof conditionSchema>;
export type Scope = z.infer<typeof scopeSchema>;
export type ForecastLevel = z.infer<typeof levelSchema>;
