/** The time that forecasts of many series take, and automatic ETS beside that of R. */
import { fitBestEts } from '@engine/forecasting/exponential-smoothing/fit-ets';
import { AUTOMATIC_MODELS } from '@engine/forecasting/models/model-catalogue';
import { runGroup } from '@engine/forecasting/run-group';
import { describe, it } from 'vitest';
import { isFullSize, recordFigure } from '../helpers/record-figure';
import { secondsForEtsInR } from './ets-in-r';
import { HOUR, run } from './forecast-and-score';
import { syntheticSeries } from './synthetic-series';

describe('forecast speed', () => {
  it.each([
    { grain: 'month', length: 60, most: 120, withProphet: 0 },
    { grain: 'month', length: 60, most: 240, withProphet: 50 },
    { grain: 'week', length: 156, most: 240, withProphet: 0 },
  ] as const)(
    'time of many series: $grain, Prophet for $withProphet in 1,000',
    async ({ grain, length, most, withProphet }) => {
      const count = isFullSize ? 1000 : 60;
      const every = withProphet > 0 ? 1000 / withProphet : 0;
      const tasks = Array.from({ length: count }, (_, index) => ({
        series: syntheticSeries(index, grain, length),
        options: {
          horizon: grain === 'month' ? 6 : 13,
          model: 'auto' as const,
          ...(every > 0 && index % every === 0 ? { models: [...AUTOMATIC_MODELS, 'prophet' as const] } : {}),
        },
      }));
      const startedAt = performance.now();
      await runGroup(tasks, run);
      const value = (1000 / count) * ((performance.now() - startedAt) / 1000);
      recordFigure({
        area: 'forecast',
        name: `1,000 ${grain}ly series, ${length} points, Prophet for ${withProphet}`,
        value,
        unit: 's',
        most,
      });
    },
    HOUR,
  );

  it(
    'automatic ETS beside that of R',
    async ({ skip }) => {
      const histories = Array.from({ length: 10 }, (_, index) =>
        syntheticSeries(index, 'month', 96).values.map((value) => (value ?? 0) + 1),
      );
      const inR = await secondsForEtsInR(histories);
      if (inR === null) return skip('needs Rscript with the package forecast');
      fitBestEts(histories[0] ?? [], 12);
      const startedAt = performance.now();
      for (const history of histories) fitBestEts(history, 12);
      const own = (performance.now() - startedAt) / 1000;
      recordFigure({
        area: 'forecast',
        name: 'automatic ETS, times faster than R',
        value: inR / own,
        unit: '',
        least: 10,
      });
    },
    HOUR,
  );
});
