/** The pool with a stand-in for the bundled worker: order, progress, cancelling and failures. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ForecastTask, runForecasts } from './run-forecasts';

const WORKER = `
exports.forecastBatch = async (tasks) => {
  for (const { series } of tasks) {
    if (series.id === 'bad') throw new Error('bad series');
    if (series.id === 'endless') await new Promise((resolve) => setTimeout(resolve, 600_000));
    await new Promise((resolve) => setTimeout(resolve, series.values[0]));
  }
  return { forecasts: tasks.map(({ series }) => ({ id: series.id })), milliseconds: 0 };
};`;

let workerDirectory: string;
beforeAll(() => {
  workerDirectory = mkdtempSync(path.join(tmpdir(), 'doso-forecast-'));
  writeFileSync(path.join(workerDirectory, 'forecast-worker.js'), WORKER);
});
afterAll(() => rmSync(workerDirectory, { recursive: true, force: true }));

const task = (id: string, waitMs = 0): ForecastTask => ({
  series: { id, grain: 'month', start: '2024-01', values: [waitMs] },
  options: { horizon: 1, model: 'auto' },
});

describe('forecasts on threads', () => {
  it('come in the order of the tasks, whichever ends first', async () => {
    const tasks = Array.from({ length: 11 }, (_, index) => task(`s${index}`, index < 4 ? 30 : 0));
    const forecasts = await runForecasts(tasks, { workerDirectory, threads: 2 });
    expect(forecasts.map(({ id }) => id)).toEqual(tasks.map(({ series }) => series.id));
  });

  it('tell how far they are', async () => {
    const seen: number[] = [];
    const tasks = Array.from({ length: 9 }, (_, index) => task(`s${index}`));
    await runForecasts(tasks, { workerDirectory, threads: 1, onProgress: (done) => seen.push(done) });
    expect(seen).toHaveLength(3);
    expect([...seen].sort((a, b) => a - b)).toEqual(seen);
    expect(seen.at(-1)).toBe(9);
  });

  it('stop when they are cancelled', async () => {
    const controller = new AbortController();
    const run = runForecasts([task('endless')], { workerDirectory, threads: 1, signal: controller.signal });
    setTimeout(() => controller.abort(new Error('not wanted any more')), 50);
    await expect(run).rejects.toThrow('not wanted any more');
  });

  it('do not start when they are cancelled before', async () => {
    const signal = AbortSignal.abort(new Error('too late'));
    await expect(runForecasts([task('a')], { workerDirectory, threads: 1, signal })).rejects.toThrow(
      'too late',
    );
  });

  it('fail with what failed in the worker', async () => {
    await expect(runForecasts([task('bad')], { workerDirectory, threads: 1 })).rejects.toThrow('bad series');
  });

  it('are none for no series', async () => {
    expect(await runForecasts([], { workerDirectory: '/nowhere', threads: 1 })).toEqual([]);
  });
});
