/**
 * The database template: a cleanly closed cluster with the schema in it, packed at build time, so that a
 * first start unpacks files instead of running initdb.
 */
import { createReadStream, createWriteStream, mkdirSync } from 'node:fs';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createGunzip, createGzip } from 'node:zlib';
import { extract, pack } from 'tar-fs';
import { renameOver } from './host-system';
import { syncDirectory, syncTree } from './sync-to-disk';

/**
 * Unpacks to a side folder, syncs it and renames it: neither a crash nor a power cut leaves half a cluster, and
 * what is committed later does not stand on files that never reached the disk. `cluster` must not exist.
 */
export async function unpackTemplate(templateFile: string, cluster: string): Promise<void> {
  const side = `${cluster}.unpacking`;
  mkdirSync(side, { recursive: true });
  await pipeline(createReadStream(templateFile), createGunzip(), extract(side));
  await syncTree(side);
  renameOver(side, cluster);
  syncDirectory(path.dirname(cluster));
}

export async function packTemplate(cluster: string, templateFile: string): Promise<void> {
  mkdirSync(path.dirname(templateFile), { recursive: true });
  const partial = `${templateFile}.partial`;
  await pipeline(pack(cluster), createGzip({ level: 6 }), createWriteStream(partial));
  renameOver(partial, templateFile);
}
