/**
 * Accuracy and calibration on real series (see series-files.ts). A sample of each file is forecast, all of it by
 * `npm run prove`; bounds are stated for all.
 */
import { average } from '@engine/forecasting/central-values';
import { empiricalQuantile } from '@engine/forecasting/forecast-spread';
import { smoothIntervals } from '@engine/forecasting/models/croston';
import { AUTOMATIC_MODELS, findModel } from '@engine/forecasting/models/model-catalogue';
import { countQuantiles } from '@engine/forecasting/negative-binomial';
import { describe, it } from 'vitest';
import { type MeasuredFigure, recordFigure } from '../helpers/record-figure';
import { forecastAndScore, HOUR, percent } from './forecast-and-score';
import { type Score, upperLoss } from './score-forecast';
import { readTestedSeries, seriesFiles, type TestedSeries } from './series-files';

type Bound = Pick<MeasuredFigure, 'most' | 'least'>;
type FileBounds = Partial<Record<'smape' | 'mase' | 'upperLoss' | 'steps' | 'transformed', Bound>>;

/** Floors by file. That of the registrations is 3 % below R's automatic ets, 0.873. */
const BOUNDS: Record<string, FileBounds> = {
  'm3-monthly': { smape: { most: 13.6 }, mase: { most: 0.835 }, steps: { least: 87, most: 93 } },
  hospital: { mase: { most: 0.745 }, steps: { least: 87, most: 93 } },
  'norway-registrations': { mase: { most: 0.847 } },
  carparts: { upperLoss: { most: 0.464 }, transformed: { least: 87, most: 93 } },
};
/** What others reached on the same splits: the competition's own tables, the Monash archive and R's forecast 8.20. */
const PUBLISHED: Record<string, Partial<Record<'smape' | 'mase' | 'upperLoss', string>>> = {
  'm3-monthly': {
    smape: 'Theta 13.89, ForecastPro 13.90, Comb S-H-D 14.47, B-J 14.80, Naive2 16.89',
    mase: 'ForecastPro 0.848, Theta 0.858, R ets 0.865, Comb S-H-D 0.896, B-J 0.914, Naive2 1.037',
  },
  hospital: { mase: 'Theta 0.761, ETS 0.765' },
  'norway-registrations': { mase: 'R ets 0.873' },
  carparts: { upperLoss: 'quantiles of the last 24 months 0.478' },
};

/** Of the automatic choice, for comparisons. */
const ownScores = new Map<string, Score[]>();
/** A combination is compared with its members on files of this many series. */
const FEWEST_TO_COMPARE = 50;

describe('forecast accuracy', () => {
  it.skipIf(seriesFiles.length > 0)(
    'real series: set DOSO_SERIES_DIR to a folder of series to measure accuracy',
    () => {},
  );

  it.each(seriesFiles)(
    '%s',
    async (name) => {
      const tested = readTestedSeries(name);
      const startedAt = performance.now();
      const scores = await forecastAndScore(tested);
      record(name, scores, BOUNDS[name] ?? {});
      ownScores.set(name, scores);
      const value = (performance.now() - startedAt) / 1000 / tested.length;
      recordFigure({ area: 'forecast', name: `${name}: time for one series`, value, unit: 's' });
    },
    2 * HOUR,
  );

  it.each(seriesFiles)(
    '%s: the combination beside its members',
    async (name) => {
      const tested = readTestedSeries(name);
      if (tested.length < FEWEST_TO_COMPARE) return;
      const isSparse = name === 'carparts';
      const measure = (scores: readonly Score[]) =>
        averageKnown(scores.map((score) => (isSparse ? score.upperLoss : score.mase)));
      const members = AUTOMATIC_MODELS.filter((model) =>
        ['any', isSparse ? 'intermittent' : 'smooth'].includes(findModel(model).suits),
      );
      const losses: number[] = [];
      for (const model of members) {
        const loss = measure(await forecastAndScore(tested, model));
        recordFigure({ area: 'forecast', name: `${name}: ${model} alone`, value: loss, unit: '' });
        losses.push(loss);
      }
      recordFigure({
        area: 'forecast',
        name: `${name}: automatic choice relative to its best member`,
        value: measure(ownScores.get(name) ?? []) / Math.min(...losses),
        unit: '',
        most: 1.01,
      });
    },
    2 * HOUR,
  );

  it.runIf(seriesFiles.includes('carparts'))('car parts against plain methods', () => {
    const tested = readTestedSeries('carparts');
    const recent = (values: readonly number[]) => [...values.slice(-24)].sort((a, b) => a - b);
    const poisson = (share: number) => (values: readonly number[]) => (level: number) =>
      countQuantiles(share * smoothIntervals(values, 0.1), 0, [level])[0] ?? 0;
    recordRival('empirical quantiles of 24 months', 0.97, tested, (values) => {
      const sorted = recent(values);
      return (level) => empiricalQuantile(sorted, level);
    });
    recordRival('Croston as Poisson', 0.9, tested, poisson(1));
    recordRival('SBA as Poisson', 0.9, tested, poisson(0.95));
  });
});

