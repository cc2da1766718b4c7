/** The few parts of Emscripten's NODEFS that are hooked; its own types do not describe them. */
export type NodeFsNode = { id: number; parent: NodeFsNode; name: string };
export type NodeFsStream = { nfd: number; node: NodeFsNode; flags: number };
type Transfer = (
  stream: NodeFsStream,
  memory: Int8Array,
  offset: number,
  length: number,
  position: number,
) => number;
type Attributes = { size?: number };
export type NodeFsOperations = {
  stream_ops: {
    fsync?: (stream: { nfd: number }) => number;
    open: (stream: NodeFsStream) => void;
    read: Transfer;
    write: Transfer;
    setattr: (stream: NodeFsStream, attributes: Attributes) => void;
  };
  node_ops: {
    mknod: (parent: NodeFsNode, name: string, ...rest: unknown[]) => unknown;
    setattr: (node: NodeFsNode, attributes: Attributes) => void;
    rename: (node: NodeFsNode, newParent: NodeFsNode, newName: string) => unknown;
    unlink: (parent: NodeFsNode, name: string) => unknown;
    rmdir: (parent: NodeFsNode, name: string) => unknown;
  };
  realPath: (node: NodeFsNode) => string;
  /** Turns the host's errors into those that Postgres gets as errno. */
  tryFSOperation: <T>(operation: () => T) => T;
};
