/**
 * What the Inventory screen shows, kept in the address: the engine's own filter names, so that any figure
 * can link to its rows. A value that cannot be read is dropped, never an error.
 */
import { type stockFilterSchema, stockSortSchema, stockStandingSchema } from '@shared/contract/inventory';
import { stockGroupSchema } from '@shared/contract/inventory-analysis';
import { conditionSchema } from '@shared/contract/primitives';
import { z } from 'zod';

const day = z.coerce.number().int().min(0).optional().catch(undefined);
const text = z.coerce.string().min(1).max(100).optional().catch(undefined);

export const INVENTORY_VIEWS = ['list', 'groups', 'ages', 'incoming'] as const;

export const inventorySearchSchema = z.object({
  condition: conditionSchema.optional().catch(undefined),
  status: stockStandingSchema.optional().catch(undefined),
  make: text,
  model: text,
  trim: text,
  minAgeDays: day,
  maxAgeDays: day,
  text,
  sort: stockSortSchema.shape.field.optional().catch(undefined),
  direction: stockSortSchema.shape.direction.optional().catch(undefined),
  view: z.enum(INVENTORY_VIEWS).optional().catch(undefined),
  by: stockGroupSchema.optional().catch(undefined),
  /** The unit whose details are open. */
  unit: text,
});

export type InventorySearch = z.infer<typeof inventorySearchSchema>;
export type StockFilter = z.infer<typeof stockFilterSchema>;

const FILTER_NAMES = [
  'condition',
  'status',
  'make',
  'model',
  'trim',
  'minAgeDays',
  'maxAgeDays',
  'text',
] as const;

export function toStockFilter(search: InventorySearch): StockFilter {
  return Object.fromEntries(
    FILTER_NAMES.filter((name) => search[name] !== undefined).map((name) => [name, search[name]]),
  );
}
