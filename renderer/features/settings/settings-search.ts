/** Which page of the settings is shown, kept in the address. */
import { z } from 'zod';

export const settingsPages = ['store', 'backup', 'security', 'assistant', 'diagnostics', 'window'] as const;
export type SettingsPage = (typeof settingsPages)[number];

export const settingsSearchSchema = z.object({
  page: z.enum(settingsPages).optional().catch(undefined),
});
