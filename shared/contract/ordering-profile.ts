/** How a make takes orders: what the dealer chooses, how orders are marked, and when they are taken. */
import { z } from 'zod';
import { daySchema } from './primitives';

export const orderAttributes = ['body', 'trim', 'drivetrain', 'engine', 'package', 'color'] as const;
export const orderAttributeSchema = z.enum(orderAttributes);
export type OrderAttribute = z.infer<typeof orderAttributeSchema>;

/** Codes from the most wanted order to the least; both the same where the make has one code. */
export const priorityRangeSchema = z.object({
  first: z.int().min(0).max(999),
  last: z.int().min(0).max(999),
});

export const orderingCycleSchema = z.object({
  /** A day on which a cycle opened or opens; null where the dealer has not said, and orders go in at any time. */
  firstOn: daySchema.nullable(),
  /** Null: monthly, on the day of the month of `firstOn`. */
  everyDays: z.int().min(1).max(92).nullable(),
  /** How many days from its opening a cycle takes orders. */
  openDays: z.int().min(1).max(92),
});
export type OrderingCycle = z.infer<typeof orderingCycleSchema>;

export const orderingProfileSchema = z.object({
  make: z.string().min(1).max(60),
  /** What the dealer chooses on a unit; the rest comes in the maker's mix. */
  free: z.array(orderAttributeSchema),
  /** Code of orders for stock; null where the make has none or it is not known. */
  stockPriority: priorityRangeSchema.nullable(),
  /** Code of orders that a customer has bought. */
  soldPriority: priorityRangeSchema.nullable(),
  cycle: orderingCycleSchema,
});
export type OrderingProfile = z.infer<typeof orderingProfileSchema>;

/** When orders of a make go in, and when the next time is. */
export const orderDatesSchema = z.object({
  make: z.string(),
  orderOn: daySchema,
  nextOrderOn: daySchema,
  /** False where the calendar is not known: any day will do. */
  isScheduled: z.boolean(),
});
export type OrderDates = z.infer<typeof orderDatesSchema>;

/** How a line goes to the maker. */
export const lineOrderingSchema = z.object({
  /** Code of the line's stock orders; null where there is none. */
  priority: z.string().nullable(),
  orderOn: daySchema,
});
export type LineOrdering = z.infer<typeof lineOrderingSchema>;

export const makeOrderingSchema = orderingProfileSchema.extend({
  /** As DOSO knows the make; false once the dealer has changed it. */
  isDefault: z.boolean(),
  dates: orderDatesSchema,
});
export type MakeOrdering = z.infer<typeof makeOrderingSchema>;
