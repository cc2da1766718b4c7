/**
 * Forecasts series that learn from each other, on worker threads: a sample of those of one grain is back-tested, tells what
 * they have in common (group-facts.ts), and is concluded; the others are back-tested and concluded in one go, so that
 * evidence is never held of more than the sample, however many there are. Results are the same whatever the number
 * of threads and the order in which batches end.
 */
import type { Piscina } from 'piscina';
import { type ForecastPoolOptions, withForecastPool } from './forecast-pool';
import { evenlySpaced, FEWEST_SERIES, type GroupFacts } from './group-facts';
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
  let done = 0;
  const onDone = (count: number) => {
    done += count;
    onProgress?.(done, tasks.length);
  };
  return withForecastPool({ ...options, threads }, async (pool) => {
    const forecasts = new Map<number, SeriesForecast>();
    for (const places of placesByGrain(tasks)) {
      const kin = pick(tasks, places);
      const asked = kin.length < FEWEST_SERIES ? kin.map(asAlone) : kin;
      const found = await forecastKin(pool, asked, onDone);
      found.forEach((forecast, index) => {
        forecasts.set(places[index] ?? 0, forecast);
      });
    }
    return tasks.flatMap((_, place) => forecasts.get(place) ?? []);
  });
}

function placesByGrain(tasks: readonly ForecastTask[]): number[][] {
  const places = new Map<string, number[]>();
  tasks.forEach(({ series: { grain } }, place) => {
    places.set(grain, [...(places.get(grain) ?? []), place]);
  });
  return [...places.values()];
}

/** A model asked for by name is not weighed against others, so that it needs no more origins. */
function asAlone(task: ForecastTask): ForecastTask {
  if (task.options.model !== 'auto') return task;
  return { ...task, options: { ...task.options, isAlone: true } };
}

/** Of series of one grain, in their order. */
async function forecastKin(
  pool: Piscina,
  tasks: readonly ForecastTask[],
  onDone: (count: number) => void,
): Promise<SeriesForecast[]> {
  const all = tasks.map((_, place) => place);
  const sample = evenlySpaced(all);
  const sampled = pick(tasks, sample);
  const evidence = await inBatches<ForecastTask, SeriesEvidence>(
    sampled,
    BATCH_SIZE,
    (batch) => pool.run(batch, { name: 'backtestBatch' }),
    onDone,
  );
  const counted = evenlySpaced([...tasks], MOST_COUNTED);
  const facts: GroupFacts | null = await pool.run(
    { tasks: sampled, evidence, counted },
    { name: 'learnFacts' },
  );
  const concluded = await inBatches<number, SeriesForecast>(
    sampled.map((_, index) => index),
    LARGE_BATCH_SIZE,
    (batch) =>
      pool.run(
        { tasks: pick(sampled, batch), evidence: pick(evidence, batch), facts },
        { name: 'concludeBatch' },
      ),
  );
  const chosen = new Map(sample.map((place, index) => [place, concluded[index] as SeriesForecast]));
  const rest = all.filter((place) => !chosen.has(place));
  const others = await inBatches<ForecastTask, SeriesForecast>(
    pick(tasks, rest),
    BATCH_SIZE,
    (batch) => pool.run({ tasks: batch, facts }, { name: 'forecastAsKin' }),
    onDone,
  );
  rest.forEach((place, index) => {
    chosen.set(place, others[index] as SeriesForecast);
  });
  return all.map((place) => chosen.get(place) as SeriesForecast);
}

/** Results in the order of the items. */
async function inBatches<Item, Result>(
  items: readonly Item[],
  size: number,
  run: (batch: Item[]) => Promise<Result[]>,
  onDone?: (count: number) => void,
): Promise<Result[]> {
  const results = await Promise.all(
    splitIntoBatches(items, size).map(async (batch) => {
      const found = await run(batch);
      onDone?.(batch.length);
      return found;
    }),
  );
  return results.flat();
}

function pick<T>(items: readonly T[], places: readonly number[]): T[] {
  return places.map((place) => items[place] as T);
}
