/** Which part of the Imports screen is shown, kept in the address. */
import { z } from 'zod';

export const importParts = ['files', 'departures', 'corrections'] as const;
export type ImportPart = (typeof importParts)[number];

export const importsSearchSchema = z.object({
  part: z.enum(importParts).optional().catch(undefined),
});
