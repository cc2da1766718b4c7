/**
 * A report is there whole or not at all: bytes go to a temporary file beside the target, are synced, and take its
 * name in one step. What stood there before stays until then, and after a failure.
 */
import { open, rename, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { AppError } from '@shared/contract/errors';

/** Throws AppError FILE_NOT_WRITTEN with what to do. Returns the bytes written. */
export function writeFileWhole(target: string, bytes: Uint8Array): Promise<number> {
  return writeWhole(target, (temporary) => writeFile(temporary, bytes));
}

/** `write` fills the temporary file that it is given; an error of it leaves nothing behind. */
export async function writeWhole(
  target: string,
  write: (temporary: string) => Promise<void>,
): Promise<number> {
  const temporary = `${target}.${process.pid}.part`;
  try {
    await write(temporary);
    const file = await open(temporary, 'r+');
    try {
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(temporary, target);
    return (await stat(target)).size;
  } catch (error) {
    await rm(temporary, { force: true }).catch(() => undefined);
    throw toAppError(error, target);
  }
}

function toAppError(error: unknown, target: string): unknown {
  const code = String((error as NodeJS.ErrnoException).code ?? '');
  const reason = REASONS[code];
  if (!reason) return error;
  return new AppError('FILE_NOT_WRITTEN', reason.message(path.basename(target), path.dirname(target)), {
    details: { path: target, reason: code },
    nextStep: reason.nextStep,
  });
}

type Reason = { message: (name: string, folder: string) => string; nextStep: string };

const isMissing: Reason = {
  message: (_, folder) => `The folder ${folder} is not there.`,
  nextStep: 'Create the folder, or choose another one.',
};
const isNotAllowed: Reason = {
  message: (name, folder) => `${name} may not be written in ${folder}, or it is open in another program.`,
  nextStep: 'Close the file where it is open, or choose a folder that you may write to.',
};
const isFolder: Reason = {
  message: (name) => `${name} is a folder.`,
  nextStep: 'Give the report a file name.',
};
const isFull: Reason = {
  message: (_, folder) => `The disk that holds ${folder} is full.`,
  nextStep: 'Free some space and try again.',
};

const REASONS: Record<string, Reason> = {
  ENOENT: isMissing,
  ENOTDIR: isMissing,
  EACCES: isNotAllowed,
  EPERM: isNotAllowed,
  EBUSY: isNotAllowed,
  EROFS: isNotAllowed,
  EISDIR: isFolder,
  ENOSPC: isFull,
  EDQUOT: isFull,
};
