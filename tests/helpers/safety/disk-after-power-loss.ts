/**
 * A directory as a disk could hold it when the power went after some operation. What was synced is there. Of what
 * was not, any part may be: each sector of a write by itself, and each change of a directory by itself, though
 * changes that are there happened in their order. A rename is one change; no file system undoes half of it.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { type DiskOperation, ROOT_INODE } from './disk-log';

/** How much of what was not synced survived. */
export type Survival = 'nothing' | 'some' | 'everything';
type NameChange = Extract<DiskOperation, { type: 'create' | 'rename' | 'remove' }>;
type ContentChange = Extract<DiskOperation, { type: 'write' | 'truncate' }>;
type File = { content: Buffer; pending: ContentChange[] };
type Directory = { entries: Map<string, number>; pending: NameChange[] };

export class DiskAfterPowerLoss {
  private readonly files = new Map<number, File>();
  private readonly directories = new Map<number, Directory>([[ROOT_INODE, emptyDirectory()]]);
  private done = 0;
  readonly acknowledged: string[] = [];

  constructor(private readonly operations: readonly DiskOperation[]) {}

  /** Goes on to where operation `cut` has just been done. */
  advanceTo(cut: number): void {
    for (; this.done <= cut; this.done++) {
      const operation = this.operations[this.done];
      if (operation) this.apply(operation);
    }
  }

  /** Writes the directory that is found when the power is back. */
  writeTo(folder: string, survival: Survival, random: () => number, sectorBytes: number): void {
    const survives = () => survival === 'everything' || (survival === 'some' && random() < 0.5);
    const names = this.survivingNames(survives);
    const write = (inode: number, target: string): void => {
      const entries = names.get(inode);
      if (!entries) {
        writeFileSync(target, this.survivingContent(inode, survives, sectorBytes), { mode: 0o600 });
        return;
      }
      mkdirSync(target, { recursive: true, mode: 0o700 });
      for (const [name, child] of entries) write(child, path.join(target, name));
    };
    write(ROOT_INODE, folder);
  }

  private apply(operation: DiskOperation): void {
    if (operation.type === 'acknowledge') this.acknowledged.push(operation.label);
    else if (operation.type === 'sync') this.sync(operation.inode);
    else if (operation.type === 'write' || operation.type === 'truncate')
      this.files.get(operation.inode)?.pending.push(operation);
    else {
      if (operation.type === 'create') {
        if (operation.isDirectory) this.directories.set(operation.inode, emptyDirectory());
        else this.files.set(operation.inode, { content: Buffer.alloc(0), pending: [] });
      }
      for (const directory of touchedBy(operation)) this.directories.get(directory)?.pending.push(operation);
    }
  }

  private sync(inode: number): void {
    const file = this.files.get(inode);
    if (file) {
      file.content = changeContent(file.content, file.pending, () => true, 512);
      file.pending = [];
    }
    const directory = this.directories.get(inode);
    if (directory) {
      for (const change of directory.pending) changeNames(directory.entries, change, inode);
      directory.pending = [];
    }
  }

  /** One decision for each change, also for a rename between two directories. */
  private survivingNames(survives: () => boolean): Map<number, Map<string, number>> {
    const decided = new Map<NameChange, boolean>();
    const names = new Map<number, Map<string, number>>();
    for (const [inode, { entries, pending }] of this.directories) {
      const surviving = new Map(entries);
      for (const change of pending) {
        if (!decided.has(change)) decided.set(change, survives());
        if (decided.get(change)) changeNames(surviving, change, inode);
      }
      names.set(inode, surviving);
    }
    return names;
  }

  private survivingContent(inode: number, survives: () => boolean, sectorBytes: number): Buffer {
    const file = this.files.get(inode);
    if (!file) return Buffer.alloc(0);
    return changeContent(file.content, file.pending, survives, sectorBytes);
  }
}

function emptyDirectory(): Directory {
  return { entries: new Map(), pending: [] };
}

function touchedBy(change: NameChange): number[] {
  if (change.type !== 'rename') return [change.directory];
  return change.from === change.to ? [change.from] : [change.from, change.to];
}

function changeNames(entries: Map<string, number>, change: NameChange, directory: number): void {
  if (change.type === 'create') entries.set(change.name, change.inode);
  else if (change.type === 'remove') {
    if (entries.get(change.name) === change.inode) entries.delete(change.name);
  } else {
    if (change.from === directory && entries.get(change.name) === change.inode) entries.delete(change.name);
    if (change.to === directory) entries.set(change.newName, change.inode);
  }
}

function changeContent(
  content: Buffer,
  changes: readonly ContentChange[],
  survives: () => boolean,
  sectorBytes: number,
): Buffer {
  let bytes: Buffer = Buffer.from(content);
  for (const change of changes) {
    if (change.type === 'truncate') {
      if (survives()) bytes = resized(bytes, change.size);
      continue;
    }
    for (const [start, end] of sectorsOf(change.position, change.bytes.length, sectorBytes)) {
      if (!survives()) continue;
      if (bytes.length < end) bytes = resized(bytes, end);
      change.bytes.copy(bytes, start, start - change.position, end - change.position);
    }
  }
  return bytes;
}

/** A longer file is filled up with zeros. */
function resized(bytes: Buffer, size: number): Buffer {
  const next = Buffer.alloc(size);
  bytes.copy(next);
  return next;
}

function sectorsOf(position: number, length: number, sectorBytes: number): [number, number][] {
  const parts: [number, number][] = [];
  const end = position + length;
  for (let start = position; start < end; ) {
    const next = Math.min(end, (Math.floor(start / sectorBytes) + 1) * sectorBytes);
    parts.push([start, next]);
    start = next;
  }
  return parts;
}
