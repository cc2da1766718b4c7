/**
 * Words for whatever failed. An expected error brings its own sentence and next step; a bug shows nothing
 * but the id under which it was logged.
 */

import type { ErrorCode } from '@shared/contract/errors';
import { errorCodes, errorDataSchema } from '@shared/contract/errors';
import { texts } from '../texts/texts';

export type ErrorWords = { code: ErrorCode; title: string; message: string; nextStep: string };

const words = texts.engine.errors;

export function describeError(error: unknown): ErrorWords {
  const { code, message, data } = readError(error);
  const nextStep = data.nextStep ?? words.nextSteps[code];
  if (code !== 'INTERNAL') return { code, title: words.titles[code], message, nextStep };
  const { incident } = data.details;
  const found = typeof incident === 'string' ? words.logged(incident) : words.logHasTheRest;
  return { code, title: words.titles.INTERNAL, message: found, nextStep };
}

function readError(error: unknown) {
  const record = typeof error === 'object' && error !== null ? (error as Record<string, unknown>) : {};
  const code = errorCodes.find((known) => known === record.code) ?? 'INTERNAL';
  const message = typeof record.message === 'string' ? record.message : '';
  const parsed = errorDataSchema.safeParse(record.data ?? record);
  return { code, message, data: parsed.success ? parsed.data : { details: {}, nextStep: null } };
}
