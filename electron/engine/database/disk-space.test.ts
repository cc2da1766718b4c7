import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { DiskSpace } from './disk-space';

const limits = { toBegin: 400e6, toGoOn: 150e6 };
const diskWith = (free: number) => new DiskSpace('/data', limits, async () => free);

describe('room on the disk', () => {
  it('is enough to begin down to the limit, and not below it', async () => {
    await expect(diskWith(400e6).assertRoom()).resolves.toBeUndefined();
    await expect(diskWith(399e6).assertRoom()).rejects.toMatchObject({
      code: 'DISK_FULL',
      message:
        'The disk that holds the data is nearly full: 399 MB are free, 400 MB are needed. Nothing was changed.',
    });
  });

  it('is asked for six times the bytes of the files to import; one that is not there counts nothing', async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'doso-room-'));
    const file = path.join(folder, 'sales.csv');
    writeFileSync(file, Buffer.alloc(1_000_000));
    // 400 MB to begin and 6 x 1 MB for the file.
    await expect(diskWith(406e6).assertRoomFor([file, '/not/there'])).resolves.toBeUndefined();
    await expect(diskWith(405.9e6).assertRoomFor([file])).rejects.toMatchObject({ code: 'DISK_FULL' });
    rmSync(folder, { recursive: true });
  });

  it('that runs out ends what is under way', async () => {
    let free = 200e6;
    const disk = new DiskSpace('/data', limits, async () => free);
    const controller = new AbortController();
    const stop = disk.watch(controller);
    free = 100e6;
    await new Promise((resolve) => controller.signal.addEventListener('abort', resolve));
    stop();
    expect(controller.signal.reason).toMatchObject({ code: 'DISK_FULL' });
  });
});
