import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { hostSystem, lockPipe, renameOver } from './host-system';

const windows = hostSystem('win32');
const linux = hostSystem('linux');

function failing(code: string, times: number) {
  const waits: number[] = [];
  let calls = 0;
  const rename = () => {
    calls += 1;
    if (calls <= times) throw Object.assign(new Error(code), { code });
  };
  return { waits, calls: () => calls, rename, wait: (milliseconds: number) => void waits.push(milliseconds) };
}

describe('Windows', () => {
  it('syncs no directory, and files only when they are open to write', () => {
    expect(windows).toMatchObject({ canSyncDirectories: false, syncFlags: 'r+', lock: 'pipe' });
    expect(linux).toMatchObject({ canSyncDirectories: true, syncFlags: 'r', lock: 'socket' });
  });

  it('takes two spellings of one folder for the same lock, and two folders for two', () => {
    expect(lockPipe('C:\\Users\\Ana\\DOSO')).toBe(lockPipe('c:\\users\\ana\\doso'));
    expect(lockPipe('C:\\Users\\Ana\\DOSO')).not.toBe(lockPipe('C:\\Users\\Ben\\DOSO'));
    expect(lockPipe('C:\\a')).toMatch(/^\\\\\.\\pipe\\doso-[0-9a-f]{32}$/);
  });

  it('waits for a program that has the target open, and renames then', () => {
    const scanner = failing('EPERM', 2);
    renameOver('a', 'b', { host: windows, ...scanner });
    expect(scanner.waits).toEqual([10, 40]);
  });

  it('gives up on a program that keeps it, with the reason', () => {
    const viewer = failing('EBUSY', 99);
    expect(() => renameOver('a', 'b', { host: windows, ...viewer })).toThrow('EBUSY');
    expect(viewer.waits).toEqual([10, 40, 100, 250, 900]);
  });

  it('does not wait for what waiting cannot mend', () => {
    const missing = failing('ENOENT', 99);
    expect(() => renameOver('a', 'b', { host: windows, ...missing })).toThrow('ENOENT');
    expect(missing.waits).toEqual([]);
  });

  it('gets long paths from Node as long as they are absolute', () => {
    const long = `C:\\${'folder\\'.repeat(50)}postgres`;
    expect(path.win32.toNamespacedPath(long)).toBe(`\\\\?\\${long}`);
  });
});

describe('other systems', () => {
  it('fail at once: there a rename over an open file works, and a refusal is final', () => {
    const refused = failing('EPERM', 99);
    expect(() => renameOver('a', 'b', { host: linux, ...refused })).toThrow('EPERM');
    expect(refused.calls()).toBe(1);
  });
});
