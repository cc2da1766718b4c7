/**
 * Forecasts of generated stores against the months that were held out: by level, beside repeating last year, and with
 * what the season of the store is worth. Scored is what they forecast, the demand with stock every day, as all the history
 * tells it (sales lie a sixth below it: these stores run out). One store, or six by `npm run prove`.
 */
import path from 'node:path';
import type { DemandRows } from '@engine/forecasting/demand-rows';
import type { DemandNode } from '@engine/forecasting/demand-tree';
import { finishForecasts } from '@engine/forecasting/finish-forecasts';
import { AUTOMATIC_MODELS } from '@engine/forecasting/models/model-catalogue';
import { listNodes, prepareDemand } from '@engine/forecasting/prepare-demand';
import { runForecasts } from '@engine/forecasting/run-forecasts';
import { type Outcome, scoreOutcome, summariseOutcomes } from '@engine/forecasting/score-outcomes';
import type { DemandSeries } from '@engine/forecasting/types';
import { describe, it } from 'vitest';
import { isFullSize, recordFigure } from '../helpers/record-figure';
import { DATA_DATE, knownOn, readGeneratedStore, unitsWanted } from './generated-stores';

const SEEDS = isFullSize ? ['10', '11', '22', '33', '44', '55'] : ['10'];
/** Days of the forecast and the months that are held out after it. */
const CUTS = [
  ['2025-10-31', 12],
  ['2026-01-31', 6],
  ['2026-04-30', 6],
] as const;
const LEVELS = ['store', 'model', 'trim'] as const;
/** Pinball loss against repeating last year, at most. */
const BOUNDS = { store: 0.9, model: 0.85, trim: 0.8 };
/** Per cent of outcomes in the 90 % band; a trim's whole numbers hold more. */
const BAND = { store: { least: 85, most: 98 }, model: { least: 85, most: 95 }, trim: { least: 87 } };
const HOUR = 3_600_000;

type Level = (typeof LEVELS)[number];
type Scores = Record<Level, Outcome[]>;

describe('forecasts of generated stores', () => {
  it(
    'come out better than repeating last year at every level',
    async () => {
      const lent: Scores = { store: [], model: [], trim: [] };
      const own: Scores = { store: [], model: [], trim: [] };
      for (const seed of SEEDS) {
        const rows = await readGeneratedStore(seed);
        for (const [asOf, horizon] of CUTS) {
          await holdOut(rows, asOf, horizon, lent, (series) => series);
          await holdOut(rows, asOf, horizon, own, ({ storeSeason: _season, ...series }) => series);
        }
      }
      for (const level of LEVELS) record(level, lent[level], own[level]);
    },
    2 * HOUR,
  );
});

function record(level: Level, lent: readonly Outcome[], own: readonly Outcome[]): void {
  const { mase, naiveMase, pinball, naivePinball, coverage80, coverage90 } = summariseOutcomes(lent);
  const area = 'forecast';
  const name = (what: string) => `generated stores, ${level}: ${what}`;
  recordFigure({ area, name: name('MASE'), value: mase ?? 0, unit: '' });
  recordFigure({ area, name: name('MASE of naive'), value: naiveMase ?? 0, unit: '' });
  const value = (pinball ?? 0) / (naivePinball ?? 1);
  recordFigure({ area, name: name('pinball against naive'), value, unit: '', most: BOUNDS[level] });
  const withoutSeason = (pinball ?? 0) / (summariseOutcomes(own).pinball ?? 1);
  recordFigure({
    area,
    name: name('pinball against no borrowed season'),
    value: withoutSeason,
    unit: '',
    most: 1,
  });
  recordFigure({ area, name: name('inside the 80 % band'), value: 100 * (coverage80 ?? 0), unit: '%' });
  recordFigure({
    area,
    name: name('inside the 90 % band'),
    value: 100 * (coverage90 ?? 0),
    unit: '%',
    ...BAND[level],
  });
}

async function holdOut(
  rows: DemandRows,
  asOf: string,
  horizon: number,
  scores: Scores,
  change: (series: DemandSeries) => DemandSeries,
): Promise<void> {
  const request = { grain: 'month', horizon, asOf, deepest: 'trim' } as const;
  const prepared = prepareDemand(knownOn(rows, asOf), request);
  const later = prepareDemand(rows, { ...request, asOf: DATA_DATE });
  if (!prepared || !later) throw new Error('the history is too short');
  const actual = new Map(listNodes(later.root).map(({ series }) => [series.id, series]));
  const nodes = listNodes(prepared.root);
  const forecasts = await runForecasts(
    nodes.map(({ series }) => ({
      series: change(series),
      options: { horizon, model: 'auto', models: AUTOMATIC_MODELS },
    })),
    { workerDirectory: path.resolve('out/main'), threads: 2 },
  );
  const fitted = new Map(forecasts.map((forecast) => [forecast.id, forecast]));
  const finished = finishForecasts({ prepared, fitted, ended: [], successions: [], isOneLevel: false });
  finished.forEach(({ node, forecast }, index) => {
    if (!isScored(node.level) || forecast.points.length === 0) return;
    for (const point of forecast.points) {
      const past = {
        seriesId: index,
        firstPeriod: forecast.points[0]?.period ?? point.period,
        grain: 'month' as const,
        ...point,
        adjustedMean: null,
        history: node.series.values,
      };
      scores[node.level].push(scoreOutcome(past, unitsWanted(actual.get(node.series.id), point.period)));
    }
  });
}

function isScored(level: DemandNode['level']): level is Level {
  return level !== 'build';
}
