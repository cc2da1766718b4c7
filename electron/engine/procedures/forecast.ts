import { AppError } from '@shared/contract/errors';
import type { ForecastLevel } from '@shared/contract/primitives';
import type { DemandLevel } from '../forecasting/demand-tree';
import { forecastStore } from '../forecasting/forecast-store';
import { parseModel } from '../forecasting/models/model-catalogue';
import { listSeries, readLatestRun, readSeries } from '../forecasting/read-forecasts';
import { findStore, resolveScope } from '../stores/resolve-scope';
import { implementer } from './implementer';

export const forecast = {
  start: implementer.forecast.start.handler(async ({ context, input }) => {
    const scope = await resolveScope(context.db, input);
    const options = {
      grain: input.grain,
      horizon: input.horizon,
      model: parseModel(input.model),
      ...(input.level === undefined ? {} : { level: checkLevel(input.level) }),
    };
    const job = await context.jobs.start('forecast', 'Forecast demand', (handle) =>
      forecastStore(context, scope, options, handle),
    );
    return { jobId: job.id };
  }),
  getLatestRun: implementer.forecast.getLatestRun.handler(async ({ context, input }) => {
    const store = await findStore(context.db, input.storeCode);
    return readLatestRun(context.db, store.id, input.grain, input.asOf);
  }),
  listSeries: implementer.forecast.listSeries.handler(({ context, input }) =>
    listSeries(context.db, input.runId, input.level),
  ),
  getSeries: implementer.forecast.getSeries.handler(({ context, input }) =>
    readSeries(context.db, input.runId, input.seriesId),
  ),
};

/** Builds sell 0 or 1 a month: they are split down from trims by the order plan, not forecast by themselves. */
function checkLevel(level: ForecastLevel): DemandLevel {
  if (level !== 'build') return level;
  throw new AppError('BAD_INPUT', 'Builds have too few sales for a forecast of their own.', {
    nextStep: 'Forecast trims; the order plan splits them down to builds.',
  });
}
