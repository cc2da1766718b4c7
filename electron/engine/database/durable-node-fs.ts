/**
 * PGlite's directory file system with real syncs. PGlite as shipped starts Postgres without fsync and its
 * Node file system has no sync hook, so a power cut could lose what was acknowledged. Here a sync of a file
 * reaches the disk, and with it every directory whose entries changed since the last sync (new WAL segments,
 * renames), as POSIX asks for.
 */
import { fsyncSync, readSync, writeSync } from 'node:fs';
import { PGlite } from '@electric-sql/pglite';
import { NodeFS } from '@electric-sql/pglite/nodefs';
import { FileChanges } from './file-changes';
import { hookFileChanges } from './hook-file-changes';
import type { NodeFsOperations } from './nodefs-operations';
import { syncDirectory } from './sync-to-disk';

type RuntimeModule = { FS: { filesystems: { NODEFS: NodeFsOperations } } };

/** Counts of syncs, for tests and for the durability benchmark. */
export type SyncCounts = { files: number; directories: number };

export class DurableNodeFS extends NodeFS {
  readonly syncCounts: SyncCounts = { files: 0, directories: 0 };
  readonly changes = new FileChanges();
  private readonly changedDirectories = new Set<string>();

  override async init(pg: PGlite, options: Parameters<NodeFS['init']>[1]) {
    const { emscriptenOpts } = await super.init(pg, options);
    const hook = ({ FS }: RuntimeModule) => {
      passMemoryWhole(FS.filesystems.NODEFS);
      this.hookSyncs(FS.filesystems.NODEFS);
      hookFileChanges(FS.filesystems.NODEFS, this.rootDir, this.changes);
    };
    const preRun = [...((emscriptenOpts.preRun as unknown[] | undefined) ?? []), hook];
    return {
      emscriptenOpts: { ...emscriptenOpts, preRun: preRun as NonNullable<typeof emscriptenOpts.preRun> },
    };
  }

  private hookSyncs(operations: NodeFsOperations): void {
    const { mknod, rename, unlink, rmdir } = operations.node_ops;
    operations.node_ops.mknod = (parent, name, ...rest) => {
      this.changedDirectories.add(operations.realPath(parent));
      return mknod(parent, name, ...rest);
    };
    operations.node_ops.rename = (node, newParent, newName) => {
      this.changedDirectories.add(operations.realPath(node.parent));
      this.changedDirectories.add(operations.realPath(newParent));
      return rename(node, newParent, newName);
    };
    operations.node_ops.unlink = (parent, name) => {
      this.changedDirectories.add(operations.realPath(parent));
      return unlink(parent, name);
    };
    operations.node_ops.rmdir = (parent, name) => {
      this.changedDirectories.add(operations.realPath(parent));
      return rmdir(parent, name);
    };
    // A sync that fails must reach Postgres as an error: it then stops rather than trust what may not be on disk.
    operations.stream_ops.fsync = (stream) =>
      operations.tryFSOperation(() => {
        // The file first: a name that is durable before its content would be an empty file after a power cut.
        fsyncSync(stream.nfd);
        this.syncCounts.files += 1;
        this.syncDirectories();
        return 0;
      });
  }

  private syncDirectories(): void {
    for (const directory of this.changedDirectories) {
      syncDirectory(directory);
      this.syncCounts.directories += 1;
    }
    this.changedDirectories.clear();
  }
}

/**
 * As shipped, each page that is read or written makes a view of Postgres' memory; building the indexes of a large import
 * reads some 400,000. The memory is handed over as it is instead, with where in it the page lies.
 */
function passMemoryWhole({ stream_ops, tryFSOperation }: NodeFsOperations): void {
  stream_ops.read = ({ nfd }, memory, offset, length, position) =>
    tryFSOperation(() => readSync(nfd, memory, offset, length, position));
  stream_ops.write = ({ nfd }, memory, offset, length, position) =>
    tryFSOperation(() => writeSync(nfd, memory, offset, length, position));
}

/** Postgres start parameters with syncs on. `fsync` is the method that reaches the file system's hook. */
export function durableStartParams(): string[] {
  return [
    ...PGlite.defaultStartParams.filter((parameter) => parameter !== '-F'),
    '-c',
    'fsync=on',
    '-c',
    'wal_sync_method=fsync',
    '-c',
    'synchronous_commit=on',
    '-c',
    'full_page_writes=on',
    '-c',
    'wal_level=minimal',
    '-c',
    'max_wal_senders=0',
    '-c',
    'shared_buffers=32MB',
  ];
}
