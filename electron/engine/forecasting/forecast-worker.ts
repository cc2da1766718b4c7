/**
 * Entry of a worker thread. Series by themselves are forecast in one go; those that learn from each other in three steps:
 * back-tests, what they tell of each other, and forecasts from both. The pool calls the exports by their names. Libraries
 * are loaded with the first batch and kept for the thread's life.
 */
import { backtestSeries } from './backtest-series';
import { concludeForecast, forecastSeries } from './forecast-series';
import { type GroupFacts, learnGroup } from './group-facts';
import { loadModelLibraries } from './libraries/load-model-libraries';
import type { ForecastBatch, ForecastTask } from './run-forecasts';
import type { SeriesEvidence, SeriesForecast } from './types';

export type GroupEvidence = { tasks: readonly ForecastTask[]; evidence: readonly SeriesEvidence[] };

export async function forecastBatch(tasks: readonly ForecastTask[]): Promise<ForecastBatch> {
  const libraries = await loadModelLibraries();
  const startedAt = performance.now();
  const forecasts = tasks.map(({ series, options, before }) =>
    forecastSeries(series, options, libraries, before),
  );
  return { forecasts, milliseconds: performance.now() - startedAt };
}

export async function backtestBatch(tasks: readonly ForecastTask[]): Promise<SeriesEvidence[]> {
  const libraries = await loadModelLibraries();
  return tasks.map(({ series, options }) => backtestSeries(series, options, libraries));
}

export function learnFacts({
  tasks,
  evidence,
  counted,
}: GroupEvidence & { counted: readonly ForecastTask[] }): GroupFacts | null {
  return learnGroup(tasks, evidence, counted);
}

export function concludeBatch({
  tasks,
  evidence,
  facts,
}: GroupEvidence & { facts: GroupFacts | null }): SeriesForecast[] {
  return tasks.map(({ series, options }, index) =>
    withoutMethod(concludeForecast(series, options, evidence[index] ?? { backtests: [] }, facts)),
  );
}

/** Back-tested and concluded in one go, so that the evidence stays in the thread. */
export async function forecastAsKin({
  tasks,
  facts,
}: {
  tasks: readonly ForecastTask[];
  facts: GroupFacts | null;
}): Promise<SeriesForecast[]> {
  const libraries = await loadModelLibraries();
  return tasks.map(({ series, options }) =>
    withoutMethod(concludeForecast(series, options, backtestSeries(series, options, libraries), facts)),
  );
}

/** A file is forecast anew each time, so nothing is held of what a next run might go on with. */
function withoutMethod(forecast: SeriesForecast): SeriesForecast {
  return { ...forecast, method: null };
}
