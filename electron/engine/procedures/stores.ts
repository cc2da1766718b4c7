import { engineTexts } from '@shared/texts/engine-texts';
import { AREAS_OF_IMPORTS } from '../cycle/import-exports';
import { treatDeparturesAsSales } from '../importing/departures/treat-as-sales';
import { requireExplorationGain } from '../learning/read-exploration';
import { clearSampleStores } from '../stores/clear-sample-stores';
import { listStores } from '../stores/list-stores';
import { findStore, resolveScope } from '../stores/resolve-scope';
import { readSettings, updateSettings } from '../stores/store-settings';
import { implementer } from './implementer';

const titles = engineTexts.keeping.jobs.titles;

export const stores = {
  list: implementer.stores.list.handler(({ context }) => listStores(context.db)),
  getSettings: implementer.stores.getSettings.handler(async ({ context, input }) => {
    const store = await findStore(context.db, input.storeCode);
    return readSettings(store.settings);
  }),
  updateSettings: implementer.stores.updateSettings.handler(async ({ context, input }) => {
    const store = await findStore(context.db, input.storeCode);
    if (input.settings.isExploring)
      await requireExplorationGain(context.db, await resolveScope(context.db, { storeCode: store.code }));
    const settings = await updateSettings(context.db, store, input.settings);
    const { treatDeparturesAsSales: isOn } = input.settings;
    if (isOn !== undefined) await treatDeparturesAsSales(context.db, store.id, isOn);
    context.events.dataChanged('stores', 'inventory', 'sales', 'plan', 'learning');
    return settings;
  }),
  loadSample: implementer.stores.loadSample.handler(async ({ context }) => {
    const job = await context.jobs.start('sample', titles.sample, async (handle) => {
      const { loadSampleStore } = await import('../cycle/load-sample-store');
      return loadSampleStore(context, handle);
    });
    return { jobId: job.id };
  }),
  clearSample: implementer.stores.clearSample.handler(async ({ context }) => {
    const removedStores = await clearSampleStores(context.db);
    context.events.dataChanged(...AREAS_OF_IMPORTS);
    return { removedStores };
  }),
};
