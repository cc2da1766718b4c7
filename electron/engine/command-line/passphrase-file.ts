import { readFileSync } from 'node:fs';
import { AppError } from '@shared/contract/errors';
import { engineTexts } from '@shared/texts/engine-texts';

const words = engineTexts.commandLine.session;

/** A passphrase comes from a file, for arguments can be seen by every user of the machine. Its first line counts. */
export function readPassphrase(file: string | undefined): { passphrase?: string } {
  return file === undefined ? {} : { passphrase: readSecretFile(file, words.passphraseFile) };
}

/** Throws FILE_REFUSED for a file that cannot be read or begins with an empty line. */
export function readSecretFile(file: string, secretFile: { notReadable: (file: string) => string }): string {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch {
    throw new AppError('FILE_REFUSED', secretFile.notReadable(file));
  }
  const secret = text.split(/\r?\n/, 1)[0] ?? '';
  if (secret === '') throw new AppError('FILE_REFUSED', words.emptyLine(file));
  return secret;
}
