/** Disks, folders and clocks as they are at a dealership: full, write-protected, oddly named, wrong, asleep. */
import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { createBackup } from '@engine/backup/create-backup';
import { restoreBackup } from '@engine/backup/restore-backup';
import type { DiskLimits } from '@engine/database/disk-space';
import { openDatabase } from '@engine/database/open-database';
import { type Engine, startEngine } from '@engine/engine';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { bundleEntry } from '../helpers/safety/bundle-entry';
import { makeQuickFolder } from '../helpers/safety/quick-folder';
import {
  clientOf,
  importInto,
  silentLogger,
  startTestEngine,
  TEMPLATE_FILE,
} from '../helpers/safety/test-engine';
import { writeSmallInventory } from '../helpers/small-files';

let folder: string;
beforeEach(() => {
  folder = makeQuickFolder('doso-limits-');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('a disk that is nearly full', () => {
  it('refuses an import before it begins, and takes it when there is room', async () => {
    const engine = await startOnDisk(path.join(folder, 'data'), { toBegin: 1e18, toGoOn: 1 });
    try {
      await expect(importInto(engine, [writeSmallInventory(folder, 5)], 'MAIN')).rejects.toThrow(
        'The disk that holds the data is nearly full',
      );
      expect(await unitsOf(engine)).toBe(0);
    } finally {
      await engine.close();
    }
    await withEngine(path.join(folder, 'data'), async (again) => {
      await importInto(again, [writeSmallInventory(folder, 5)], 'MAIN');
      expect(await unitsOf(again)).toBe(5);
    });
  });

  it('ends an import that fills it, rolled back, and the same import goes through with room', async (context) => {
    const disk = mountSmallDisk(path.join(folder, 'disk'), 110);
    if (!disk) return context.skip('mounting a small disk needs rights that this user has not');
    try {
      const dataDirectory = path.join(disk.folder, 'data');
      const file = writeSmallInventory(folder, 4000);
      await withEngine(dataDirectory, (engine) =>
        importInto(engine, [writeSmallInventory(folder, 5)], 'MAIN'),
      );
      const engine = await startOnDisk(dataDirectory, { toBegin: 0, toGoOn: 0 });
      writeSmallInventory(folder, 4000);
      const filler = path.join(disk.folder, 'filler');
      writeFileSync(filler, Buffer.alloc(disk.freeBytes() - 2e6));
      const failure = await importInto(engine, [file], 'MAIN').catch((error: unknown) => error);
      expect(String(failure)).toMatch(/The disk (that holds the data )?is (nearly )?full/);
      rmSync(filler);
      await engine.close().catch(() => undefined);

      await withEngine(dataDirectory, async (again) => {
        expect(await unitsOf(again)).toBe(5);
        await importInto(again, [file], 'MAIN');
        expect(await unitsOf(again)).toBe(4000);
      });
    } finally {
      disk.unmount();
    }
  });
});

describe('a folder that is write-protected', () => {
  it('is refused with the reason', async (context) => {
    const disk = mountSmallDisk(path.join(folder, 'disk'), 80);
    if (!disk) return context.skip('mounting a disk needs rights that this user has not');
    try {
      const dataDirectory = path.join(disk.folder, 'data');
      await withEngine(dataDirectory, async () => undefined);
      execFileSync('mount', ['-o', 'remount,ro', disk.folder]);
      await expect(startTestEngine(dataDirectory)).rejects.toMatchObject({
        code: 'DATABASE_FAILED',
        message: expect.stringContaining('it is on a disk that cannot be written to'),
      });
    } finally {
      disk.unmount();
    }
  });
});

describe('a folder with spaces, other letters and a long path', () => {
  it('takes imports, backups and a restore', async () => {
    const odd = path.join(
      folder,
      'Autohaus Größe & Söhne – 東京 100%',
      'x'.repeat(120),
      'y'.repeat(120),
      'my data',
    );
    const file = path.join(folder, "Chef's Sicherung 東京.dosobackup");
    await withEngine(odd, async (engine) => {
      await importInto(engine, [writeSmallInventory(folder, 5)], 'MAIN');
      await createBackup(engine.context, { file, reason: 'manual' });
      await importInto(engine, [writeSmallInventory(folder, 9)], 'MAIN');
    });
    await restoreBackup({ file, dataDirectory: odd, program: 'a test', now: () => new Date() });
    await withEngine(odd, async (engine) => expect(await unitsOf(engine)).toBe(5));
  });
});

describe('a clock that goes back', () => {
  it('loses no job, no import and no restore, even when an instant comes twice', async () => {
    const dataDirectory = path.join(folder, 'data');
    let time = Date.parse('2026-11-23T12:00:00Z');
    const now = () => new Date(time);
    const engine = await startTestEngine(dataDirectory, now);
    const client = clientOf(engine);
    await importInto(engine, [writeSmallInventory(folder, 5)], 'MAIN');
    time -= 26 * 3600 * 1000;
    await importInto(engine, [writeSmallInventory(folder, 9)], 'MAIN');
    // The newest batch is the one imported last, whatever the clock said.
    const [newest, older] = (await client.imports.listBatches({})).batches;
    expect([newest?.canUndo, older?.canUndo]).toEqual([true, false]);
    await client.imports.undo({ batchId: newest?.id ?? '' });
    expect(await unitsOf(engine)).toBe(5);
    const file = path.join(folder, 'one.dosobackup');
    await createBackup(engine.context, { file, reason: 'manual' });
    await engine.close();
    const kept = [];
    for (const _ of [1, 2])
      kept.push((await restoreBackup({ file, dataDirectory, program: 'a test', now })).keptFolder);
    expect(new Set(kept).size).toBe(2);
  });
});

describe('a computer that changes its time zone', () => {
  const zone = process.env.TZ;
  afterEach(() => {
    if (zone === undefined) delete process.env.TZ;
    else process.env.TZ = zone;
  });

  it('shows the same days and figures: they are the store’s, not the computer’s', async () => {
    const dataDirectory = path.join(folder, 'data');
    const seen: unknown[] = [];
    for (const timeZone of ['Pacific/Kiritimati', 'America/Los_Angeles', 'Pacific/Pago_Pago']) {
      process.env.TZ = timeZone;
      await withEngine(
        dataDirectory,
        async (engine) => {
          const client = clientOf(engine);
          await importInto(engine, [writeSmallInventory(folder, 5)], 'MAIN');
          const { dataDate, summaries } = await client.inventory.getSummary({});
          const { units } = await client.inventory.listUnits({ filter: {}, offset: 0, limit: 10 });
          seen.push({ dataDate, summaries, units });
        },
        () => new Date('2026-11-23T03:00:00Z'),
      );
    }
    expect(seen[1]).toEqual(seen[0]);
    expect(seen[2]).toEqual(seen[0]);
    expect(seen[0]).toMatchObject({ dataDate: '2026-10-31' });
  });
});

describe('a computer that falls asleep in the middle of a job', () => {
  it('keeps the folder meanwhile, and goes on when it wakes', async () => {
    const entry = await bundleEntry('tests/helpers/safety/kill-target.ts');
    const dataDirectory = path.join(mkdtempSync(path.join(tmpdir(), 'doso-sleep-')), 'data');
    let child: ChildProcess | undefined;
    try {
      mkdirSync(dataDirectory, { recursive: true });
      await runToEnd(entry.file, [dataDirectory, '0', 'prepare']);
      child = spawn(process.execPath, [entry.file, dataDirectory, '1', 'work'], {
        stdio: ['ignore', 'pipe', 'inherit'],
      });
      const lines = readLines(child);
      await lines.next();
      await new Promise((resolve) => setTimeout(resolve, 150));
      child.kill('SIGSTOP');
      await expect(
        openDatabase({ dataDirectory, templateFile: TEMPLATE_FILE, program: 'another', openedAt: '' }),
      ).rejects.toMatchObject({ code: 'DATA_DIR_LOCKED' });
      child.kill('SIGCONT');
      expect(JSON.parse((await lines.next()).value ?? '{}')).toMatchObject({ type: 'import', rows: 400 });
    } finally {
      child?.kill('SIGKILL');
      entry.dispose();
      rmSync(path.dirname(dataDirectory), { recursive: true, force: true });
    }
  });
});

function startOnDisk(dataDirectory: string, diskLimits: DiskLimits, now = () => new Date()): Promise<Engine> {
  return startEngine({
    dataDirectory,
    templateFile: TEMPLATE_FILE,
    workerDirectory: path.resolve('out/main'),
    program: 'a test',
    version: '0',
    logger: silentLogger,
    now,
    diskLimits,
  });
}

async function withEngine(
  dataDirectory: string,
  work: (engine: Engine) => Promise<unknown>,
  now = () => new Date(),
): Promise<void> {
  const engine = await startOnDisk(dataDirectory, { toBegin: 0, toGoOn: 0 }, now);
  try {
    await work(engine);
  } finally {
    await engine.close();
  }
}

async function unitsOf(engine: Engine): Promise<number> {
  return (await clientOf(engine).system.getStatus({})).counts.unitsInStock;
}

type SmallDisk = { folder: string; freeBytes: () => number; unmount: () => void };

/** Undefined where this user may not mount. */
function mountSmallDisk(at: string, megabytes: number): SmallDisk | undefined {
  mkdirSync(at, { recursive: true });
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m`, 'tmpfs', at], { stdio: 'ignore' });
  } catch {
    return undefined;
  }
  return {
    folder: at,
    freeBytes: () =>
      Number(execFileSync('df', ['--output=avail', '-B1', at], { encoding: 'utf8' }).split('\n')[1]),
    unmount: () => execFileSync('umount', ['-l', at], { stdio: 'ignore' }),
  };
}

function runToEnd(file: string, args: string[]): Promise<void> {
  const child = spawn(process.execPath, [file, ...args], { stdio: ['ignore', 'ignore', 'inherit'] });
  return new Promise((resolve, reject) =>
    child.once('exit', (code) => (code === 0 ? resolve() : reject(new Error(`ended with ${code}`)))),
  );
}

function readLines(child: ChildProcess): AsyncIterator<string> {
  if (!child.stdout) throw new Error('the process has no output');
  return createInterface({ input: child.stdout })[Symbol.asyncIterator]();
}
