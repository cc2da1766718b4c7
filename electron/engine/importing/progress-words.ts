/** How far an import is, in words: which file of how many, its rows, and how many of them a second. */
import type { ImportProgress } from './import-files';

/** A rate over a shorter time is noise. */
const LEAST_MS = 500;

export class ProgressWords {
  private fileNumber = 0;
  private startedAtMs = 0;

  describe({ file, fileNumber, fileCount, rows }: ImportProgress, nowMs: number): string {
    if (fileNumber !== this.fileNumber) {
      this.fileNumber = fileNumber;
      this.startedAtMs = nowMs;
    }
    const elapsedMs = nowMs - this.startedAtMs;
    const perSecond = elapsedMs < LEAST_MS ? null : Math.round((rows / elapsedMs) * 1000);
    return [
      fileCount > 1 ? `File ${fileNumber} of ${fileCount}: ${file}` : `Reading ${file}`,
      `${rows.toLocaleString('en-US')} rows`,
      ...(perSecond === null ? [] : [`${perSecond.toLocaleString('en-US')} a second`]),
    ].join(', ');
  }
}
