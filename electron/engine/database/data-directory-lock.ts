/**
 * One engine per data directory. The lock is a listening local socket (a named pipe on Windows): the kernel
 * frees it when its holder dies, however it dies, and a holder that is busy for minutes still has it. A pid
 * file alone would be stolen from a living process or left by a dead one; here it only names the holder.
 */

import { randomUUID } from 'node:crypto';
import { linkSync, readFileSync, realpathSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { connect, createServer, type Server } from 'node:net';
import path from 'node:path';
import { AppError } from '@shared/contract/errors';
import { engineTexts } from '@shared/texts/engine-texts';
import { host, lockPipe } from './host-system';
import { refuseNetworkShare } from './network-share';

const texts = engineTexts.keeping.dataFolder;

export type LockHolder = { pid: number; program: string; since: string };
export type DataDirectoryLock = { release: () => Promise<void> };

const HOLDER_FILE = 'engine-holder.json';
const SOCKET_FILE = 'engine.sock';
/** Long enough for two engines that race for a dead engine's socket to see who won. */
const SETTLE_MS = 60;
const ATTEMPTS = 5;

/**
 * Takes the lock of an existing directory.
 * Throws AppError DATA_DIR_LOCKED, naming the holder, when another engine has it, and DATABASE_FAILED on a network
 * share, where a lock of this machine would protect nothing.
 */
export async function acquireDataDirectoryLock(
  directory: string,
  holder: LockHolder,
): Promise<DataDirectoryLock> {
  const real = realpathSync.native(directory);
  refuseNetworkShare(real);
  const server = host.lock === 'pipe' ? await holdPipe(real) : await holdSocket(real);
  writeFileSync(path.join(real, HOLDER_FILE), JSON.stringify(holder));
  return {
    release: async () => {
      rmSync(path.join(real, HOLDER_FILE), { force: true });
      // The name goes first: a closed socket's file would look like a dead engine's.
      if (host.lock === 'socket') rmSync(path.join(real, SOCKET_FILE), { force: true });
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}

async function holdPipe(directory: string): Promise<Server> {
  const server = createServer((socket) => socket.destroy());
  try {
    await listenAt(server, lockPipe(directory));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EADDRINUSE') throw lockedError(directory);
    throw error;
  }
  return server;
}

/**
 * Listens under a name of its own, then links that socket to the lock's name: link fails when the name is
 * taken, so of several engines exactly one gets it. A dead engine's socket refuses connections and is moved away.
 */
async function holdSocket(directory: string): Promise<Server> {
  const lockPath = path.join(directory, SOCKET_FILE);
  const ownName = `engine-${randomUUID().slice(0, 8)}.sock`;
  const ownPath = path.join(directory, ownName);
  const server = createServer((socket) => socket.destroy());
  await listenInDirectory(server, directory, ownName);
  const ownInode = statSync(ownPath).ino;
  try {
    for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
      if (tryLink(ownPath, lockPath)) {
        await delay(SETTLE_MS);
        if (inodeOf(lockPath) === ownInode) return server;
      } else if (await isAlive(directory, SOCKET_FILE)) {
        throw lockedError(directory);
      } else {
        await moveDeadSocketAway(directory, lockPath);
      }
    }
    throw lockedError(directory);
  } catch (error) {
    await new Promise<void>((resolve) => server.close(() => resolve()));
    throw error;
  } finally {
    rmSync(ownPath, { force: true });
  }
}

/** Checks again after the move, for between the look and the move a living engine may have taken the name. */
async function moveDeadSocketAway(directory: string, lockPath: string): Promise<void> {
  const asideName = `engine-dead-${randomUUID().slice(0, 8)}.sock`;
  const asidePath = path.join(directory, asideName);
  try {
    renameSync(lockPath, asidePath);
  } catch {
    return;
  }
  if (await isAlive(directory, asideName)) tryLink(asidePath, lockPath);
  rmSync(asidePath, { force: true });
}

function tryLink(from: string, to: string): boolean {
  try {
    linkSync(from, to);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

function inodeOf(file: string): number | undefined {
  return statSync(file, { throwIfNoEntry: false })?.ino;
}

function isAlive(directory: string, name: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = inDirectory(directory, () => connect(name));
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => resolve(false));
  });
}

function listenInDirectory(server: Server, directory: string, name: string): Promise<void> {
  return inDirectory(directory, () => listenAt(server, name));
}

function listenAt(server: Server, address: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(address, () => {
      server.removeListener('error', reject);
      server.unref();
      resolve();
    });
  });
}

/** A socket's address holds about 100 bytes, a data directory's path may be longer: use a relative name. */
function inDirectory<T>(directory: string, action: () => T): T {
  const before = process.cwd();
  process.chdir(directory);
  try {
    return action();
  } finally {
    process.chdir(before);
  }
}

function lockedError(directory: string): AppError {
  const holder = readHolder(directory);
  const who = holder ? texts.holder(holder.program, holder.pid, holder.since) : texts.unknownHolder;
  return new AppError('DATA_DIR_LOCKED', texts.inUse.message(directory, who), {
    details: { directory, holder },
    nextStep: texts.inUse.nextStep,
  });
}

function readHolder(directory: string): LockHolder | null {
  try {
    return JSON.parse(readFileSync(path.join(directory, HOLDER_FILE), 'utf8')) as LockHolder;
  } catch {
    return null;
  }
}

function delay(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
