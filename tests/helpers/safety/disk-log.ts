/**
 * What a process asked of the disk under one directory, in order: writes, changes of names, syncs. Listening
 * happens at Node's own `fs` functions, below everything that could forget a sync. Inodes are numbers of our own.
 */
import { createRequire, syncBuiltinESMExports } from 'node:module';
import path from 'node:path';

export const ROOT_INODE = 0;

export type DiskOperation =
  | { type: 'create'; inode: number; isDirectory: boolean; directory: number; name: string }
  | { type: 'write'; inode: number; position: number; bytes: Buffer }
  | { type: 'truncate'; inode: number; size: number }
  | { type: 'rename'; inode: number; from: number; name: string; to: number; newName: string }
  | { type: 'remove'; inode: number; directory: number; name: string }
  | { type: 'sync'; inode: number }
  | { type: 'acknowledge'; label: string };

type AnyFunction = (...args: never[]) => unknown;
type FsModule = Record<string, AnyFunction>;
type Place = { directory: number; name: string };

const fs = createRequire(import.meta.url)('node:fs') as FsModule;
const APPEND = 'a';

export class DiskLog {
  readonly operations: DiskOperation[] = [];
  private readonly originals = new Map<string, AnyFunction>();
  private readonly entries = new Map<number, Map<string, number>>([[ROOT_INODE, new Map()]]);
  private readonly descriptors = new Map<number, { inode: number; position: number }>();
  private inodes = 1;
  private depth = 0;
  /** Node keeps functions that it took while they were listened to, so taking the listeners away is not enough. */
  private isListening = false;

  /** `root` is an empty directory; names of `ignored` in it are not part of what is tested. */
  constructor(
    private readonly root: string,
    private readonly isIgnored: (name: string) => boolean,
  ) {}

  acknowledge(label: string): void {
    this.operations.push({ type: 'acknowledge', label });
  }

  start(): void {
    this.isListening = true;
    this.listenToFiles();
    this.listenToNames();
    this.listenToStreams();
    syncBuiltinESMExports();
  }

  stop(): void {
    this.isListening = false;
    for (const [name, original] of this.originals) fs[name] = original;
    this.originals.clear();
    syncBuiltinESMExports();
  }

  private listenToFiles(): void {
    this.after('openSync', (descriptor, [file, flags]) => this.opened(descriptor, file, flags));
    this.after('closeSync', (_, [descriptor]) => this.descriptors.delete(Number(descriptor)));
    this.after('writeSync', (written, [descriptor, buffer, offset, , position]) =>
      this.wrote(descriptor, buffer, offset, Number(written), position),
    );
    this.after('ftruncateSync', (_, [descriptor, size]) => {
      const inode = this.descriptors.get(Number(descriptor))?.inode;
      if (inode !== undefined) this.operations.push({ type: 'truncate', inode, size: Number(size ?? 0) });
    });
    this.after('truncateSync', (_, [file, size]) => {
      const inode = this.inodeAt(file);
      if (inode !== undefined) this.operations.push({ type: 'truncate', inode, size: Number(size ?? 0) });
    });
    for (const name of ['fsyncSync', 'fdatasyncSync'])
      this.after(name, (_, [descriptor]) => {
        const inode = this.descriptors.get(Number(descriptor))?.inode;
        if (inode !== undefined) this.operations.push({ type: 'sync', inode });
      });
    this.after('writeFileSync', (_, [file, content]) => {
      const inode = this.created(file, false, true);
      const bytes = Buffer.from(String(content));
      if (inode !== undefined && bytes.length > 0)
        this.operations.push({ type: 'write', inode, position: 0, bytes });
    });
  }

  private listenToNames(): void {
    this.after('mkdirSync', (_, [file]) => this.created(file, true, false));
    this.after('renameSync', (_, [from, to]) => this.renamed(from, to));
    for (const name of ['unlinkSync', 'rmdirSync']) this.after(name, (_, [file]) => this.removed(file));
    this.after('rmSync', (_, [file]) => {
      if (this.inodeAt(file) !== undefined) throw new Error(`rmSync is not modelled: ${String(file)}`);
    });
    for (const name of ['linkSync', 'symlinkSync'])
      this.after(name, (_, [, to]) => {
        if (this.placeOf(to)) throw new Error(`${name} is not modelled: ${String(to)}`);
      });
  }

  /** What streams use: the same calls with a callback at the end. */
  private listenToStreams(): void {
    this.afterCallback('open', (descriptor, [file, flags]) => this.opened(descriptor, file, flags));
    this.afterCallback('close', (_, [descriptor]) => this.descriptors.delete(Number(descriptor)));
    this.afterCallback('mkdir', (_, [file]) => this.created(file, true, false));
    this.afterCallback('fsync', (_, [descriptor]) => {
      const inode = this.descriptors.get(Number(descriptor))?.inode;
      if (inode !== undefined) this.operations.push({ type: 'sync', inode });
    });
    this.afterCallback('write', (written, [descriptor, buffer, offset, , position]) =>
      this.wrote(descriptor, buffer, offset, Number(written), position),
    );
    this.afterCallback('writev', (_, [descriptor, buffers, position]) => {
      let at = typeof position === 'number' ? position : null;
      for (const buffer of buffers as Uint8Array[]) {
        this.wrote(descriptor, buffer, 0, buffer.byteLength, at);
        if (at !== null) at += buffer.byteLength;
      }
    });
  }

