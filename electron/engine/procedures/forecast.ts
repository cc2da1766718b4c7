import { engineTexts } from '@shared/texts/engine-texts';
import { addAdjustment, listAdjustments, setAdjustmentInForce } from '../forecasting/adjustments-store';
import { forecastStore } from '../forecasting/forecast-store';
import { parseModel } from '../forecasting/models/model-catalogue';
import { readAccuracy, readSeriesAccuracy } from '../forecasting/read-accuracy';
import { listSeries, listSeriesWithHistory, readLatestRun, readSeries } from '../forecasting/read-forecasts';
import { decideSuccession, listSuccessions } from '../forecasting/trim-successions';
import { findStore, resolveScope } from '../stores/resolve-scope';
import { implementer } from './implementer';

const titles = engineTexts.keeping.jobs.titles;

export const forecast = {
  start: implementer.forecast.start.handler(async ({ context, input }) => {
    const scope = await resolveScope(context.db, input);
    const options = {
      grain: input.grain,
      horizon: input.horizon,
      model: parseModel(input.model),
      ...(input.level === undefined ? {} : { level: input.level }),
    };
    const job = await context.jobs.start('forecast', titles.forecast, (handle) =>
      forecastStore(context, scope, options, handle),
    );
    return { jobId: job.id };
  }),
  getLatestRun: implementer.forecast.getLatestRun.handler(async ({ context, input }) => {
    const store = await findStore(context.db, input.storeCode);
    return readLatestRun(context.db, store.id, input.grain, input.asOf);
  }),
  listSeries: implementer.forecast.listSeries.handler(({ context, input: { runId, ...filter } }) =>
    listSeries(context.db, runId, filter),
  ),
  listSeriesWithHistory: implementer.forecast.listSeriesWithHistory.handler(
    ({ context, input: { runId, ...filter } }) => listSeriesWithHistory(context.db, runId, filter),
  ),
  getSeries: implementer.forecast.getSeries.handler(({ context, input }) =>
    readSeries(context.db, input.runId, input.seriesId),
  ),
  getAccuracy: implementer.forecast.getAccuracy.handler(async ({ context, input }) => {
    const { store, asOf } = await resolveScope(context.db, input);
    return { asOf, levels: await readAccuracy(context.db, store.id, input.grain, asOf) };
  }),
  listSeriesAccuracy: implementer.forecast.listSeriesAccuracy.handler(async ({ context, input }) => {
    const { store, asOf } = await resolveScope(context.db, input);
    const scope = { storeId: store.id, grain: input.grain, asOf };
    return readSeriesAccuracy(context.db, scope, input.level, input.condition);
  }),
  listAdjustments: implementer.forecast.listAdjustments.handler(async ({ context, input }) => {
    const store = await findStore(context.db, input.storeCode);
    return listAdjustments(context.db, store.id);
  }),
  addAdjustment: implementer.forecast.addAdjustment.handler(async ({ context, input }) => {
    const { store, asOf } = await resolveScope(context.db, input);
    // A reason may name a customer: it is stored sealed, and opened as it is read.
    const reason = context.database.secrets.seal(input.reason);
    const added = await addAdjustment(context.db, store.id, asOf, { ...input, reason });
    context.events.dataChanged('forecast');
    return added;
  }),
  setAdjustmentInForce: implementer.forecast.setAdjustmentInForce.handler(async ({ context, input }) => {
    const changed = await setAdjustmentInForce(context.db, input.id, input.isInForce, context.now());
    context.events.dataChanged('forecast');
    return changed;
  }),
  listSuccessions: implementer.forecast.listSuccessions.handler(async ({ context, input }) =>
    listSuccessions(context.db, await resolveScope(context.db, input)),
  ),
  decideSuccession: implementer.forecast.decideSuccession.handler(async ({ context, input }) => {
    const scope = await resolveScope(context.db, input);
    await decideSuccession(context.db, scope.store.id, input.from, input.to, input.decision);
    context.events.dataChanged('forecast');
    return listSuccessions(context.db, scope);
  }),
};
