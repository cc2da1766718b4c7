import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { acquireDataDirectoryLock } from '@engine/database/data-directory-lock';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

const holder = { pid: process.pid, program: 'the first engine', since: '2026-10-31T08:00:00.000Z' };

describe.skipIf(process.platform === 'win32')('the lock of a data directory', () => {
  let directory: string;
  beforeEach(() => {
    directory = mkdtempSync(path.join(tmpdir(), 'doso-lock-'));
  });
  afterEach(() => rmSync(directory, { recursive: true, force: true }));

  it('refuses a second holder by name, and is free after release', async () => {
    const lock = await acquireDataDirectoryLock(directory, holder);
    await expect(acquireDataDirectoryLock(directory, holder)).rejects.toMatchObject({
      code: 'DATA_DIR_LOCKED',
      message: expect.stringContaining('the first engine'),
    });
    await lock.release();
    const again = await acquireDataDirectoryLock(directory, holder);
    await again.release();
    expect(readdirSync(directory)).toEqual([]);
  });

  it('is not held by an engine that was killed', async () => {
    await leaveDeadSocket(directory);
    expect(existsSync(path.join(directory, 'engine.sock'))).toBe(true);
    const lock = await acquireDataDirectoryLock(directory, holder);
    await lock.release();
  });

  it('is not held by another program that has a dead engine’s process id now', async () => {
    await leaveDeadSocket(directory);
    // The id of this very process, which is alive and no engine.
    writeFileSync(path.join(directory, 'engine-holder.json'), JSON.stringify(holder));
    const lock = await acquireDataDirectoryLock(directory, { ...holder, program: 'the next engine' });
    await expect(acquireDataDirectoryLock(directory, holder)).rejects.toThrow('the next engine');
    await lock.release();
  });

  it('stays held by a living engine whatever its file says', async () => {
    const lock = await acquireDataDirectoryLock(directory, holder);
    writeFileSync(path.join(directory, 'engine-holder.json'), JSON.stringify({ ...holder, pid: 0x7ffffffe }));
    await expect(acquireDataDirectoryLock(directory, holder)).rejects.toMatchObject({
      code: 'DATA_DIR_LOCKED',
    });
    rmSync(path.join(directory, 'engine-holder.json'));
    await expect(acquireDataDirectoryLock(directory, holder)).rejects.toMatchObject({
      code: 'DATA_DIR_LOCKED',
    });
    await lock.release();
  });

  it('goes to exactly one of many that race for a dead engine’s place', async () => {
    await leaveDeadSocket(directory);
    const tries = await Promise.allSettled(
      Array.from({ length: 8 }, () => acquireDataDirectoryLock(directory, holder)),
    );
    const won = tries.filter((result) => result.status === 'fulfilled');
    expect(won).toHaveLength(1);
    for (const result of won) await result.value.release();
  });

  it('works in a folder whose path is longer than a socket address', async () => {
    const deep = mkdtempSync(path.join(directory, `${'x'.repeat(120)}-`));
    const lock = await acquireDataDirectoryLock(deep, holder);
    await expect(acquireDataDirectoryLock(deep, holder)).rejects.toMatchObject({ code: 'DATA_DIR_LOCKED' });
    await lock.release();
  });
});

/** A process that held the lock's name and was killed without a chance to clean up. */
async function leaveDeadSocket(directory: string): Promise<void> {
  const script = "require('node:net').createServer().listen('engine.sock', () => console.log('listening'))";
  const child = spawn(process.execPath, ['-e', script], {
    cwd: directory,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await new Promise((resolve) => child.stdout.once('data', resolve));
  const exited = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGKILL');
  await exited;
}
