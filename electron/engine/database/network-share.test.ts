import { describe, expect, it } from 'vitest';
import { findNetworkShare, refuseNetworkShare } from './network-share';

const MOUNTS = [
  '/dev/vda1 / ext4 rw 0 0',
  'files:/export /srv/nfs nfs4 rw 0 0',
  '//server/Dealer\\040Data /mnt/dealer\\040data cifs rw 0 0',
  '/dev/sdb1 /srv/nfs/scratch xfs rw 0 0',
  'ana@host: /home/ana/far fuse.sshfs rw 0 0',
].join('\n');

const linux = (directory: string) =>
  findNetworkShare(directory, { platform: 'linux', realpath: (one) => one, mounts: () => MOUNTS });

const windows = (directory: string, real = directory) =>
  findNetworkShare(directory, { platform: 'win32', realpath: () => real, mounts: () => '' });

describe('a data folder on a network share', () => {
  it('is found by the mount that holds it', () => {
    expect(linux('/home/ana/data')).toBeNull();
    expect(linux('/srv/nfs/data')).toBe('files:/export (nfs4)');
    expect(linux('/mnt/dealer data/doso')).toBe('//server/Dealer Data (cifs)');
    expect(linux('/home/ana/far/doso')).toBe('ana@host: (fuse.sshfs)');
  });

  it('is not confused with a disk that is mounted on it, or a folder of a like name', () => {
    expect(linux('/srv/nfs/scratch/data')).toBeNull();
    expect(linux('/srv/nfs-copy')).toBeNull();
  });

  it('is found on Windows by its UNC path, also behind a mapped drive and in the long form', () => {
    expect(windows('\\\\server\\share\\doso')).toBe('\\\\server\\share');
    expect(windows('Z:\\doso', '\\\\server\\share\\doso')).toBe('\\\\server\\share');
    expect(windows('Z:\\doso', '\\\\?\\UNC\\server\\share\\doso')).toBe('\\\\server\\share');
    expect(windows('C:\\Users\\Ana\\doso')).toBeNull();
    expect(windows('\\\\?\\C:\\Users\\Ana\\doso')).toBeNull();
    expect(windows('\\\\.\\C:\\doso')).toBeNull();
  });

  it('is found on macOS by what mount prints', () => {
    const mounts = () =>
      [
        '/dev/disk3s1s1 on / (apfs, sealed, local)',
        '//ana@server/share on /Volumes/My share (smbfs, nodev)',
      ].join('\n');
    const find = (directory: string) =>
      findNetworkShare(directory, { platform: 'darwin', realpath: (one) => one, mounts });
    expect(find('/Volumes/My share/doso')).toBe('//ana@server/share (smbfs)');
    expect(find('/Users/ana')).toBeNull();
  });

  it('is refused with the reason and the way out', () => {
    const source = { platform: 'linux' as const, realpath: (one: string) => one, mounts: () => MOUNTS };
    expect(() => refuseNetworkShare('/srv/nfs/data', source)).toThrow(/network share, files:\/export/);
    expect(() => refuseNetworkShare('/home/ana', source)).not.toThrow();
  });
});
