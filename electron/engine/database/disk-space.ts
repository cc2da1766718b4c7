/**
 * Room on the disk of a data directory. Postgres can lose no row to a full disk, but it stops when its log cannot
 * grow; so work that writes is refused, or ended and rolled back, while there is still room for that.
 */

import { stat, statfs } from 'node:fs/promises';
import { AppError } from '@shared/contract/errors';
import { engineTexts } from '@shared/texts/engine-texts';
import { LOCALE } from '@shared/texts/locale';

const texts = engineTexts.keeping.dataFolder;

export type DiskLimits = {
  /** Free bytes below which work that writes does not begin, and the user is warned. */
  toBegin: number;
  /** Free bytes below which it is ended. */
  toGoOn: number;
};

/** A checkpoint of the largest import seen, with its log, fits in the lower one. */
export const DISK_LIMITS: DiskLimits = { toBegin: 400e6, toGoOn: 150e6 };

/** Bytes of the database that a byte of an export becomes at most: staged, as typed rows, raw, indexed and logged. */
const BYTES_PER_IMPORTED_BYTE = 6;
const LOOK_MS = 1000;

export class DiskSpace {
  constructor(
    private readonly directory: string,
    private readonly limits: DiskLimits = DISK_LIMITS,
    private readonly readFree: (directory: string) => Promise<number> = readFreeBytes,
  ) {}

  free(): Promise<number> {
    return this.readFree(this.directory);
  }

  async isLow(): Promise<boolean> {
    return (await this.free()) < this.limits.toBegin;
  }

  /** Throws DISK_FULL when `bytes` more would leave less than is needed to begin. */
  async assertRoom(bytes = 0): Promise<void> {
    const free = await this.free();
    if (free - bytes < this.limits.toBegin) throw this.full(free, bytes);
  }

  /** Room for exports of these files. A file that cannot be looked at counts nothing: its import says why. */
  async assertRoomFor(files: readonly string[]): Promise<void> {
    const sizes = await Promise.all(
      files.map((file) =>
        stat(file).then(
          ({ size }) => size,
          () => 0,
        ),
      ),
    );
    await this.assertRoom(BYTES_PER_IMPORTED_BYTE * sizes.reduce((sum, size) => sum + size, 0));
  }

  /** Aborts with DISK_FULL when too little is left. Returns how to stop looking. */
  watch(controller: AbortController): () => void {
    const look = async () => {
      const free = await this.free().catch(() => Number.POSITIVE_INFINITY);
      if (free < this.limits.toGoOn) controller.abort(this.full(free, 0));
    };
    const timer = setInterval(() => void look(), LOOK_MS);
    timer.unref();
    return () => clearInterval(timer);
  }

  private full(free: number, bytes: number): AppError {
    return new AppError(
      'DISK_FULL',
      texts.nearlyFull.message(megabytes(free), megabytes(bytes + this.limits.toBegin)),
      {
        details: { folder: this.directory, bytesFree: free, bytesNeeded: bytes + this.limits.toBegin },
        nextStep: texts.nearlyFull.nextStep,
      },
    );
  }
}

async function readFreeBytes(directory: string): Promise<number> {
  const { bavail, bsize } = await statfs(directory);
  return bavail * bsize;
}

function megabytes(bytes: number): string {
  return texts.megabytes(Math.max(0, Math.floor(bytes / 1e6)).toLocaleString(LOCALE));
}
