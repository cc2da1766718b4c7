/** Tells `FileChanges` of every way in which Postgres changes a file. */
import path from 'node:path';
import type { FileChanges } from './file-changes';
import type { NodeFsNode, NodeFsOperations } from './nodefs-operations';

/** Emscripten's, whatever the host. */
const O_TRUNC = 0o1000;

export function hookFileChanges(operations: NodeFsOperations, root: string, changes: FileChanges): void {
  const pathOf = (node: NodeFsNode, name = '') =>
    path
      .relative(root, path.resolve(operations.realPath(node), name))
      .split(path.sep)
      .join('/');
  const noteWhole = (node: NodeFsNode, name?: string) => {
    if (changes.isWatched) changes.noteWhole(pathOf(node, name));
  };
  hookStreams(operations, noteWhole, (node, position, length) => {
    if (changes.isWatched) changes.noteWrite(pathOf(node), position, length);
  });
  hookNodes(operations, noteWhole);
}

type NoteWhole = (node: NodeFsNode, name?: string) => void;
type NoteWrite = (node: NodeFsNode, position: number, length: number) => void;

function hookStreams({ stream_ops: streams }: NodeFsOperations, noteWhole: NoteWhole, note: NoteWrite): void {
  const { open, write, setattr } = streams;
  streams.write = (stream, bytes, offset, length, position) => {
    note(stream.node, position, length);
    return write(stream, bytes, offset, length, position);
  };
  streams.open = (stream) => {
    if ((stream.flags & O_TRUNC) !== 0) noteWhole(stream.node);
    open(stream);
  };
  streams.setattr = (stream, attributes) => {
    if (attributes.size !== undefined) noteWhole(stream.node);
    setattr(stream, attributes);
  };
}

function hookNodes({ node_ops: nodes }: NodeFsOperations, noteWhole: NoteWhole): void {
  const { mknod, rename, unlink, rmdir, setattr } = nodes;
  nodes.setattr = (node, attributes) => {
    if (attributes.size !== undefined) noteWhole(node);
    setattr(node, attributes);
  };
  nodes.mknod = (parent, name, ...rest) => {
    noteWhole(parent, name);
    return mknod(parent, name, ...rest);
  };
  nodes.rename = (node, newParent, newName) => {
    noteWhole(node);
    noteWhole(newParent, newName);
    return rename(node, newParent, newName);
  };
  nodes.unlink = (parent, name) => {
    noteWhole(parent, name);
    return unlink(parent, name);
  };
  nodes.rmdir = (parent, name) => {
    noteWhole(parent, name);
    return rmdir(parent, name);
  };
}
