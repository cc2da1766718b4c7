import { describe, expect, it } from 'vitest';
import { settleFiles } from './settled-files';

const file = (name: string, bytes: number, modifiedMs = 5_000) => ({ file: name, bytes, modifiedMs });

describe('complete files', () => {
  it('waits until size and time have stayed the same for long enough', () => {
    const first = settleFiles([], [file('a.csv', 10)], 0, 30_000);
    expect(first.ready).toEqual([]);
    const growing = settleFiles(first.waiting, [file('a.csv', 20)], 30_000, 30_000);
    expect(growing.ready).toEqual([]);
    const early = settleFiles(growing.waiting, [file('a.csv', 20)], 59_999, 30_000);
    expect(early.ready).toEqual([]);
    const done = settleFiles(early.waiting, [file('a.csv', 20)], 60_000, 30_000);
    expect(done.ready.map(({ file }) => file)).toEqual(['a.csv']);
    expect(done.waiting).toEqual([]);
  });

  it('begins anew when only the time changed, and forgets what is gone', () => {
    const first = settleFiles([], [file('a.csv', 10, 1), file('b.csv', 10, 1)], 0, 30_000);
    const touched = settleFiles(first.waiting, [file('a.csv', 10, 2)], 40_000, 30_000);
    expect(touched).toMatchObject({ ready: [], waiting: [{ file: 'a.csv', sinceMs: 40_000 }] });
  });

  it('never takes an empty file, and does not ask what day the file server thinks it is', () => {
    const future = 9_999_999_999_999;
    const seen = [file('empty.csv', 0), file('later.csv', 5, future), file('older.csv', 5, 1)];
    const first = settleFiles([], seen, 0, 1_000);
    const second = settleFiles(first.waiting, seen, 1_000, 1_000);
    expect(second.ready.map(({ file }) => file)).toEqual(['older.csv', 'later.csv']);
    expect(second.waiting.map(({ file }) => file)).toEqual(['empty.csv']);
  });
});
