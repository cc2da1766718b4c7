/**
 * Whether a folder lies on another machine. The lock of a data directory is one of this machine's: two computers that
 * open one folder of a file server would not see each other, and destroy each other's rows.
 */

import { execFileSync } from 'node:child_process';
import { readFileSync, realpathSync } from 'node:fs';
import path from 'node:path';
import { AppError } from '@shared/contract/errors';
import { engineTexts } from '@shared/texts/engine-texts';

const texts = engineTexts.keeping.dataFolder.onShare;

/** What the system is asked; passed in so that each system's branch is tested on every one. */
export type MountSource = {
  platform: NodeJS.Platform;
  /** Links and mapped drives followed: Windows answers with the UNC path of a mapped drive. */
  realpath: (directory: string) => string;
  /** `/proc/mounts` on Linux, what `mount` prints on macOS; empty where it cannot be read. */
  mounts: () => string;
};

const NETWORK_FILE_SYSTEMS =
  /^(nfs4?|cifs|smb[23]?|smbfs|afpfs|afs|ceph|glusterfs|lustre|ncpfs|davfs2?|webdav|fuse\.(sshfs|rclone|glusterfs|davfs2|smbnetfs|s3fs|gvfsd-fuse|ceph))$/;

const system: MountSource = {
  platform: process.platform,
  realpath: realpathSync.native,
  mounts: () => {
    try {
      if (process.platform === 'darwin') return execFileSync('/sbin/mount', { encoding: 'utf8' });
      return process.platform === 'linux' ? readFileSync('/proc/mounts', 'utf8') : '';
    } catch {
      return '';
    }
  },
};

/** Names the share that holds `directory`, which exists; null when it is on a disk of this machine. */
export function findNetworkShare(directory: string, source: MountSource = system): string | null {
  const real = source.realpath(directory);
  if (source.platform === 'win32') return uncShare(real) ?? uncShare(directory);
  const mount = parseMounts(source.mounts(), source.platform)
    .filter(({ point }) => isBelow(real, point))
    .sort((one, other) => other.point.length - one.point.length)[0];
  return mount && NETWORK_FILE_SYSTEMS.test(mount.kind) ? `${mount.device} (${mount.kind})` : null;
}

/** Throws DATABASE_FAILED with the reason. */
export function refuseNetworkShare(directory: string, source?: MountSource): void {
  const share = findNetworkShare(directory, source);
  if (share === null) return;
  throw new AppError('DATABASE_FAILED', texts.message(directory, share), {
    details: { dataDirectory: directory, share },
    nextStep: texts.nextStep,
  });
}

/** `\\server\share` of a UNC path, also in its long form. */
function uncShare(directory: string): string | null {
  const plain = directory.replace(/^\\\\\?\\UNC\\/i, '\\\\').replace(/\//g, '\\');
  const [, server, share] = /^\\\\([^\\?.][^\\]*)\\([^\\]+)/.exec(plain) ?? [];
  return server && share ? `\\\\${server}\\${share}` : null;
}

type Mount = { device: string; point: string; kind: string };

function parseMounts(text: string, platform: NodeJS.Platform): Mount[] {
  return text.split('\n').flatMap((line): Mount[] => {
    if (platform === 'darwin') {
      const [, device, point, kind] = /^(.+?) on (.+) \(([^,)]+)/.exec(line) ?? [];
      return device && point && kind ? [{ device, point, kind }] : [];
    }
    const [device, point, kind] = line.split(' ').map(unescapeOctal);
    return device && point && kind ? [{ device, point, kind }] : [];
  });
}

/** A space in a mount point is written `\040`. */
function unescapeOctal(text: string): string {
  return text.replace(/\\([0-7]{3})/g, (_, digits: string) =>
    String.fromCharCode(Number.parseInt(digits, 8)),
  );
}

function isBelow(directory: string, point: string): boolean {
  const relative = path.posix.relative(point, directory);
  return relative === '' || (!relative.startsWith('../') && relative !== '..');
}
