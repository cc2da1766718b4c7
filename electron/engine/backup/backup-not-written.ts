import path from 'node:path';
import { AppError } from '@shared/contract/errors';
import { engineTexts } from '@shared/texts/engine-texts';

const texts = engineTexts.keeping.backups.notWritten;

const REASONS: Record<string, string> = {
  ENOENT: texts.reasons.noFolder,
  ENOTDIR: texts.reasons.noFolder,
  EACCES: texts.reasons.noRight,
  EPERM: texts.reasons.noRight,
  EROFS: texts.reasons.noRight,
  ENOSPC: texts.reasons.full,
  EDQUOT: texts.reasons.full,
};

/** The failure in words where it is one of the folder or the disk; anything else as it is. */
export function notWritten(error: unknown, target: string): unknown {
  const reason = REASONS[String((error as NodeJS.ErrnoException).code)];
  if (!reason) return error;
  const name = path.basename(target).replace(/\.\d+\.part$/, '');
  return new AppError('FILE_NOT_WRITTEN', texts.message(name, reason), {
    details: { folder: path.dirname(target) },
    nextStep: texts.nextStep,
  });
}
