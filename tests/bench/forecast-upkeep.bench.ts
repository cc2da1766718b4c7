/**
 * What a further month costs a generated store: series go on with their methods (go-on.ts) instead of being fitted anew, and
 * how much worse, if at all, that makes the forecast of the months held out.
 */
import path from 'node:path';
import { finishForecasts } from '@engine/forecasting/finish-forecasts';
import { AUTOMATIC_MODELS } from '@engine/forecasting/models/model-catalogue';
import { listNodes, type PreparedDemand, prepareDemand } from '@engine/forecasting/prepare-demand';
import { type ForecastTask, runForecasts } from '@engine/forecasting/run-forecasts';
import { type Outcome, scoreOutcome, summariseOutcomes } from '@engine/forecasting/score-outcomes';
import type { SeriesForecast } from '@engine/forecasting/types';
import { describe, it } from 'vitest';
import { isFullSize, recordFigure } from '../helpers/record-figure';
import { DATA_DATE, knownOn, readGeneratedStore, unitsWanted } from './generated-stores';

const SEEDS = isFullSize ? ['10', '11', '22', '33'] : ['10'];
const MONTHS = ['2026-01-31', '2026-02-28', '2026-03-31', '2026-04-30'];
const HORIZON = 6;
const HOUR = 3_600_000;

type Pass = { outcomes: Outcome[]; milliseconds: number };

describe('a forecast month after month', () => {
  it(
    'costs a part of one that is made anew, and is as good',
    async () => {
      const anew: Pass = { outcomes: [], milliseconds: 0 };
      const goneOn: Pass = { outcomes: [], milliseconds: 0 };
      let series = 0;
      let fitted = 0;
      for (const seed of SEEDS) {
        const rows = await readGeneratedStore(seed);
        let before = new Map<string, SeriesForecast>();
        for (const [month, asOf] of MONTHS.entries()) {
          const request = { grain: 'month', horizon: HORIZON, asOf, deepest: 'trim' } as const;
          const prepared = prepareDemand(knownOn(rows, asOf), request);
          const later = prepareDemand(rows, { ...request, asOf: DATA_DATE });
          if (!prepared || !later) throw new Error('the history is too short');
          const next = await run(prepared, before, month > 0 ? goneOn : { outcomes: [], milliseconds: 0 });
          const isGoneOn = [...next.values()].filter((forecast) => forecast.isGoneOn).length;
          before = next;
          if (month === 0) continue;
          series += next.size;
          fitted += next.size - isGoneOn;
          score(prepared, later, next, goneOn);
          score(prepared, later, await run(prepared, new Map(), anew), anew);
        }
      }
      const area = 'forecast';
      const name = (what: string) => `generated stores, a further month: ${what}`;
      recordFigure({
        area,
        name: name('series fitted from the beginning'),
        value: (100 * fitted) / series,
        unit: '%',
        most: 50,
      });
      recordFigure({
        area,
        name: name('work against doing all anew'),
        value: (100 * goneOn.milliseconds) / anew.milliseconds,
        unit: '%',
        most: 60,
      });
      const loss = ({ outcomes }: Pass) => summariseOutcomes(outcomes).pinball ?? 0;
      recordFigure({
        area,
        name: name('pinball against doing all anew'),
        value: loss(goneOn) / loss(anew),
        unit: '',
        most: 1.02,
      });
    },
    2 * HOUR,
  );
});

/** Adds the time of its threads to `pass`. */
async function run(
  prepared: PreparedDemand,
  before: ReadonlyMap<string, SeriesForecast>,
  pass: Pass,
): Promise<Map<string, SeriesForecast>> {
  const tasks = listNodes(prepared.root).map(({ series }): ForecastTask => {
    const earlier = before.get(series.id);
    return {
      series,
      options: { horizon: HORIZON, model: 'auto', models: AUTOMATIC_MODELS },
      ...(earlier ? { before: earlier } : {}),
    };
  });
  const forecasts = await runForecasts(tasks, {
    workerDirectory: path.resolve('out/main'),
    threads: 2,
    onBatch: async (_first, { milliseconds }) => {
      pass.milliseconds += milliseconds;
    },
  });
  return new Map(forecasts.map((forecast) => [forecast.id, forecast]));
}

function score(
  prepared: PreparedDemand,
  later: PreparedDemand,
  fitted: ReadonlyMap<string, SeriesForecast>,
  pass: Pass,
): void {
  const actual = new Map(listNodes(later.root).map(({ series }) => [series.id, series]));
  const finished = finishForecasts({ prepared, fitted, ended: [], successions: [], isOneLevel: false });
  finished.forEach(({ node, forecast }, seriesId) => {
    const [first] = forecast.points;
    if (!first) return;
    for (const point of forecast.points) {
      const past = {
        seriesId,
        firstPeriod: first.period,
        grain: 'month' as const,
        ...point,
        adjustedMean: null,
      };
      const wanted = unitsWanted(actual.get(node.series.id), point.period);
      pass.outcomes.push(scoreOutcome({ ...past, history: node.series.values }, wanted));
    }
  });
}
