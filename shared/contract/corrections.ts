/** Values corrected by hand. A correction lies over what files say: imports go on below it, and taking it back shows them. */
import { z } from 'zod';
import { procedure } from './base';
import { conditionSchema, instantSchema, pageSchema } from './primitives';

export const correctedRecordSchema = z.enum(['stock', 'sale']);
export type CorrectedRecord = z.infer<typeof correctedRecordSchema>;

/** What can be corrected, by record; the values are text as shown in `from` and `to`. */
export const correctableFields = {
  stock: [
    'vin',
    'stockNumber',
    'condition',
    'isCertified',
    'status',
    'receivedOn',
    'odometerMiles',
    'costCents',
    'priceCents',
    'msrpCents',
    'location',
  ],
  sale: [
    'vin',
    'stockNumber',
    'condition',
    'isCertified',
    'saleType',
    'dealState',
    'soldOn',
    'receivedOn',
    'odometerMiles',
    'priceCents',
    'costCents',
    'msrpCents',
    'frontGrossCents',
    'backGrossCents',
    'totalGrossCents',
  ],
  build: [
    'make',
    'model',
    'modelYear',
    'body',
    'trim',
    'drivetrain',
    'engine',
    'exteriorColor',
    'interiorColor',
  ],
} as const;

export const correctionSchema = z.object({
  id: z.string(),
  record: correctedRecordSchema,
  recordId: z.string(),
  storeCode: z.string(),
  /** Stock number and VIN, or deal number. */
  key: z.string(),
  condition: conditionSchema,
  field: z.string(),
  /** What the files say now. */
  from: z.string().nullable(),
  to: z.string().nullable(),
  note: z.string().nullable(),
  madeAt: instantSchema,
  /** False when the record that it was made for is gone (its import was undone). */
  isInForce: z.boolean(),
});
export type Correction = z.infer<typeof correctionSchema>;

/** A stock unit or sale with every value that can be corrected, as figures see it now. */
export const correctableRecordSchema = z.object({
  record: correctedRecordSchema,
  recordId: z.string(),
  storeCode: z.string(),
  key: z.string(),
  /** The vehicle in words. */
  subject: z.string(),
  values: z.array(
    z.object({
      field: z.string(),
      /** Text as `make` takes it: money in cents, days YYYY-MM-DD; null when not stated. */
      value: z.string().nullable(),
      isCorrected: z.boolean(),
    }),
  ),
  corrections: z.array(correctionSchema),
});
export type CorrectableRecord = z.infer<typeof correctableRecordSchema>;

export const corrections = {
  /** Throws NOT_FOUND, or CONFLICT when a key names several vehicles. */
  getRecord: procedure
    .input(z.object({ record: correctedRecordSchema, recordId: z.string().max(100) }))
    .output(correctableRecordSchema),
  list: procedure
    .input(pageSchema.extend({ recordId: z.string().optional() }))
    .output(z.object({ total: z.int(), corrections: z.array(correctionSchema) })),
  /** `recordId` is a stock unit's or sale's id, or `key:` and its stock number, VIN or deal number; a further correction of the same field replaces the earlier one. */
  make: procedure
    .input(
      z.object({
        record: correctedRecordSchema,
        recordId: z.string(),
        field: z.string(),
        value: z.string().max(200).nullable(),
        note: z.string().max(200).optional(),
      }),
    )
    .output(correctionSchema),
  /** What the files say shows again. */
  takeBack: procedure.input(z.object({ correctionId: z.string() })).output(correctionSchema),
};
