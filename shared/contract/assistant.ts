import { z } from 'zod';
import { procedure } from './base';

/**
 * A language model of the store's own choice that says in plain words what DOSO worked out. Off until a store switches it
 * on; what would be sent can be read first, and holds figures of the plan alone: no VIN, no customer, no note.
 */
export const assistantSettingsSchema = z.object({
  isOn: z.boolean(),
  /** Of an API that speaks as OpenAI's does, with its version: `https://api.openai.com/v1`, `http://localhost:11434/v1`. */
  address: z.url({ protocol: /^https?$/ }).max(500),
  model: z.string().trim().min(1).max(200),
});
export type AssistantSettings = z.infer<typeof assistantSettingsSchema>;

export const assistantStateSchema = assistantSettingsSchema.extend({
  /** A key is stored, sealed; it is never shown again. */
  hasKey: z.boolean(),
  /** This computer or one of the house's own network. */
  isLocal: z.boolean(),
});
export type AssistantState = z.infer<typeof assistantStateSchema>;

export const explanationPreviewSchema = z.object({
  address: z.string(),
  isLocal: z.boolean(),
  /** Names of the headers; the key goes in `authorization`. */
  headers: z.array(z.string()),
  /** What is sent, word for word, laid out to be read. */
  body: z.string(),
  /** Of the body: what is sent must be what was read. */
  digest: z.string(),
});
export type ExplanationPreview = z.infer<typeof explanationPreviewSchema>;

export const explanationSchema = z.object({ text: z.string(), model: z.string() });
export type Explanation = z.infer<typeof explanationSchema>;

const planInput = z.object({ planId: z.string() });

export const assistant = {
  getState: procedure.input(z.object({})).output(assistantStateSchema),
  /**
   * `apiKey` null forgets the key, absent keeps it; another address forgets it too, unless a key comes along. BAD_INPUT
   * for an address that would send the key readable across the internet.
   */
  setSettings: procedure
    .input(
      assistantSettingsSchema.extend({ apiKey: z.string().trim().min(1).max(1000).nullable().optional() }),
    )
    .output(assistantStateSchema),
  /** Sends nothing. */
  previewPlan: procedure.input(planInput).output(explanationPreviewSchema),
  /** CONFLICT when the plan changed since it was read, SERVICE_FAILED when no usable wording came. */
  explainPlan: procedure.input(planInput.extend({ digest: z.string() })).output(explanationSchema),
};
