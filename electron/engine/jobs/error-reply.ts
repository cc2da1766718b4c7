/**
 * Any thrown value as what a caller may see: expected failures as they are, database failures by SQLSTATE
 * (here and nowhere else), anything else as an id under which the log has the rest.
 */
import { randomUUID } from 'node:crypto';
import { AppError, type ErrorCode, type ErrorDetails } from '@shared/contract/errors';
import type { Logger } from '../telemetry/logger';

export type ErrorReply = { code: ErrorCode; message: string; details: ErrorDetails; nextStep: string | null };

const BY_SQLSTATE: Record<string, { code: ErrorCode; message: string; nextStep: string }> = {
  '53100': {
    code: 'DISK_FULL',
    message: 'The disk is full; nothing was changed.',
    nextStep: 'Free some space and try again.',
  },
  '23505': { code: 'CONFLICT', message: 'This is already stored.', nextStep: 'Refresh and try again.' },
  '40001': { code: 'CONFLICT', message: 'Something else changed the same rows.', nextStep: 'Try again.' },
  '57014': { code: 'CANCELLED', message: 'The query was cancelled.', nextStep: 'Try again.' },
};

export function toErrorReply(error: unknown, logger: Logger): ErrorReply {
  if (error instanceof AppError) {
    return { code: error.code, message: error.message, details: error.details, nextStep: error.nextStep };
  }
  const incident = randomUUID().slice(0, 8);
  logger.error({ incident, error }, 'unexpected failure');
  const known = BY_SQLSTATE[String((error as { code?: unknown } | null)?.code)];
  if (known) return { ...known, details: { incident } };
  return {
    code: 'INTERNAL',
    message: `Something went wrong inside DOSO (error ${incident}).`,
    details: { incident },
    nextStep: 'Try again; if it comes back, send the log with this id.',
  };
}
