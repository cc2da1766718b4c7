/**
 * Copies a folder whose files change meanwhile, and brings such a copy up to date by the blocks that were changed. What
 * is gone when its turn comes is left out: its removal was noted as a change too. Paths within a folder have '/'.
 */
import {
  closeSync,
  constants,
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  readSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';
import { copyFile, mkdir, readdir } from 'node:fs/promises';
import path from 'node:path';
import { BLOCK_BYTES, type ChangedBlocks, type ChangedPaths } from '../database/file-changes';

export type Folders = { from: string; to: string };
type IsWanted = (relative: string) => boolean;

/** Each takes a turn of the event loop, and beside an import these are rare. */
const COPIES_AT_A_TIME = 64;

export async function copyFolder(folders: Folders, relative: string, isWanted: IsWanted): Promise<void> {
  await mkdir(path.join(folders.to, relative), { recursive: true, mode: 0o700 });
  const entries = await unlessGone(readdir(path.join(folders.from, relative), { withFileTypes: true }));
  const wanted = (entries ?? [])
    .map((entry) => ({ entry, name: relative === '' ? entry.name : `${relative}/${entry.name}` }))
    .filter(({ name }) => isWanted(name));
  for (const { entry, name } of wanted) if (entry.isDirectory()) await copyFolder(folders, name, isWanted);
  const files = wanted.filter(({ entry }) => entry.isFile());
  for (let start = 0; start < files.length; start += COPIES_AT_A_TIME)
    await Promise.all(
      files.slice(start, start + COPIES_AT_A_TIME).map(({ name }) => copyWhole(folders, name)),
    );
}

/** A file system that can shares the blocks, and then a copy costs next to nothing. */
export async function copyWhole({ from, to }: Folders, relative: string): Promise<void> {
  await unlessGone(copyFile(path.join(from, relative), path.join(to, relative), constants.COPYFILE_FICLONE));
}

/**
 * Beside statements that follow one another without pause, a turn of the event loop is rare: one for each file would
 * take longer than they need to change the next ones. So it copies at once, for so long between two turns.
 */
const SLICE_MS = 20;

export async function updateCopy(folders: Folders, changed: ChangedPaths, isWanted: IsWanted): Promise<void> {
  let sliceEndsAt = performance.now() + SLICE_MS;
  for (const _ of copyChanges(folders, changed, isWanted)) {
    if (performance.now() < sliceEndsAt) continue;
    await new Promise(setImmediate);
    sliceEndsAt = performance.now() + SLICE_MS;
  }
}

/** Stops after each step, of one block or one small file. */
function* copyChanges(folders: Folders, changed: ChangedPaths, isWanted: IsWanted): Generator<void> {
  for (const [relative, blocks] of changed) {
    if (!isWanted(relative)) continue;
    const from = path.join(folders.from, relative);
    const to = path.join(folders.to, relative);
    const source = statSync(from, { throwIfNoEntry: false });
    if (source?.isDirectory()) yield* copyNewFolder(folders, relative, isWanted);
    else if (source) yield* copyChangedFile({ from, to }, source.size, blocks);
    else rmSync(to, { recursive: true, force: true });
    yield;
  }
}

/** Its files were noted as made, too, unless it came here under another name. */
function* copyNewFolder(folders: Folders, relative: string, isWanted: IsWanted): Generator<void> {
  mkdirSync(path.join(folders.to, relative), { recursive: true, mode: 0o700 });
  const names = readdirSync(path.join(folders.from, relative));
  yield* copyChanges(folders, new Map(names.map((name) => [`${relative}/${name}`, 'whole'])), isWanted);
}

/** A file that became shorter counts as changed whole, so blocks are only ever replaced or added. */
function* copyChangedFile({ from, to }: Folders, bytes: number, blocks: ChangedBlocks): Generator<void> {
  const isWhole = blocks === 'whole' || !existsSync(to);
  mkdirSync(path.dirname(to), { recursive: true, mode: 0o700 });
  const source = openSync(from, 'r');
  const target = openSync(to, isWhole ? 'w' : 'r+', 0o600);
  const block = Buffer.allocUnsafe(BLOCK_BYTES);
  try {
    for (const index of isWhole ? countTo(Math.ceil(bytes / BLOCK_BYTES)) : blocks) {
      const read = readSync(source, block, 0, BLOCK_BYTES, index * BLOCK_BYTES);
      if (read > 0) writeSync(target, block, 0, read, index * BLOCK_BYTES);
      yield;
    }
  } finally {
    closeSync(source);
    closeSync(target);
  }
}

function* countTo(end: number): Generator<number> {
  for (let index = 0; index < end; index++) yield index;
}

async function unlessGone<T>(work: Promise<T>): Promise<T | null> {
  return work.catch((error: unknown) => {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  });
}
