import { readFileSync } from 'node:fs';
import { AppError } from '@shared/contract/errors';

/** A passphrase comes from a file, for arguments can be seen by every user of the machine. Its first line counts. */
export function readPassphrase(file: string | undefined): { passphrase?: string } {
  if (file === undefined) return {};
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch {
    throw new AppError('FILE_REFUSED', `The passphrase file ${file} cannot be read.`);
  }
  const passphrase = text.split(/\r?\n/, 1)[0] ?? '';
  if (passphrase === '') throw new AppError('FILE_REFUSED', `The first line of ${file} is empty.`);
  return { passphrase };
}
