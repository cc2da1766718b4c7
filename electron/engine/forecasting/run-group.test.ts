/** The steps of a group with a stand-in for the bundled worker: who learns from whom, order and failures. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ForecastTask } from './run-forecasts';
import { runGroup } from './run-group';

const WORKER = `
exports.backtestBatch = async (tasks) => {
  if (tasks.some(({ series }) => series.id === 'bad')) throw new Error('bad series');
  return tasks.map(({ series }) => ({ backtests: [series.id] }));
};
exports.learnFacts = ({ tasks }) => ({ learnedFrom: tasks.map(({ series }) => series.id) });
exports.concludeBatch = ({ tasks, evidence, facts }) =>
  tasks.map(({ series, options }, index) => ({
    id: series.id, model: evidence[index].backtests[0], note: facts.learnedFrom, members: [options.isAlone === true],
  }));
exports.forecastAsKin = ({ tasks, facts }) =>
  tasks.map(({ series }) => ({ id: series.id, model: 'none', note: facts.learnedFrom }));`;

let workerDirectory: string;
beforeAll(() => {
  workerDirectory = mkdtempSync(path.join(tmpdir(), 'doso-group-'));
  writeFileSync(path.join(workerDirectory, 'forecast-worker.js'), WORKER);
});
afterAll(() => rmSync(workerDirectory, { recursive: true, force: true }));

const task = (id: string, grain: 'month' | 'week' = 'month'): ForecastTask => ({
  series: { id, grain, start: grain === 'month' ? '2024-01' : '2024-W01', values: [1] },
  options: { horizon: 1, model: 'auto' },
});

describe('series that learn from each other', () => {
  it('are those of one grain', async () => {
    const forecasts = await runGroup([task('a'), task('w', 'week'), task('c')], {
      workerDirectory,
      threads: 2,
    });
    expect(forecasts.map(({ note }) => note)).toEqual([['a', 'c'], ['w'], ['a', 'c']]);
  });

  it('are told when they have too few beside them to learn from, where they are weighed', async () => {
    const members = async (tasks: ForecastTask[]) =>
      (await runGroup(tasks, { workerDirectory, threads: 1 })).map((forecast) => forecast.members);
    expect(await members([task('a'), task('b')])).toEqual([[true], [true]]);
    expect(new Set((await members(Array.from({ length: 20 }, () => task('a')))).flat())).toEqual(
      new Set([false]),
    );
    const named = task('a');
    expect(await members([{ ...named, options: { ...named.options, model: 'theta' } }])).toEqual([[false]]);
  });

  it('come in the order of the tasks, each from its own evidence', async () => {
    const ids = Array.from({ length: 90 }, (_, index) => `s${index}`);
    const seen: number[] = [];
    const forecasts = await runGroup(
      ids.map((id) => task(id)),
      { workerDirectory, threads: 2, onProgress: (done) => seen.push(done) },
    );
    expect(forecasts.map(({ id }) => id)).toEqual(ids);
    expect(forecasts.map(({ model }) => model)).toEqual(ids);
    expect(seen.at(-1)).toBe(90);
  });

  it('are learned from by a sample, whose evidence alone is held', async () => {
    const ids = Array.from({ length: 450 }, (_, index) => `s${index}`);
    const seen: number[] = [];
    const forecasts = await runGroup(
      ids.map((id) => task(id)),
      { workerDirectory, threads: 2, onProgress: (done) => seen.push(done) },
    );
    expect(forecasts.map(({ id }) => id)).toEqual(ids);
    // 300 of 450, evenly spaced: two of every three.
    expect(forecasts.filter(({ model }) => model === 'none')).toHaveLength(150);
    expect(forecasts.every(({ note }) => note?.length === 300)).toBe(true);
    expect(seen.at(-1)).toBe(450);
  });

  it('fail with what failed in the worker', async () => {
    await expect(runGroup([task('a'), task('bad')], { workerDirectory, threads: 1 })).rejects.toThrow(
      'bad series',
    );
  });
});
