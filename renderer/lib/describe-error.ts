/**
 * Words for whatever failed. An expected error brings its own sentence and next step; a bug shows nothing
 * but the id under which it was logged.
 */

import type { ErrorCode } from '@shared/contract/errors';
import { errorCodes, errorDataSchema } from '@shared/contract/errors';

export type ErrorWords = { code: ErrorCode; title: string; message: string; nextStep: string };

const TITLES: Record<ErrorCode, string> = {
  BAD_INPUT: 'That value cannot be used',
  NOT_FOUND: 'Not found',
  CONFLICT: 'That has changed in the meantime',
  NO_DATA: 'No data for this yet',
  FILE_REFUSED: 'The file was refused',
  FILE_NOT_WRITTEN: 'The file could not be written',
  DATA_DIR_LOCKED: 'The data is open in another DOSO',
  DATABASE_FAILED: 'The data cannot be read just now',
  DISK_FULL: 'The disk is nearly full',
  LOCKED: 'Locked',
  INFEASIBLE: 'No plan fits these limits',
  CANCELLED: 'Cancelled',
  SERVICE_FAILED: 'The language model gave no usable answer',
  RUNTIME_MISSING: 'A part of DOSO is missing',
  ENGINE_RESTARTED: 'The engine restarted',
  INTERNAL: 'Something went wrong in DOSO',
};

const NEXT_STEPS: Record<ErrorCode, string> = {
  BAD_INPUT: 'Correct the value and try again.',
  NOT_FOUND: 'Look at the list again: it may have been removed or renamed.',
  CONFLICT: 'Look at the present state and try again.',
  NO_DATA: 'Import the file that holds it on the Imports screen.',
  FILE_REFUSED: 'Export the file again, or see on the Imports screen which formats are read.',
  FILE_NOT_WRITTEN: 'Choose another folder, or close the file where it is open.',
  DATA_DIR_LOCKED: 'Close the other window or command and start again.',
  DATABASE_FAILED: 'Try again; if it stays, restart DOSO. What was saved is safe.',
  DISK_FULL: 'Free some space on the disk and try again.',
  LOCKED: 'Unlock DOSO with its passphrase.',
  INFEASIBLE: 'Loosen one of the limits and make the plan again.',
  CANCELLED: 'Start it again when you want it.',
  SERVICE_FAILED: 'Ask again later; everything else goes on as before.',
  RUNTIME_MISSING: 'Install DOSO again; your data stays where it is.',
  ENGINE_RESTARTED: 'Your saved data is intact. Try again.',
  INTERNAL: 'Try again. If it happens again, send the log.',
};

export function describeError(error: unknown): ErrorWords {
  const { code, message, data } = readError(error);
  const nextStep = data.nextStep ?? NEXT_STEPS[code];
  if (code !== 'INTERNAL') return { code, title: TITLES[code], message, nextStep };
  const { incident } = data.details;
  const found =
    typeof incident === 'string' ? `It was logged under the id ${incident}.` : 'The log has the rest.';
  return { code, title: TITLES.INTERNAL, message: found, nextStep };
}

function readError(error: unknown) {
  const record = typeof error === 'object' && error !== null ? (error as Record<string, unknown>) : {};
  const code = errorCodes.find((known) => known === record.code) ?? 'INTERNAL';
  const message = typeof record.message === 'string' ? record.message : '';
  const parsed = errorDataSchema.safeParse(record.data ?? record);
  return { code, message, data: parsed.success ? parsed.data : { details: {}, nextStep: null } };
}
