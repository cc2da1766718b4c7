import { describe, expect, it } from 'vitest';
import { ProgressWords } from './progress-words';

describe('the progress of an import', () => {
  const at = (fileNumber: number, rows: number) => ({
    file: `${fileNumber}.csv`,
    fileNumber,
    fileCount: 2,
    rows,
    progress: 0,
  });

  it('gives the rows a second of each file by itself', () => {
    const words = new ProgressWords();
    expect(words.describe(at(1, 4_000), 10_000)).toBe('File 1 of 2: 1.csv, 4,000 rows');
    // 24,000 rows in the 2 seconds since this file began.
    expect(words.describe(at(1, 24_000), 12_000)).toBe('File 1 of 2: 1.csv, 24,000 rows, 12,000 a second');
    expect(words.describe(at(2, 500), 13_000)).toBe('File 2 of 2: 2.csv, 500 rows');
  });

  it('does not count the only file', () => {
    const only = { ...at(1, 7), fileCount: 1 };
    expect(new ProgressWords().describe(only, 0)).toBe('Reading 1.csv, 7 rows');
  });
});
