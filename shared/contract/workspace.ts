/** What a user keeps of the window: saved views and the cards of a screen. A user is the system's account. */
import { z } from 'zod';
import { procedure } from './base';

const searchSchema = z.record(z.string(), z.union([z.string().max(200), z.number(), z.boolean()]));

export const savedViewSchema = z.object({
  id: z.string(),
  name: z.string(),
  /** The screen's address and its search parameters, the shared filter among them. */
  screen: z.string(),
  search: searchSchema,
  /** Where the window opens. At most one view of a user. */
  isDefault: z.boolean(),
});
export type SavedView = z.infer<typeof savedViewSchema>;

const newViewSchema = z.object({
  name: z.string().trim().min(1).max(60),
  screen: z.string().regex(/^\/[a-z-]*$/),
  search: searchSchema,
  isDefault: z.boolean().default(false),
});

/** One card of a screen: which it is, and how many of twelve columns and how many rows it takes. */
export const layoutCardSchema = z.object({
  id: z.string().max(60),
  columns: z.int().min(1).max(12),
  rows: z.int().min(1).max(8),
});
export type LayoutCard = z.infer<typeof layoutCardSchema>;
const layoutInput = z.object({ screen: z.string().max(40) });
const cardsSchema = z.array(layoutCardSchema).max(60);

export const workspace = {
  listViews: procedure.input(z.object({})).output(z.array(savedViewSchema)),
  /** A view of the same name is replaced. */
  saveView: procedure.input(newViewSchema).output(z.array(savedViewSchema)),
  removeView: procedure.input(z.object({ id: z.string() })).output(z.array(savedViewSchema)),
  /** null: no view is the default. */
  setDefaultView: procedure.input(z.object({ id: z.string().nullable() })).output(z.array(savedViewSchema)),
  /** null until the user has changed the screen's own layout. */
  getLayout: procedure.input(layoutInput).output(cardsSchema.nullable()),
  /** null goes back to the screen's own layout. */
  saveLayout: procedure
    .input(layoutInput.extend({ cards: cardsSchema.nullable() }))
    .output(cardsSchema.nullable()),
};
