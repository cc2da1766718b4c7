/**
 * Forecasts series that learn from each other, on worker threads: each is back-tested by itself, then those of one grain
 * tell what they have in common (group-facts.ts), then each is concluded. Results are the same whatever the number of
 * threads and the order in which batches end.
 */
import type { Piscina } from 'piscina';
import { type ForecastPoolOptions, withForecastPool } from './forecast-pool';
import { evenlySpaced, type GroupFacts } from './group-facts';
import { type ForecastTask, splitIntoBatches } from './run-forecasts';
import type { SeriesEvidence, SeriesForecast } from './types';

export type GroupRunOptions = ForecastPoolOptions & {
  onProgress?: (done: number, total: number) => void;
};

/** Small enough for progress that moves and threads that end together. */
const BATCH_SIZE = 4;
/** Sparse series tell little each, and their history is all that is read of them. */
const MOST_COUNTED = 1500;
/** Concluding a forecast is quick. */
const LARGE_BATCH_SIZE = 40;

/** Forecasts in the order of `tasks`. */
export async function runGroup(
  tasks: readonly ForecastTask[],
  { onProgress, ...options }: GroupRunOptions,
): Promise<SeriesForecast[]> {
  if (tasks.length === 0) return [];
  const threads = Math.min(options.threads, Math.ceil(tasks.length / BATCH_SIZE));
  return withForecastPool({ ...options, threads }, async (pool) => {
    const evidence = await backtestAll(pool, tasks, onProgress);
    const facts = await learnAll(pool, tasks, evidence);
    return concludeAll(pool, tasks, evidence, facts);
  });
}

async function backtestAll(
  pool: Piscina,
  tasks: readonly ForecastTask[],
  onProgress: GroupRunOptions['onProgress'],
): Promise<SeriesEvidence[]> {
  let done = 0;
  const found: SeriesEvidence[][] = await Promise.all(
    splitIntoBatches(tasks, BATCH_SIZE).map(async (batch) => {
      const evidence: SeriesEvidence[] = await pool.run(batch, { name: 'backtestBatch' });
      done += batch.length;
      onProgress?.(done, tasks.length);
      return evidence;
    }),
  );
  return found.flat();
}

/** The facts of each task's group. */
async function learnAll(
  pool: Piscina,
  tasks: readonly ForecastTask[],
  evidence: readonly SeriesEvidence[],
): Promise<(GroupFacts | null)[]> {
  const places = new Map<string, number[]>();
  tasks.forEach(({ series: { grain: key } }, place) => {
    places.set(key, [...(places.get(key) ?? []), place]);
  });
  const facts: (GroupFacts | null)[] = tasks.map(() => null);
  for (const members of places.values()) {
    const sample = evenlySpaced(members);
    const counted = pick(tasks, evenlySpaced(members, MOST_COUNTED));
    const learned: GroupFacts | null = await pool.run(
      { tasks: pick(tasks, sample), evidence: pick(evidence, sample), counted },
      { name: 'learnFacts' },
    );
    for (const place of members) facts[place] = learned;
  }
  return facts;
}

async function concludeAll(
  pool: Piscina,
  tasks: readonly ForecastTask[],
  evidence: readonly SeriesEvidence[],
  facts: readonly (GroupFacts | null)[],
): Promise<SeriesForecast[]> {
  const all = tasks.map((_, place) => place);
  const forecasts: SeriesForecast[][] = await Promise.all(
    splitIntoBatches(all, LARGE_BATCH_SIZE).map((places) =>
      pool.run(
        { tasks: pick(tasks, places), evidence: pick(evidence, places), facts: pick(facts, places) },
        { name: 'concludeBatch' },
      ),
    ),
  );
  return forecasts.flat();
}

function pick<T>(items: readonly T[], places: readonly number[]): T[] {
  return places.map((place) => items[place] as T);
}
