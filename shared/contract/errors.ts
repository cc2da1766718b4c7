/**
 * Expected failures. Each has a code that callers branch on, a sentence for the user, and where it helps a
 * next step. Anything else that is thrown is a bug: it is logged under an id and shown as that id.
 */
import { z } from 'zod';

export const errorCodes = [
  'BAD_INPUT',
  'NOT_FOUND',
  'CONFLICT',
  'NO_DATA',
  'FILE_REFUSED',
  'FILE_NOT_WRITTEN',
  'DATA_DIR_LOCKED',
  'DATABASE_FAILED',
  'DISK_FULL',
  'LOCKED',
  'INFEASIBLE',
  'CANCELLED',
  'RUNTIME_MISSING',
  'SERVICE_FAILED',
  'ENGINE_RESTARTED',
  'INTERNAL',
] as const;

export type ErrorCode = (typeof errorCodes)[number];

export const errorDataSchema = z.object({
  details: z.record(z.string(), z.unknown()).default({}),
  nextStep: z.string().nullable().default(null),
});

export type ErrorDetails = Record<string, unknown>;

export class AppError extends Error {
  override readonly name = 'AppError';
  readonly code: ErrorCode;
  readonly details: ErrorDetails;
  readonly nextStep: string | null;

  constructor(code: ErrorCode, message: string, options: { details?: ErrorDetails; nextStep?: string } = {}) {
    super(message);
    this.code = code;
    this.details = options.details ?? {};
    this.nextStep = options.nextStep ?? null;
  }
}

/** The error map of every procedure: one place, so that a client can treat all areas alike. */
export const commonErrors = Object.fromEntries(
  errorCodes.map((code) => [code, { data: errorDataSchema }]),
) as { [Code in ErrorCode]: { data: typeof errorDataSchema } };
