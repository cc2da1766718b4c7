/**
 * Which parts of which files Postgres has changed since somebody began to watch, so that a copy taken meanwhile can be
 * brought up to date. Paths are relative to the cluster, with '/'. Costs nothing while nobody watches.
 */

/** Blocks that were written, or `whole` where the file was made, cut, renamed or removed. */
export type ChangedBlocks = 'whole' | Set<number>;
export type ChangedPaths = Map<string, ChangedBlocks>;

/** Larger than a page of Postgres: neighbouring pages are mostly written together. */
export const BLOCK_BYTES = 1 << 16;

export class FileChanges {
  private changed: ChangedPaths | null = null;

  get isWatched(): boolean {
    return this.changed !== null;
  }

  /** One watcher at a time. */
  start(): void {
    if (this.changed) throw new Error('the files of the database are being watched already');
    this.changed = new Map();
  }

  /** What changed since the start or the last call. */
  take(): ChangedPaths {
    const taken = this.changed;
    if (!taken) throw new Error('nobody watches the files of the database');
    this.changed = new Map();
    return taken;
  }

  stop(): void {
    this.changed = null;
  }

  noteWrite(path: string, position: number, length: number): void {
    if (!this.changed) return;
    const known = this.changed.get(path);
    if (known === 'whole') return;
    const blocks = known ?? new Set();
    const last = Math.floor((position + Math.max(length, 1) - 1) / BLOCK_BYTES);
    for (let block = Math.floor(position / BLOCK_BYTES); block <= last; block++) blocks.add(block);
    this.changed.set(path, blocks);
  }

  noteWhole(path: string): void {
    this.changed?.set(path, 'whole');
  }
}

/** About how much there is to copy again; a file that counts whole is taken for one block. */
export function bytesOf(changed: ChangedPaths): number {
  let blocks = 0;
  for (const one of changed.values()) blocks += one === 'whole' ? 1 : one.size;
  return blocks * BLOCK_BYTES;
}