  private after(name: string, note: (result: unknown, args: unknown[]) => unknown): void {
    const original = fs[name];
    if (!original) throw new Error(`there is no fs.${name}`);
    this.originals.set(name, original);
    fs[name] = (...args: never[]) => {
      // Some of Node's functions are made of others; only the outermost is what was asked for.
      this.depth += 1;
      try {
        const result = original(...args);
        if (this.depth === 1 && this.isListening) note(result, args);
        return result;
      } finally {
        this.depth -= 1;
      }
    };
  }

  private afterCallback(name: string, note: (result: unknown, args: unknown[]) => unknown): void {
    const original = fs[name];
    if (!original) throw new Error(`there is no fs.${name}`);
    this.originals.set(name, original);
    fs[name] = (...args: never[]) => {
      const callback = args.at(-1) as unknown as (
        error: unknown,
        result: unknown,
        ...rest: unknown[]
      ) => void;
      const noting = (error: unknown, result: unknown, ...rest: unknown[]) => {
        if (!error && this.isListening) note(result, args);
        callback(error, result, ...rest);
      };
      return original(...args.slice(0, -1), noting as never);
    };
  }

  private opened(descriptor: unknown, file: unknown, flags: unknown): void {
    const isTruncating = typeof flags === 'string' ? flags.startsWith('w') : (Number(flags ?? 0) & 512) !== 0;
    const inode = isTruncating ? this.created(file, false, true) : this.inodeAt(file);
    if (inode === undefined) return;
    if (typeof flags === 'string' && flags.startsWith(APPEND)) throw new Error('appending is not modelled');
    this.descriptors.set(Number(descriptor), { inode, position: 0 });
  }

  private wrote(
    descriptor: unknown,
    buffer: unknown,
    offset: unknown,
    length: number,
    position: unknown,
  ): void {
    const open = this.descriptors.get(Number(descriptor));
    if (!open) return;
    if (!ArrayBuffer.isView(buffer)) throw new Error('writing text is not modelled');
    const at = typeof position === 'number' ? position : open.position;
    if (typeof position !== 'number') open.position += length;
    const start = buffer.byteOffset + Number(offset ?? 0);
    const bytes = Buffer.from(Buffer.from(buffer.buffer as ArrayBuffer, start, length));
    this.operations.push({ type: 'write', inode: open.inode, position: at, bytes });
  }

  private created(file: unknown, isDirectory: boolean, isTruncating: boolean): number | undefined {
    const place = this.placeOf(file);
    if (!place) return undefined;
    const known = this.entries.get(place.directory)?.get(place.name);
    if (known !== undefined) {
      if (isTruncating) this.operations.push({ type: 'truncate', inode: known, size: 0 });
      return known;
    }
    const inode = this.inodes++;
    if (isDirectory) this.entries.set(inode, new Map());
    this.entries.get(place.directory)?.set(place.name, inode);
    this.operations.push({ type: 'create', inode, isDirectory, ...place });
    return inode;
  }

  private renamed(from: unknown, to: unknown): void {
    const source = this.placeOf(from);
    const target = this.placeOf(to);
    const inode = source && this.entries.get(source.directory)?.get(source.name);
    if (!source || !target || inode === undefined) return;
    this.entries.get(source.directory)?.delete(source.name);
    this.entries.get(target.directory)?.set(target.name, inode);
    this.operations.push({
      type: 'rename',
      inode,
      from: source.directory,
      name: source.name,
      to: target.directory,
      newName: target.name,
    });
  }

  private removed(file: unknown): void {
    const place = this.placeOf(file);
    const inode = place && this.entries.get(place.directory)?.get(place.name);
    if (!place || inode === undefined) return;
    this.entries.get(place.directory)?.delete(place.name);
    this.operations.push({ type: 'remove', inode, ...place });
  }

  private inodeAt(file: unknown): number | undefined {
    if (path.resolve(String(file)) === this.root) return ROOT_INODE;
    const place = this.placeOf(file);
    return place && this.entries.get(place.directory)?.get(place.name);
  }

  /** Undefined outside the root and for ignored names. */
  private placeOf(file: unknown): Place | undefined {
    const relative = path.relative(this.root, path.resolve(String(file)));
    if (relative === '' || relative.startsWith('..')) return undefined;
    const parts = relative.split(path.sep);
    const name = parts.pop() ?? '';
    if (this.isIgnored(parts[0] ?? name)) return undefined;
    let directory: number | undefined = ROOT_INODE;
    for (const part of parts)
      directory = directory === undefined ? undefined : this.entries.get(directory)?.get(part);
    if (directory === undefined) throw new Error(`the log missed how ${relative} came to be`);
    return { directory, name };
  }
}