function record(name: string, scores: readonly Score[], bounds: FileBounds): void {
  const of = (what: string) => `${name}, ${scores.length} series: ${what}`;
  const mases = scores.flatMap(({ mase }) => (mase === null ? [] : [mase]));
  const losses = scores.flatMap(({ upperLoss: loss }) => (loss === null ? [] : [loss]));
  const beside = (what: 'smape' | 'mase' | 'upperLoss') => {
    const published = PUBLISHED[name]?.[what];
    return published === undefined ? {} : { published };
  };
  const figures: Omit<MeasuredFigure, 'area'>[] = [
    {
      name: of('sMAPE'),
      value: average(scores.map(({ smape }) => smape)),
      unit: '%',
      ...bounds.smape,
      ...beside('smape'),
    },
    { name: of('MASE'), value: average(mases), unit: '', ...bounds.mase, ...beside('mase') },
    { name: of('left out of MASE, scale 0'), value: scores.length - mases.length, unit: 'series' },
    {
      name: of('scaled quantile loss, 50 to 95 %'),
      value: average(losses),
      unit: '',
      ...bounds.upperLoss,
      ...beside('upperLoss'),
    },
    ...[1, 6, 12].map((step) => ({
      name: of(`inside the 90 % interval, ${step} ahead`),
      value: percent(scores.map(({ inside }) => inside[step - 1] ?? false)),
      unit: '%',
      ...bounds.steps,
    })),
    {
      name: of('sum inside its 90 % interval'),
      value: percent(scores.map(({ isTotalInside }) => isTotalInside)),
      unit: '%',
      ...bounds.steps,
    },
    {
      name: of('randomised transform within 5 to 95 %'),
      value: 100 * average(scores.flatMap(({ transformed }) => transformed)),
      unit: '%',
      ...bounds.transformed,
    },
  ];
  for (const figure of figures) recordFigure({ area: 'forecast', ...figure });
}

/** A plain method's loss, and ours as a share of it. */
function recordRival(
  method: string,
  most: number,
  tested: readonly TestedSeries[],
  quantilesOf: (values: readonly number[]) => (level: number) => number,
): void {
  const losses = tested.flatMap((one) => {
    const quantile = quantilesOf(one.series.values.map((value) => value ?? 0));
    const loss = upperLoss(one, quantile);
    return loss === null ? [] : [loss];
  });
  const value = average(losses);
  const own = averageKnown((ownScores.get('carparts') ?? []).map(({ upperLoss: loss }) => loss));
  recordFigure({ area: 'forecast', name: `carparts: loss of ${method}`, value, unit: '' });
  recordFigure({
    area: 'forecast',
    name: `carparts: own loss relative to ${method}`,
    value: own / value,
    unit: '',
    most,
  });
}

function averageKnown(values: readonly (number | null)[]): number {
  return average(values.flatMap((value) => (value === null ? [] : [value])));
}
