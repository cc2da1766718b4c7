/**
 * Any thrown value as what a caller may see: expected failures as they are, database failures by SQLSTATE
 * (here and nowhere else), anything else as an id under which the log has the rest.
 */

import { randomUUID } from 'node:crypto';
import { AppError, type ErrorCode, type ErrorDetails } from '@shared/contract/errors';
import { engineTexts } from '@shared/texts/engine-texts';
import type { Logger } from '../telemetry/logger';

const texts = engineTexts.keeping.failures;

export type ErrorReply = { code: ErrorCode; message: string; details: ErrorDetails; nextStep: string | null };

const BY_SQLSTATE: Record<string, { code: ErrorCode; message: string; nextStep: string }> = {
  '53100': { code: 'DISK_FULL', ...texts.diskFull },
  '23505': { code: 'CONFLICT', ...texts.alreadyStored },
  '40001': { code: 'CONFLICT', ...texts.changedMeanwhile },
  '57014': { code: 'CANCELLED', ...texts.queryCancelled },
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
    message: texts.unexpected.message(incident),
    details: { incident },
    nextStep: texts.unexpected.nextStep,
  };
}
