/** How far an import is, in words: which file of how many, its rows, and how many of them a second. */
import { engineTexts } from '@shared/texts/engine-texts';
import { LOCALE } from '@shared/texts/locale';
import type { ImportProgress } from './import-files';

const words = engineTexts.importing.remarks.progress;

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
    const rate = perSecond === null ? null : perSecond.toLocaleString(LOCALE);
    const read = rows.toLocaleString(LOCALE);
    if (fileCount <= 1) return rate === null ? words.reading(file, read) : words.readingAt(file, read, rate);
    const at = { file, number: String(fileNumber), count: String(fileCount), rows: read };
    return rate === null ? words.readingOneOf(at) : words.readingOneOfAt(at, rate);
  }
}
