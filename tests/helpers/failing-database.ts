/** A database in which one statement fails, COPY included, so that an import can be broken off anywhere. */
import type { Database } from '@engine/database/database';
import type { KyselyPlugin } from 'kysely';

export const DISK_FAILED = 'the disk failed';

/** `at` counts from 1; `count` tells how many statements there have been. */
export function failingDatabase(database: Database, at: number): { database: Database; count: () => number } {
  let statements = 0;
  const step = () => {
    statements += 1;
    if (statements === at) throw new Error(DISK_FAILED);
  };
  const plugin: KyselyPlugin = {
    transformQuery: ({ node }) => {
      step();
      return node;
    },
    transformResult: async ({ result }) => result,
  };
  const failing = new Proxy(database, {
    get(target, name) {
      if (name === 'db') return target.db.withPlugin(plugin);
      if (name !== 'copyInto') return Reflect.get(target, name, target);
      return async (...parameters: Parameters<Database['copyInto']>) => {
        step();
        return target.copyInto(...parameters);
      };
    },
  });
  return { database: failing, count: () => statements };
}

/** Whether the work failed at that statement; any other failure is thrown. */
export async function failsThere(work: Promise<unknown>): Promise<boolean> {
  return work.then(
    () => false,
    (error: unknown) => {
      if (!(error instanceof Error) || error.message !== DISK_FAILED) throw error;
      return true;
    },
  );
}
