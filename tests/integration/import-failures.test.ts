/** An import that fails or is cancelled, wherever it stands, leaves no trace. */
import { readFileSync } from 'node:fs';
import type { Database } from '@engine/database/database';
import { type ImportHooks, importFiles } from '@engine/importing/import-files';
import { importOptionsSchema } from '@shared/contract/imports';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ImportHarness, openImportHarness } from '../fixtures/importing/import-harness';

const PATHS = ['sample-data/sales.txt'];
const OPTIONS = importOptionsSchema.parse({});
const HOOKS: ImportHooks = { signal: new AbortController().signal, onProgress: () => undefined };

describe('an import that does not end', () => {
  let harness: ImportHarness;
  let before: Record<string, string>;
  beforeAll(async () => {
    harness = await openImportHarness();
    before = await harness.digest();
  });
  afterAll(() => harness.dispose());

  const expectNoTrace = async () => {
    expect(await harness.digest()).toEqual(before);
    expect(await harness.rows('select 1 from import_batch')).toEqual([]);
    expect(await harness.rows('select 1 from build')).toEqual([]);
    expect(
      await harness.rows(`select relname from pg_class where relname like 'stage%' and relkind = 'r'`),
    ).toEqual([]);
  };

  /** The database, failing at the `nth` COPY. */
  const failingAt = (nth: number): Database => {
    let copies = 0;
    const { database } = harness.context;
    return new Proxy(database, {
      get(target, name) {
        if (name !== 'copyInto') return Reflect.get(target, name);
        return (...parameters: Parameters<Database['copyInto']>) => {
          copies += 1;
          if (copies === nth) throw new Error('the disk failed');
          return target.copyInto(...parameters);
        };
      },
    });
  };

  it.each([1, 2, 3])('fails while its chunk number %d is staged', async (nth) => {
    const context = { ...harness.context, database: failingAt(nth) };
    await expect(importFiles(context, PATHS, OPTIONS, HOOKS)).rejects.toThrow('the disk failed');
    await expectNoTrace();
  });

  it('fails in the final transaction, after sales and stays were written', async () => {
    const file = harness.write(
      'deals.txt',
      `${readFileSync('sample-data/sales.txt', 'utf8').split('\n').slice(0, 50).join('\n').replace(/\tN\t/, '\tX\t')}`,
    );
    // Chunk, builds, then the problems of the final transaction.
    const context = { ...harness.context, database: failingAt(3) };
    await expect(importFiles(context, [file], OPTIONS, HOOKS)).rejects.toThrow('the disk failed');
    await expectNoTrace();
  });

  it('is cancelled between two chunks', async () => {
    const controller = new AbortController();
    const hooks = {
      signal: controller.signal,
      onProgress: ({ rows }: { rows: number }) => {
        if (rows > 2_000) controller.abort(new Error('cancelled by the user'));
      },
    };
    await expect(importFiles(harness.context, PATHS, OPTIONS, hooks)).rejects.toThrow(
      'cancelled by the user',
    );
    await expectNoTrace();
  });

  it('goes through afterwards, letting other calls have their turn', async () => {
    let answered = 0;
    const running = importFiles(harness.context, PATHS, OPTIONS, {
      ...HOOKS,
      onProgress: () => {
        harness.rows('select 1').then(() => {
          answered += 1;
        });
      },
    });
    const report = await running;
    expect(report.batches[0]?.rows.rejected).toBe(0);
    expect(answered).toBeGreaterThan(2);
  });
});
