import path from 'node:path';
import { AppError } from '@shared/contract/errors';

const REASONS: Record<string, string> = {
  ENOENT: 'its folder is not there',
  ENOTDIR: 'its folder is not there',
  EACCES: 'its folder may not be written to',
  EPERM: 'its folder may not be written to',
  EROFS: 'its folder may not be written to',
  ENOSPC: 'the disk is full',
  EDQUOT: 'the disk is full',
};

/** The failure in words where it is one of the folder or the disk; anything else as it is. */
export function notWritten(error: unknown, target: string): unknown {
  const reason = REASONS[String((error as NodeJS.ErrnoException).code)];
  if (!reason) return error;
  const name = path.basename(target).replace(/\.\d+\.part$/, '');
  return new AppError('FILE_NOT_WRITTEN', `The backup ${name} could not be written: ${reason}.`, {
    details: { folder: path.dirname(target) },
    nextStep: 'Choose another folder, or make room, and try again.',
  });
}
