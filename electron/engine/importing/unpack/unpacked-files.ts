/**
 * From paths as they were named to files that can be read: a gzip file or a ZIP archive of exports is unpacked into
 * a private temporary folder under names of our own, so that no name inside an archive can reach another place.
 */

import { mkdtemp, open, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { engineTexts } from '@shared/texts/engine-texts';
import { FileRefused } from '../file-refused';
import { type FileFacts, inspectFile } from '../inspect-file';
import { isZip, readZipDirectory, type ZipEntry } from '../read/zip/zip-directory';
import { isGzip, unpackGzip } from './gzip';
import { checkedMembers, isArchiveOfFiles, unpackMember } from './zip-members';

const words = engineTexts.importing.files.archive;

/** A file to import; when it came out of an archive, `facts.sourcePath` still names the archive. */
export type Source = { readonly facts: FileFacts } | { readonly refusal: FileRefused };

export class UnpackedFiles {
  private folder: string | undefined;
  private count = 0;

  /** Throws FileRefused when the file cannot be read or must not be unpacked. */
  async sourcesOf(given: string): Promise<Source[]> {
    const facts = await inspectFile(given);
    if (!isGzip(facts.head)) return this.fromZip(facts);
    const unpacked = await this.fromGzip(facts);
    return 'refusal' in unpacked ? [unpacked] : this.fromZip(unpacked.facts);
  }

  /** The members of an archive of files; any other file is its own source. */
  private async fromZip(facts: FileFacts): Promise<Source[]> {
    const members = isZip(facts.head) ? await membersOf(facts) : null;
    if (members === null) return [{ facts }];
    const sources: Source[] = [];
    for (const member of checkedMembers(facts, members)) sources.push(await this.fromMember(facts, member));
    return sources;
  }

  /** Removes what was unpacked. */
  async remove(): Promise<void> {
    if (this.folder) await rm(this.folder, { recursive: true, force: true });
    this.folder = undefined;
  }

  private async fromGzip(facts: FileFacts): Promise<Source> {
    const target = await this.nextFile();
    await unpackGzip(facts, target);
    return { facts: await unpackedFacts(facts, target, facts.name.replace(/\.gz(ip)?$/i, '')) };
  }

  /** One damaged member does not keep the others from being read. */
  private async fromMember(facts: FileFacts, member: ZipEntry): Promise<Source> {
    const target = await this.nextFile();
    const name = words.member(path.posix.basename(member.name), facts.name);
    try {
      await unpackMember(facts, member, target);
      return { facts: await unpackedFacts(facts, target, name) };
    } catch (error) {
      if (error instanceof FileRefused) return { refusal: error };
      throw error;
    }
  }

  private async nextFile(): Promise<string> {
    this.folder ??= await mkdtemp(path.join(tmpdir(), 'doso-unpacked-'));
    this.count += 1;
    return path.join(this.folder, String(this.count));
  }
}

async function membersOf({ path: file, bytes }: FileFacts): Promise<ZipEntry[] | null> {
  const handle = await open(file);
  try {
    const entries = await readZipDirectory(handle, bytes);
    return entries !== null && isArchiveOfFiles(entries) ? entries : null;
  } finally {
    await handle.close();
  }
}

async function unpackedFacts(archive: FileFacts, file: string, name: string): Promise<FileFacts> {
  const facts = await inspectFile(file);
  if (isGzip(facts.head)) {
    throw new FileRefused('NESTED_ARCHIVE', words.nested.message(name), words.nested.nextStep);
  }
  return { ...facts, name, sourcePath: archive.sourcePath, modifiedAt: archive.modifiedAt };
}
