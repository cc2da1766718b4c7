/**
 * What may wait until a change of the data is on screen, and makes the next figures quick: tables are cleared, months
 * summed anew. Runs behind every job, one at a time, and once after the start for what a command left behind.
 */
import { clearChanged } from '../database/clear-changed';
import type { Database } from '../database/database';
import type { EngineContext } from '../engine-context';
import { keepSaleMonths } from './keep-sale-months';

/** The figures of the first screen come first. */
const AFTER_START_MS = 10_000;

export async function keepUp(database: Database): Promise<void> {
  await clearChanged(database);
  await keepSaleMonths(database.db);
}

/** Returns how to end it, which waits for what is under way. */
export function scheduleKeepUp({ database, jobs, logger }: EngineContext): () => Promise<void> {
  let isEnding = false;
  let underWay = Promise.resolve();
  const again = () => {
    underWay = underWay.then(async () => {
      if (isEnding) return;
      await keepUp(database).catch((error) => logger.warn({ error }, 'the sums of months were not kept up'));
    });
  };
  const start = setTimeout(again, AFTER_START_MS);
  jobs.onEnd(again);
  return async () => {
    isEnding = true;
    clearTimeout(start);
    await underWay;
  };
}
