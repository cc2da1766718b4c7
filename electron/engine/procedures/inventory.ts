import { listFilterChoices } from '../inventory/list-filter-choices';
import { listStockUnits } from '../inventory/list-stock-units';
import { readInventorySummaries } from '../inventory/read-inventory-summary';
import { resolveScope } from '../stores/resolve-scope';
import { implementer } from './implementer';

export const inventory = {
  getSummary: implementer.inventory.getSummary.handler(async ({ context, input }) => {
    const scope = await resolveScope(context.db, input);
    const summaries = await readInventorySummaries(context.db, scope);
    return { storeCode: scope.store.code, dataDate: scope.asOf, summaries };
  }),
  listFilterChoices: implementer.inventory.listFilterChoices.handler(async ({ context, input }) =>
    listFilterChoices(context.db, await resolveScope(context.db, input)),
  ),
  listUnits: implementer.inventory.listUnits.handler(async ({ context, input }) =>
    listStockUnits(context.db, await resolveScope(context.db, { ...input, filter: {} }), input),
  ),
};
