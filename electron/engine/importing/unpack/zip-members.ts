/** Which entries of a ZIP archive are exports to import, and each of them as a file. */

import { createWriteStream } from 'node:fs';
import path from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { engineTexts } from '@shared/texts/engine-texts';
import { FileRefused } from '../file-refused';
import type { FileFacts } from '../inspect-file';
import type { ZipEntry } from '../read/zip/zip-directory';
import { readZipEntry } from '../read/zip/zip-entry';
import { isBomb, MOST_MEMBERS, MOST_UNPACKED_BYTES } from './limits';

const words = engineTexts.importing.files.archive;

/** False for containers that are one document, such as workbooks. */
export function isArchiveOfFiles(entries: readonly ZipEntry[]): boolean {
  return !entries.some(({ name }) => /^(\[Content_Types\]\.xml|mimetype|xl\/.*)$/i.test(name));
}

/** Throws FileRefused UNSAFE_ARCHIVE, TOO_LARGE, PASSWORD or NO_ROWS. */
export function checkedMembers(facts: FileFacts, entries: readonly ZipEntry[]): ZipEntry[] {
  const refuse = (code: string, why: 'unsafe' | 'tooLarge' | 'locked' | 'empty') =>
    new FileRefused(code, words[why].message(facts.name), words[why].nextStep);
  if (entries.some(({ name }) => leavesItsFolder(name))) throw refuse('UNSAFE_ARCHIVE', 'unsafe');
  const members = entries.filter(({ name, bytes }) => bytes > 0 && !isClutter(name));
  const bytes = members.reduce((sum, member) => sum + member.bytes, 0);
  if (
    members.length > MOST_MEMBERS ||
    bytes > MOST_UNPACKED_BYTES ||
    members.some((member) => isBomb(member.compressedBytes, member.bytes))
  ) {
    throw refuse('TOO_LARGE', 'tooLarge');
  }
  if (members.some(({ isEncrypted }) => isEncrypted)) throw refuse('PASSWORD', 'locked');
  if (members.length === 0) throw refuse('NO_ROWS', 'empty');
  return members;
}

/** An absolute path, a drive, or a way up out of the folder. */
function leavesItsFolder(name: string): boolean {
  return name.startsWith('/') || /^[a-z]:/i.test(name) || name.split('/').includes('..');
}

/** What operating systems add to archives. */
function isClutter(name: string): boolean {
  const base = path.posix.basename(name);
  return name.endsWith('/') || name.startsWith('__MACOSX/') || base.startsWith('.') || base === 'Thumbs.db';
}

/** Throws FileRefused DAMAGED_FILE. */
export async function unpackMember(facts: FileFacts, member: ZipEntry, target: string): Promise<void> {
  try {
    await pipeline(Readable.from(readZipEntry(facts.path, member)), createWriteStream(target));
  } catch {
    throw new FileRefused(
      'DAMAGED_FILE',
      words.damagedMember.message(member.name, facts.name),
      words.damagedMember.nextStep,
    );
  }
}
