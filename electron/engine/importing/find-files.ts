/**
 * Folders as the files in them. A folder of exports also holds what is none: files that a program has open or is
 * still writing, hidden files, programs. They are passed over by name; a file that was named itself never is.
 */
import { readdir, stat } from 'node:fs/promises';
import path from 'node:path';

/** Deep enough for a folder of months with days in them. */
const DEEPEST = 3;
const MOST_FILES = 100;

const EXPORT_NAME =
  /\.(csv|tsv|tab|txt|psv|prn|dat|xlsx|xlsm|xls|json|ndjson|jsonl|parquet|xml|html?|zip|gz)$/i;
const UNFINISHED_NAME = /^[.~]|^~?\$|\.(tmp|temp|part|partial|crdownload|download|swp)$/i;

export type FoundFile = { path: string; bytes: number; modifiedMs: number };

/** Whether a file of this name is likely an export that is whole. */
export function isExportName(name: string): boolean {
  return EXPORT_NAME.test(name) && !UNFINISHED_NAME.test(name);
}

/**
 * At most 100 files, those of a folder oldest first, so that a series of exports is read in its order; `leftOut`
 * counts what a folder holds beside them. What cannot be read is kept, for the import says why.
 */
export async function findFiles(paths: readonly string[]): Promise<{ files: string[]; leftOut: number }> {
  const files: string[] = [];
  let leftOut = 0;
  for (const given of paths) {
    const isFolder = await stat(given).then(
      (facts) => facts.isDirectory(),
      () => false,
    );
    if (!isFolder) {
      files.push(given);
      continue;
    }
    const inside = await filesOfFolder(given);
    leftOut += inside.passedOver;
    files.push(...inside.found.sort(byAge).map((file) => file.path));
  }
  const unique = [...new Set(files)];
  return { files: unique.slice(0, MOST_FILES), leftOut: leftOut + Math.max(0, unique.length - MOST_FILES) };
}

function byAge(one: FoundFile, other: FoundFile): number {
  return one.modifiedMs - other.modifiedMs || one.path.localeCompare(other.path);
}

/** The exports in a folder and three levels below. Throws when the folder itself cannot be read. */
export async function filesOfFolder(
  folder: string,
  depth = DEEPEST,
): Promise<{ found: FoundFile[]; passedOver: number }> {
  const found: FoundFile[] = [];
  let passedOver = 0;
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    const file = path.join(folder, entry.name);
    if (entry.isDirectory() && !entry.name.startsWith('.') && depth > 1) {
      const inside = await filesOfFolder(file, depth - 1);
      found.push(...inside.found);
      passedOver += inside.passedOver;
    } else if (entry.isFile() && isExportName(entry.name)) {
      const facts = await stat(file).catch(ignoreMissing);
      if (facts) found.push({ path: file, bytes: facts.size, modifiedMs: Math.trunc(facts.mtimeMs) });
    } else passedOver += 1;
  }
  return { found, passedOver };
}

/** A file may be renamed or taken away between the list and the look. */
function ignoreMissing(error: unknown): null {
  if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
  throw error;
}
