import { listDepartures } from '../importing/departures/list-departures';
import { treatDeparturesAsSales } from '../importing/departures/treat-as-sales';
import { findStore } from '../stores/resolve-scope';
import { readSettings } from '../stores/store-settings';
import { implementer } from './implementer';

export const departures = {
  list: implementer.departures.list.handler(async ({ context, input }) => {
    const store = await findStore(context.db, input.storeCode);
    const { asOf, outcome, offset, limit } = input;
    const isTreatedAsSales = readSettings(store.settings).treatDeparturesAsSales;
    const list = await listDepartures(context.db, { storeId: store.id, asOf, outcome, offset, limit });
    return { storeCode: store.code, isTreatedAsSales, ...list };
  }),
  treatAsSales: implementer.departures.treatAsSales.handler(async ({ context, input }) => {
    const store = await findStore(context.db, input.storeCode);
    const countedSales = await treatDeparturesAsSales(context.db, store.id, input.isOn);
    context.events.dataChanged('imports', 'stores', 'inventory', 'sales', 'plan', 'learning');
    return { storeCode: store.code, isTreatedAsSales: input.isOn, countedSales };
  }),
};
