/** The rows behind a line of a plan: what sold, what stands here and what is coming, as of the plan's day. */
import { z } from 'zod';
import { centsSchema, daySchema } from './primitives';

export const lineEvidenceSchema = z.object({
  asOf: daySchema,
  sales: z.array(
    z.object({
      soldOn: daySchema,
      stockNumber: z.string().nullable(),
      exteriorColor: z.string().nullable(),
      daysInStock: z.int().nullable(),
      grossCents: centsSchema.nullable(),
    }),
  ),
  stock: z.array(
    z.object({
      stockNumber: z.string().nullable(),
      vin: z.string().nullable(),
      exteriorColor: z.string().nullable(),
      status: z.string(),
      ageDays: z.int().nullable(),
      priceCents: centsSchema.nullable(),
    }),
  ),
  coming: z.array(
    z.object({
      orderNumber: z.string().nullable(),
      status: z.string(),
      exteriorColor: z.string().nullable(),
      estimatedArrivalOn: daySchema.nullable(),
    }),
  ),
});
export type LineEvidence = z.infer<typeof lineEvidenceSchema>;

/** A build that could have been ordered: what its next unit brings against how long it takes to sell. */
export const planMapPointSchema = z.object({
  title: z.string(),
  make: z.string(),
  model: z.string(),
  /** Null where too few have sold. */
  medianDays: z.number().nullable(),
  /** Expected net of the first unit that is not there yet. */
  firstUnitCents: centsSchema,
  unitCostCents: centsSchema,
  quantity: z.int(),
});
export type PlanMapPoint = z.infer<typeof planMapPointSchema>;
